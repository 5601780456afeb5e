import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { vi } from "vitest";
import { ownVersion } from "../../../desktop/src/tray-protocol/version-problem.ts";

export interface Line {
  type: string;
  id?: number;
  token?: string;
  requestId?: string;
  change?: unknown;
  result?: unknown;
  problem?: { code: string; message: string; field?: string };
}

/** A program on the tray's socket that speaks by hand, so that a test sees, and can send, every line. */
export class SocketClient implements Disposable {
  readonly socket: Socket;
  readonly lines: Line[] = [];
  ended = false;
  #nextId = 1;

  static async connect(path: string): Promise<SocketClient> {
    const client = new SocketClient(connect(path));
    await once(client.socket, "connect");
    return client;
  }

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on("error", () => {});
    socket.on("close", () => (this.ended = true));
    createInterface(socket)
      .on("line", (line) => this.lines.push(JSON.parse(line) as Line))
      .on("error", () => {});
  }

  send(frame: object): void {
    this.socket.write(`${JSON.stringify(frame)}\n`);
  }

  /** Says hello, and resolves with the tray's answer to it. */
  async hello({
    client = "claude-code",
    token = null,
    ...other
  }: Record<string, unknown> = {}): Promise<Line> {
    this.send({ type: "hello", ...ownVersion, client, token, ...other });
    return this.until(({ type }) => type === "welcome" || type === "refused");
  }

  async call(method: string, input: unknown = {}, totalMs = 10_000): Promise<Line> {
    const id = this.#nextId++;
    this.send({ type: "call", id, method, input, limits: { reconnectMs: 3_000, resendMs: 3_000, totalMs } });
    return this.until((line) => line.id === id);
  }

  async until(isIt: (line: Line) => boolean): Promise<Line> {
    return vi.waitFor(
      () => {
        const found = this.lines.find(isIt);
        if (!found) throw new Error(`not among ${JSON.stringify(this.lines)}${this.ended ? ", ended" : ""}`);
        return found;
      },
      { timeout: 15_000, interval: 5 },
    );
  }

  async untilEnded(): Promise<void> {
    await vi.waitUntil(() => this.ended, { timeout: 15_000, interval: 5 });
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}
