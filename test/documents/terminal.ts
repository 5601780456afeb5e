import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { vi } from "vitest";

/** Only against hanging for ever: under load a start of a server takes 20 s. */
const PATIENCE_MS = 150_000;
/** What programs ask before they act: ours, and npx of a package that it has to fetch. */
const QUESTION = /\[y\/N\] ?$|Ok to proceed\? \(y\) ?$/;
const CTRL_C = "\u0003";

export interface TerminalOptions {
  cwd: string;
  env: Readonly<Record<string, string>>;
}

/** A command that runs in bash on a terminal of its own, as when a person types it; what it asks is answered with y. */
export class Terminal {
  /** All that it has shown, colours and the like left out. */
  shown = "";
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  private constructor(command: string, { cwd, env }: TerminalOptions) {
    // `script` gives it a terminal and hands its exit code on.
    const typed = 'stty cols 160 -echo; exec bash -O expand_aliases -c "$DOCUMENT_COMMAND"';
    this.#child = spawn("script", ["--quiet", "--return", "--flush", "--command", typed, "/dev/null"], {
      cwd,
      env: { ...env, DOCUMENT_COMMAND: command, SHELL: "/bin/bash" },
      stdio: ["pipe", "pipe", "inherit"],
      timeout: PATIENCE_MS,
      killSignal: "SIGKILL",
    });
    this.#child.stdout?.setEncoding("utf8").on("data", (part: string) => {
      this.shown = plain(this.shown + part);
      if (QUESTION.test(this.shown)) this.#type("y\n");
    });
    this.#ended = once(this.#child, "close").then(([code]) => code as number | null);
  }

  static start(command: string, options: TerminalOptions): Terminal {
    return new Terminal(command, options);
  }

  /** Its exit code, when it has ended by itself; null where it had to be killed. */
  get ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Waits until it has shown this; fails where it ends before. */
  async shows(pattern: RegExp): Promise<void> {
    let over = false;
    void this.#ended.then(() => (over = true));
    const isShown = (): boolean => pattern.test(this.shown);
    await vi.waitUntil(() => over || isShown(), { timeout: PATIENCE_MS, interval: 50 }).catch(() => {});
    if (!isShown()) throw new Error(`it does not show ${pattern}:\n${this.shown}`);
  }

  /** Ctrl-C, and waits for its end. */
  async interrupt(): Promise<void> {
    this.#type(CTRL_C);
    await this.#ended;
  }

  #type(keys: string): void {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.stdin?.write(keys);
  }
}

function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/\u001b\[[0-9;?]*[a-zA-Z]/g, "").replaceAll("\r\n", "\n");
}
