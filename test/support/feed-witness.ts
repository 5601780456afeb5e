import { Secret } from "@agentpass/shared/secret";
import { parseCursor } from "@agentpass/shared/cursor";
import { vi } from "vitest";
import { FeedSupervisor } from "@agentpass/shared/feed-client/feed-supervisor";
import { feedUrl } from "@agentpass/shared/feed-client/feed-url";

/** An admin's live feed over every loss of its connection, by the product's own supervisor: what it brought, in order. */
export class FeedWitness implements Disposable {
  /** Our ids of the messages whose arrival it told, in order. */
  readonly messageIds: string[] = [];
  /** What a feed must never do. */
  readonly violations: string[] = [];
  readonly #supervisor: FeedSupervisor;
  #lastSeq = 0;

  constructor(url: string, key: string) {
    this.#supervisor = new FeedSupervisor({
      endpoint: async () => ({ url: feedUrl(url), key: new Secret(key) }),
      onItem: (item, cursor) => {
        const seq = parseCursor(cursor)?.seq ?? -1;
        if (item.type === "gap") this.violations.push(`gap: ${item.reason} after ${this.#lastSeq}`);
        // A heartbeat stands at the place where the feed is.
        const inOrder = item.type === "heartbeat" ? seq >= this.#lastSeq : seq > this.#lastSeq;
        if (!inOrder) this.violations.push(`${item.type} at ${seq} after ${this.#lastSeq}`);
        this.#lastSeq = seq;
        if (item.type === "message.received" && item.messageId !== undefined)
          this.messageIds.push(item.messageId);
      },
    });
    this.#supervisor.start();
  }

  /** Resolves when the feed is live. */
  async live(): Promise<void> {
    await vi.waitUntil(() => this.#supervisor.state.state === "live", { timeout: 20_000, interval: 10 });
  }

  /** Resolves when it has told of so many messages. */
  async toldOf(count: number): Promise<void> {
    await vi.waitUntil(() => this.messageIds.length >= count, { timeout: 20_000, interval: 20 });
  }

  [Symbol.dispose](): void {
    this.#supervisor.stop();
  }
}
