import { once } from "node:events";
import type { FeedItem } from "@agentpass/shared/feed";
import type { Secret } from "@agentpass/shared/secret";
import { WebSocket, type ClientOptions } from "ws";

export interface Frame {
  id?: number | null;
  method?: string;
  result?: { type?: string; id?: string; data?: unknown };
  error?: { message: string; data?: { problem?: { code: string; message: string } | null } };
}

/** A WebSocket that speaks tRPC's protocol by hand, so that a test sees, and can send, every frame. */
export class RawSocket implements Disposable {
  readonly socket: WebSocket;
  readonly frames: Frame[] = [];
  /** How the other side closed it, and when (`performance.now()`). */
  closed: { code: number; at: number } | null = null;
  /** When it was opened (`performance.now()`). */
  readonly openedAt = performance.now();
  #answersPings: boolean;
  #nextId = 1;

  /** With `key`, it says at once who it is; without, nothing. */
  static async open(
    url: string,
    {
      key,
      answersPings = true,
      ...options
    }: { key?: Secret | undefined; answersPings?: boolean } & Omit<ClientOptions, "key"> = {},
  ): Promise<RawSocket> {
    const raw = new RawSocket(new WebSocket(`${url}?connectionParams=1`, options), answersPings);
    await once(raw.socket, "open");
    if (key) raw.send({ method: "connectionParams", data: { key: key.reveal() } });
    return raw;
  }

  private constructor(socket: WebSocket, answersPings: boolean) {
    this.socket = socket;
    this.#answersPings = answersPings;
    socket.on("error", () => {});
    socket.on("close", (code) => (this.closed = { code, at: performance.now() }));
    socket.on("message", (data) => {
      // oxlint-disable-next-line typescript/no-base-to-string -- `ws` gives Buffers unless told otherwise
      const text = data.toString();
      if (text === "PING") {
        if (this.#answersPings) socket.send("PONG");
      } else this.frames.push(JSON.parse(text) as Frame);
    });
  }

  send(message: unknown): void {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  /** Gives the id of the call. */
  call(method: "query" | "mutation" | "subscription", path: string, input: unknown = {}): number {
    const id = this.#nextId++;
    this.send({ id, jsonrpc: "2.0", method, params: { path, input } });
    return id;
  }

  subscribe(lastEventId: string | null = null): number {
    return this.call("subscription", "feed.live", { lastEventId });
  }

  /** Frames that answer a call. */
  answers(id: number): Frame[] {
    return this.frames.filter((frame) => frame.id === id);
  }

  started(id: number): boolean {
    return this.answers(id).some(({ result }) => result?.type === "started");
  }

  /** Every frame that carries data of a subscription. */
  data(id: number): { id: string | undefined; item: FeedItem }[] {
    return this.answers(id)
      .filter(({ result }) => result?.type === "data")
      .map(({ result }) => ({
        id: result?.id,
        item: (result?.data as { data: FeedItem } | undefined)?.data ?? { type: "heartbeat" },
      }));
  }

  [Symbol.dispose](): void {
    this.socket.terminate();
  }
}
