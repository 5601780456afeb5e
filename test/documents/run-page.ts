import type { Page, Run, Values } from "./page.ts";
import type { FoundCommand } from "./read-page.ts";
import { Terminal } from "./terminal.ts";
import type { World } from "./world.ts";

/** Runs a page's commands one after the other in the page's world, and gives what failed, each with file and line. */
export async function runPage(
  { world: makeWorld, values = () => ({}), runs = {} }: Page,
  commands: readonly FoundCommand[],
): Promise<string[]> {
  await using started = new AsyncDisposableStack();
  const worlds = new Map<() => Promise<World>, World>();
  const worldOf = async (make: () => Promise<World>): Promise<World> => {
    const world = worlds.get(make) ?? started.use(await make());
    worlds.set(make, world);
    return world;
  };
  const failures: string[] = [];
  for (const command of commands) {
    const run = runs[command.text] ?? {};
    if (run.impossible) continue;
    try {
      const world = await worldOf(run.in ?? makeWorld);
      const here = { ...usual(world), ...values(world), ...(await run.given?.(world)) };
      const env = { ...world.env, ...(await run.env?.(world)) };
      await inTurn(run.port, async () => {
        const terminal = Terminal.start(withValues(run.typed ?? command.typed, here), {
          cwd: world.cwd,
          env,
        });
        started.defer(() => terminal.interrupt());
        await prove(terminal, run, world);
      });
    } catch (error) {
      failures.push(`${command.page}:${command.line}: ${command.text}\n${String(error)}`);
    }
  }
  return failures;
}

const turns = new Map<number, Promise<void>>();

/** Does the work when nothing else is under way that needs this port. */
async function inTurn(port: number | undefined, work: () => Promise<void>): Promise<void> {
  if (port === undefined) return work();
  const mine = (turns.get(port) ?? Promise.resolve()).then(work);
  turns.set(
    port,
    mine.catch(() => {}),
  );
  return mine;
}

async function prove(terminal: Terminal, run: Run, world: World): Promise<void> {
  const { says = /^/, exitCode = 0, endless } = run;
  await run.meanwhile?.(world, terminal);
  if (endless) await terminal.shows(says);
  if (endless === "interrupted") await terminal.interrupt();
  if (!endless) {
    const ended = await terminal.ended;
    if (ended !== exitCode) throw new Error(`it ended with ${ended}, not ${exitCode}:\n${terminal.shown}`);
    if (!says.test(terminal.shown)) throw new Error(`it does not say ${says}:\n${terminal.shown}`);
  }
  await run.after?.(world);
}

/** What the documents call things that are another on each computer. */
function usual(world: World): Values {
  return {
    "http://127.0.0.1:3846": world.url,
    "https://sms.example.com": world.url,
    "/path/to/agentpass-sms": world.cwd,
    "/usr/bin/node": process.execPath,
    "~/.local/share/agentpass": world.dataFolder,
    "/srv/backups": world.folder("backups"),
    "/media/usb": world.folder("usb"),
  };
}

/** The longest words first, so that no value is put into another's place. */
function withValues(text: string, values: Values): string {
  return Object.entries(values)
    .toSorted(([a], [b]) => b.length - a.length)
    .reduce((typed, [word, value]) => typed.replaceAll(word, value), text);
}
