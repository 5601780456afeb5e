import type { FeedClient } from "@agentpass/shared/feed-client/feed-session";

/** The server's time, by which codes expire, read off this computer's clock. */
export class ServerClock {
  readonly #clock: () => number;
  #aheadMs = 0;
  #asked: FeedClient | null = null;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#clock() + this.#aheadMs;
  }

  /** Asks once a connection; the computer's clock may have been set between two. */
  async ask(client: FeedClient): Promise<void> {
    if (client === this.#asked) return;
    const before = this.#clock();
    const { now } = await client.server.hello.query();
    this.#aheadMs = now - (before + this.#clock()) / 2;
    this.#asked = client;
  }
}
