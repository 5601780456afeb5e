import type { FeedItem } from "@agentpass/shared/feed";
import type { FeedClient } from "@agentpass/shared/feed-client/feed-session";
import { FeedSupervisor } from "@agentpass/shared/feed-client/feed-supervisor";
import { feedUrl } from "@agentpass/shared/feed-client/feed-url";
import { Secret } from "@agentpass/shared/secret";
import type { DeviceFeed } from "../../desktop/src/main/connection/device-feed.ts";

type Work = (item: FeedItem, client: FeedClient) => Promise<void> | void;

/** A device's feed for the services that live on it, without an app around: they are told everything in order. */
export class LiveDeviceFeed implements DeviceFeed, Disposable {
  readonly #supervisor: FeedSupervisor;
  readonly #work: Work[] = [];
  readonly #fresh: ((client: FeedClient) => Promise<void>)[] = [];
  #queue: Promise<void> = Promise.resolve();
  #failed: unknown = null;

  /** `cursor`: where an earlier run of the app stopped; null: the start of one. */
  constructor(url: string, key: string, cursor: string | null = null) {
    let isFresh = true;
    this.#supervisor = new FeedSupervisor({
      endpoint: async () => ({ url: feedUrl(url), key: new Secret(key) }),
      cursor,
      onItem: (item) => {
        const { client } = this;
        if (client === null) return;
        if (item.type === "gap") this.#then(() => this.#readAgain(client));
        for (const work of this.#work) this.#then(() => work(item, client));
      },
      onState: (state) => {
        if (state.state !== "live" || !isFresh) return;
        isFresh = false;
        this.#then(() => this.#readAgain(state.client));
      },
    });
  }

  get client(): FeedClient | null {
    const { state } = this.#supervisor;
    return state.state === "live" ? state.client : null;
  }

  get cursor(): string | null {
    return this.#supervisor.cursor;
  }

  onItem(work: Work): () => void {
    this.#work.push(work);
    return () => {};
  }

  onFresh(work: (client: FeedClient) => Promise<void>): () => void {
    this.#fresh.push(work);
    return () => {};
  }

  start(): void {
    this.#supervisor.start();
  }

  /** All that was told so far has been worked on. Rejects where some of it failed. */
  async settled(): Promise<void> {
    await this.#queue;
    if (this.#failed !== null) throw this.#failed;
  }

  async #readAgain(client: FeedClient): Promise<void> {
    for (const work of this.#fresh) await work(client);
  }

  #then(work: () => Promise<void> | void): void {
    this.#queue = this.#queue.then(work).catch((error: unknown) => {
      this.#failed ??= error;
    });
  }

  [Symbol.dispose](): void {
    this.#supervisor.stop();
  }
}
