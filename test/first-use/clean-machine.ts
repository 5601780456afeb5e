import { execFileSync, spawn, type ChildProcessByStdio } from "node:child_process";
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";

/** Nobody's machine: a user with an empty home that only he can enter, and npm. */
export interface CleanMachine {
  home: string;
  /** The clone of this repository. */
  clone: string;
  /** What a process there starts with. */
  env: Readonly<Record<string, string>>;
  /** Puts what makes a command this user's own before it. */
  asUser(command: readonly string[]): readonly [string, ...string[]];
}

const isRoot = process.getuid?.() === 0;

/** Whoever runs the tests; and, where that is root, an ordinary user too. */
export const users: readonly string[] = isRoot ? ["root", "nobody"] : ["this user"];

/** A new home and a fresh clone in it, both empty of caches. */
export function cleanMachine(user: string): CleanMachine {
  const home = mkdtempSync(path.join(tmpdir(), "agentpass-home-"));
  chmodSync(home, 0o700);
  const clone = path.join(home, "agentpass-sms");
  execFileSync("git", ["clone", "--quiet", repositoryRoot, clone]);
  mkdirSync(path.join(home, "tmp"));
  const other = isRoot && user !== "root";
  if (other) execFileSync("chown", ["--recursive", `${user}:`, home]);
  const env = { PATH: pathWithoutPnpm(), HOME: home, LANG: "C.UTF-8", TMPDIR: path.join(home, "tmp") };
  const change = other ? ["setpriv", "--reuid", user, "--regid", "nogroup", "--clear-groups"] : [];
  return {
    home,
    clone,
    // root's data folder is one for the machine, and not the tests' to use.
    env: user === "root" ? { ...env, AGENTPASS_DATA_DIR: path.join(home, "data") } : env,
    asUser: (command) => [...change, ...command] as unknown as [string, ...string[]],
  };
}

/** As on a machine that has npm with a Node of any age, and no pnpm. */
function pathWithoutPnpm(): string {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter((folder) => !has(folder, "pnpm"));
  if (!folders.some((folder) => has(folder, "npx")))
    throw new Error(
      `No folder of PATH has npx without a pnpm beside it: ${folders.join(", ")}. Install npm itself.`,
    );
  return folders.join(path.delimiter);
}

function has(folder: string, program: string): boolean {
  try {
    accessSync(path.join(folder, program), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A terminal of that machine, in the clone; its group is what Ctrl+C reaches. */
export class Terminal {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** All that it showed. */
  shown = "";
  readonly #ended: Promise<number | null>;
  readonly #waiting = new Set<() => void>();

  constructor(machine: CleanMachine, env: Readonly<Record<string, string>> = {}) {
    // Aliases hold in a person's shell; here they must be asked for.
    const [program, ...args] = machine.asUser(["bash", "-e", "-O", "expand_aliases", "-s"]);
    this.child = spawn(program, args, {
      cwd: machine.clone,
      env: { ...machine.env, ...env },
      stdio: ["pipe", "pipe", "pipe"],
      detached: true,
    });
    const look = (): void => {
      for (const wake of this.#waiting) wake();
    };
    const show = (text: Buffer): void => {
      this.shown += text.toString();
      look();
    };
    this.child.stdout.on("data", show);
    this.child.stderr.on("data", show);
    this.#ended = new Promise((resolve) => {
      this.child.on("close", (code) => {
        resolve(code);
        look();
      });
    });
  }

  type(lines: string): void {
    this.child.stdin.write(`${lines}\n`);
  }

  /** Resolves when it has shown this; rejects, with all that it showed, when it ended before. */
  async shows(wanted: string): Promise<void> {
    const ended = this.#ended.then((code) => {
      if (!this.shown.includes(wanted))
        throw new Error(`The terminal ended with ${code} without "${wanted}":\n${this.shown}`);
    });
    const seen = new Promise<void>((resolve) => {
      const look = (): void => {
        if (!this.shown.includes(wanted)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
    await Promise.race([seen, ended]);
  }

  /** Closes its input; gives its shell's exit code once nothing of it runs any more. */
  async exit(): Promise<number | null> {
    this.child.stdin.end();
    return this.#ended;
  }

  /** Ctrl+C, and then as `exit`. */
  async interrupt(): Promise<number | null> {
    const { exitCode, signalCode, pid } = this.child;
    if (exitCode === null && signalCode === null && pid !== undefined) process.kill(-pid, "SIGINT");
    return this.exit();
  }
}
