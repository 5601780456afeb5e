import type { FeedItem } from "@agentpass/shared/feed";
import type { FeedClient } from "@agentpass/shared/feed-client/feed-session";
import type { ServerHello } from "@agentpass/shared/server-api";
import type { ConnectionView } from "../../shared/app-state.ts";
import type { SignedInAccount } from "../account/account.ts";
import { Observable, type Unsubscribe } from "../observable.ts";
import type { CursorFile } from "./cursor-file.ts";
import type { DeviceFeed } from "./device-feed.ts";
import { AccountLink } from "./account-link.ts";
import { allDone } from "./all-done.ts";

type ItemWork = (item: FeedItem, client: FeedClient) => Promise<void> | void;
type FreshWork = (client: FeedClient) => Promise<void>;

export interface DeviceConnectionOptions {
  account: Observable<SignedInAccount | null>;
  cursors: CursorFile;
  /** Hears what the server says of itself after every connection. */
  onHello?: (hello: ServerHello) => void;
  /** Gives the server's base URL before every connection; left out: the account's own. */
  serverOf?: (account: SignedInAccount) => Promise<string>;
  /** What this app says its version is; left out: its own. */
  version?: string;
}

/** The one connection of this device: it follows the account, and is never given up while there is one. */
export class DeviceConnection implements DeviceFeed {
  readonly view = new Observable<ConnectionView>({ state: "signed_out" });
  /** The server's clock less this computer's, milliseconds. */
  readonly clockOffsetMs = new Observable(0);
  readonly #options: DeviceConnectionOptions;
  readonly #itemWork = new Set<ItemWork>();
  readonly #freshWork = new Set<FreshWork>();
  readonly #unfollow: Unsubscribe;
  #link: AccountLink | null = null;

  constructor(options: DeviceConnectionOptions) {
    this.#options = options;
    this.#unfollow = options.account.onChange((account) => this.#follow(account));
  }

  /** Connects as soon as somebody is signed in. Call it when every listener is there. */
  start(): void {
    this.#follow(this.#options.account.value);
  }

  get client(): FeedClient | null {
    return this.#link?.client ?? null;
  }

  onItem(work: ItemWork): Unsubscribe {
    this.#itemWork.add(work);
    return () => this.#itemWork.delete(work);
  }

  onFresh(work: FreshWork): Unsubscribe {
    this.#freshWork.add(work);
    return () => this.#freshWork.delete(work);
  }

  /** The server's clock, epoch milliseconds. */
  now(): number {
    return Date.now() + this.clockOffsetMs.value;
  }

  /** Tries at once where a pause before the next try is on. */
  retry(): void {
    this.#link?.retry();
  }

  /** Ends the connection for good; resolves when the cursor of what was worked through is saved. */
  async close(): Promise<void> {
    this.#unfollow();
    this.#follow(null);
    await this.#options.cursors.saved();
  }

  #follow(account: SignedInAccount | null): void {
    if (account !== null && this.#link?.account.keyId === account.keyId) return;
    this.#link?.stop();
    this.#link = null;
    this.view.set(account === null ? { state: "signed_out" } : { state: "connecting" });
    if (account === null) return;
    this.#link = new AccountLink(account, {
      ...this.#options,
      view: this.view,
      onHello: (hello, offsetMs) => {
        this.clockOffsetMs.set(offsetMs);
        this.#options.onHello?.(hello);
      },
      onItem: (item, client) => allDone(this.#itemWork, (work) => work(item, client)),
      onFresh: (client) => allDone(this.#freshWork, (work) => work(client)),
    });
  }
}
