import type { FeedItem } from "@agentpass/shared/feed";
import { FeedSupervisor, type FeedState } from "@agentpass/shared/feed-client/feed-supervisor";
import { feedUrl } from "@agentpass/shared/feed-client/feed-url";
import { Secret } from "@agentpass/shared/secret";
import { vi } from "vitest";
import { apiClient } from "./api-client.ts";

/** A person's device as the tray is one: let in by a code that `approver` types, on a live feed of its own. */
export class PairedDevice implements Disposable {
  readonly id: string;
  readonly key: string;
  readonly api: ReturnType<typeof apiClient>;
  readonly items: FeedItem[] = [];
  readonly states: FeedState[] = [];
  readonly feed: FeedSupervisor;

  private constructor(url: string, { deviceId, key }: { deviceId: string; key: string }) {
    this.id = deviceId;
    this.key = key;
    this.api = apiClient(url, key);
    this.feed = new FeedSupervisor({
      endpoint: async () => ({ url: feedUrl(url), key: new Secret(key) }),
      onItem: (item) => this.items.push(item),
      onState: (state) => this.states.push(state),
    });
    this.feed.start();
  }

  /** `member`: whose device it becomes, where it is not the approver's own. */
  static async pair(url: string, approver: string, member?: string): Promise<PairedDevice> {
    const stranger = apiClient(url, "");
    const { deviceCode, userCode } = await stranger.pairing.start.mutate({
      deviceName: "a laptop",
      platform: "linux",
    });
    const admin = apiClient(url, approver);
    await admin.pairing.approve.mutate({ userCode, ...(member === undefined ? {} : { member }) });
    const polled = await stranger.pairing.poll.mutate({ deviceCode });
    if (polled.status !== "approved") throw new Error(`the device was not let in: ${polled.status}`);
    const device = new PairedDevice(url, polled);
    await vi.waitUntil(() => device.feed.state.state === "live", { timeout: 20_000, interval: 10 });
    return device;
  }

  /** Our ids of the messages whose arrival its feed told, in order. */
  get messageIds(): string[] {
    return this.items.flatMap((item) =>
      item.type === "message.received" && item.messageId !== undefined ? [item.messageId] : [],
    );
  }

  /** Resolves when the feed has told of so many messages. */
  async toldOf(count: number): Promise<void> {
    await vi.waitUntil(() => this.messageIds.length >= count, { timeout: 20_000, interval: 20 });
  }

  [Symbol.dispose](): void {
    this.feed.stop();
  }
}
