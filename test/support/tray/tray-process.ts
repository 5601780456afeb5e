import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import type { AgentSocketState } from "../../../desktop/src/main/agent-socket/start-agent-socket.ts";

const program = fileURLToPath(new URL("tray-program.ts", import.meta.url));

interface TrayMessage {
  state?: AgentSocketState;
  asked?: string;
  revoked?: string;
  bug?: string;
}

/** The tray program as a process, which a test may kill and start again. */
export class TrayProcess implements AsyncDisposable {
  state: AgentSocketState | null = null;
  readonly asked: string[] = [];
  readonly revoked: string[] = [];
  readonly bugs: string[] = [];
  readonly #folders: readonly [own: string, server: string];
  #child: ChildProcess | null = null;

  private constructor(folders: readonly [own: string, server: string]) {
    this.#folders = folders;
  }

  /** Beside the server in `serverFolder`, or in a data folder of its own. */
  static async start(serverFolder: string, ownFolder = serverFolder): Promise<TrayProcess> {
    const tray = new TrayProcess([ownFolder, serverFolder]);
    await tray.start();
    return tray;
  }

  async start(): Promise<void> {
    this.state = null;
    const child = fork(program, [...this.#folders], { env: {}, cwd: "/" });
    this.#child = child;
    child.on("message", (message) => this.#hear(message as TrayMessage));
    await vi.waitUntil(() => this.state !== null, { timeout: 20_000, interval: 10 });
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  /** Stops the process where it is, its sockets staying open, or lets it go on. */
  freeze(): void {
    this.#child?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#child?.kill("SIGCONT");
  }

  async revoke(name: string): Promise<void> {
    this.#child?.send({ revoke: name });
    await vi.waitUntil(() => this.revoked.includes(name), { timeout: 20_000, interval: 10 });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }

  #hear({ state, asked, revoked, bug }: TrayMessage): void {
    if (state) this.state = state;
    if (asked) this.asked.push(asked);
    if (revoked) this.revoked.push(revoked);
    if (bug) this.bugs.push(bug);
  }
}
