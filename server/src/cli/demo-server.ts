import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { SERVER_FILE, serverFile } from "@agentpass/shared/local-files";
import { fail } from "@agentpass/shared/problem";
import { readJsonFile } from "../config/data-folder.ts";
import { repositoryRoot } from "../config/read-environment.ts";

/** A server of a command's own: nothing of the developer's settings or data comes near it. */
export interface DemoServer {
  url: string;
  dataFolder: string;
  /** Milliseconds from the start of the process until it listened. */
  readyMs: number;
  /** Ends the server and its database, and removes the folder. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** The first start also makes a database; the limit for it is 10 s, and CI machines are slow. */
const LONGEST_START_MS = 60_000;

/** Starts the product's own server program on a free port, in a temporary data folder; in mock mode without other settings. */
export async function startDemoServer(
  settings: Readonly<Record<string, string>> = { AGENTPASS_MODE: "mock" },
): Promise<DemoServer> {
  const folder = await mkdtemp(path.join(tmpdir(), "agentpass-demo-"));
  // Root's database runs as another user, who must be able to pass through.
  if (process.getuid?.() === 0) await chmod(folder, 0o711);
  const dataFolder = path.join(folder, "data");
  const envFile = path.join(folder, "demo.env");
  const lines = Object.entries({ ...settings, PORT: "0", AGENTPASS_LOG_LEVEL: "warn" });
  await writeFile(envFile, lines.map(([name, value]) => `${name}=${value}\n`).join(""), { mode: 0o600 });
  const child = spawn(process.execPath, [path.join(repositoryRoot, "server/src/main.ts")], {
    env: { ...basics(), AGENTPASS_DATA_DIR: dataFolder, AGENTPASS_ENV_FILE: envFile },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = collect(child);
  const dispose = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const started = performance.now();
    const url = await listeningUrl({ child, dataFolder, output });
    return { url, dataFolder, readyMs: performance.now() - started, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** What any program needs of the environment, and none of our variables. */
function basics(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG, SystemRoot, LOCALAPPDATA } = process.env;
  return { PATH, HOME, TMPDIR, LANG, SystemRoot, LOCALAPPDATA };
}

/** The last output, for the case that the server does not start. */
function collect(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (part: string) => (text = (text + part).slice(-4000)));
  return () => text.trim();
}

async function listeningUrl(server: {
  child: ChildProcess;
  dataFolder: string;
  output: () => string;
}): Promise<string> {
  const deadline = performance.now() + LONGEST_START_MS;
  while (performance.now() < deadline) {
    const found = await readJsonFile(path.join(server.dataFolder, SERVER_FILE), serverFile);
    if (found.ok) return found.value.url;
    if (hasEnded(server.child))
      return fail("unavailable", `The server of this command's own ended at its start:\n${server.output()}`);
    await pause(10);
  }
  return fail(
    "unavailable",
    `The server of this command's own did not listen within ${LONGEST_START_MS / 1000} s:\n${server.output()}`,
  );
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** SIGTERM lets it drain and stop its database; it has 20 s for that. */
async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const stuck = new AbortController();
  await Promise.race([ended, pause(20_000, undefined, stuck).catch(() => {})]);
  stuck.abort();
  if (!hasEnded(child)) child.kill("SIGKILL");
  await ended;
}
