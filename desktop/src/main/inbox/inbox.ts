import type { FeedItem } from "@agentpass/shared/feed";
import type { FeedClient } from "@agentpass/shared/feed-client/feed-session";
import { problemOfFailure } from "@agentpass/shared/feed-client/feed-problem";
import { fail, ProblemError, type Problem } from "@agentpass/shared/problem";
import type { InboxMessage, InboxView } from "../../shared/app-state.ts";
import type { ReceiptView } from "../../shared/ipc-contract.ts";
import type { Settings } from "../../shared/settings.ts";
import type { DeviceFeed } from "../connection/device-feed.ts";
import { Observable, type Unsubscribe } from "../observable.ts";
import { CLIPBOARD_MS, type CodeClipboard } from "./code-clipboard.ts";
import { shownAt, type KeptMessage } from "./kept-message.ts";
import { MessageList } from "./message-list.ts";

const PAGE = 50;
/** With more than this the inbox starts again with its first page. */
const MOST_KEPT = 500;
/** A timer stands still while the computer sleeps: the clock is looked at once a minute at least. */
const LONGEST_PAUSE_MS = 60_000;
/** Between two tries to learn what became of codes past their time. */
const RETRY_MS = 10_000;

export interface InboxOptions {
  feed: DeviceFeed;
  settings: Observable<Settings>;
  clipboard: CodeClipboard;
  /** The server's time, by which codes expire. Epoch milliseconds. */
  clock: () => number;
}

/** The newest messages that this person may see, kept as the feed tells of them. Its actions reject with a ProblemError. */
export class Inbox {
  readonly view = new Observable<InboxView>(nothingYet);
  readonly #feed: DeviceFeed;
  readonly #settings: Observable<Settings>;
  readonly #clipboard: CodeClipboard;
  readonly #clock: () => number;
  readonly #messages = new MessageList();
  readonly #listeners = new Set<(message: InboxMessage) => void>();
  /** When the feed told this app of a message, by the server's clock; each is announced once. */
  readonly #told = new Map<string, number>();
  #expiry: NodeJS.Timeout | null = null;
  #problem: Problem | null = null;
  #loaded = false;

  constructor({ feed, settings, clipboard, clock }: InboxOptions) {
    this.#feed = feed;
    this.#settings = settings;
    this.#clipboard = clipboard;
    this.#clock = clock;
    feed.onFresh((client) => this.#readNewest(client));
    feed.onItem((item, client) => this.#takeIn(item, client));
    settings.onChange(() => this.#show());
  }

  /** Hears of each new message once, however often the feed tells of it. */
  onArrived(listener: (message: InboxMessage) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts the code into the clipboard for a minute; the server has it on record. */
  async copy(id: string): Promise<{ clearsAfterSeconds: number }> {
    const { otp } = await this.#ask((client) => client.message.open.mutate({ id, purpose: "copy" }));
    if (otp === null) fail("not_found", "There is no code to copy: this message holds none any more.");
    await this.#clipboard.copy({ id, code: otp.code });
    return { clearsAfterSeconds: CLIPBOARD_MS / 1_000 };
  }

  /** The person used the code: nobody is given it any more. */
  async markUsed(id: string): Promise<void> {
    await this.#ask((client) => client.message.markUsed.mutate({ id }));
  }

  /** The times of one message's way, and when this app was told of it. */
  async receipt(id: string): Promise<ReceiptView> {
    const receipt = await this.#ask((client) => client.message.receipt.query({ id }));
    const messageId = this.#messages.byId(id)?.messageId;
    return { ...receipt, shownAt: (messageId && this.#told.get(messageId)) || null };
  }

  /** One page more of what came before. */
  async older(): Promise<void> {
    const before = this.#messages.nextBefore;
    if (before === null) return;
    const page = await this.#ask((client) => client.message.list.query({ before, limit: PAGE }));
    // Another call may have brought this page meanwhile.
    if (this.#messages.nextBefore !== before) return;
    this.#messages.append(page.messages, page.nextBefore);
    this.#show();
  }

  /** Forgets everything: the person has signed out. */
  clear(): void {
    this.#messages.clear();
    this.#told.clear();
    this.#loaded = false;
    this.#problem = null;
    this.#show();
  }

  async #readNewest(client: FeedClient): Promise<void> {
    try {
      const page = await client.message.list.query({ limit: PAGE });
      this.#messages.replace(page.messages, page.nextBefore);
      this.#loaded = true;
      this.#problem = null;
    } catch (error) {
      this.#problem = problemOfFailure(error) ?? UNREACHABLE;
      throw error;
    } finally {
      this.#show();
    }
  }

  async #takeIn(item: FeedItem, client: FeedClient): Promise<void> {
    if (!("messageId" in item) || item.messageId === undefined) return;
    if (this.#messages.all.length > MOST_KEPT) await this.#readNewest(client);
    await this.#refresh(client, this.#touchedBy(item.messageId));
    if (item.type === "message.received") this.#announce(item.messageId);
  }

  /** A claim replaces older codes of its number, and no event tells of those. */
  #touchedBy(messageId: string): string[] {
    const to = this.#messages.all.find((one) => one.messageId === messageId)?.shown.to;
    const others = this.#messages.all.filter(
      ({ shown }) => shown.to === to && (shown.state === "available" || shown.state === "held"),
    );
    return [...new Set([messageId, ...others.map((one) => one.messageId)])].slice(0, PAGE);
  }

  async #refresh(client: FeedClient, messageIds: string[]): Promise<void> {
    const { messages } = await client.message.list.query({ messageIds, limit: PAGE });
    this.#messages.update(messageIds, messages);
    this.#show();
  }

  #announce(messageId: string): void {
    if (this.#told.has(messageId)) return;
    const kept = this.#messages.all.find((one) => one.messageId === messageId);
    if (!kept) return;
    this.#told.set(messageId, this.#clock());
    const message = shownAt(kept, this.#clock(), this.#settings.value.showBodies);
    for (const listener of this.#listeners) listener(message);
  }

  #show(): void {
    const now = this.#clock();
    const { showBodies } = this.#settings.value;
    this.view.set({
      status: this.#problem ? "failed" : this.#loaded ? "ready" : "loading",
      problem: this.#problem,
      messages: this.#messages.all.map((kept) => shownAt(kept, now, showBodies)),
      hasOlder: this.#messages.nextBefore !== null,
    });
    this.#watchExpiry(now);
  }

  /** The next code's end: it is hidden at once, and the server gives the text without it. */
  #watchExpiry(now: number): void {
    if (this.#expiry !== null) clearTimeout(this.#expiry);
    this.#expiry = null;
    const next = Math.min(...this.#messages.all.filter(hasCode).map(({ expiresAt }) => expiresAt));
    if (next === Infinity) return;
    const pause = next > now ? Math.min(next - now, LONGEST_PAUSE_MS) : RETRY_MS;
    this.#expiry = setTimeout(() => void this.#expire(), pause);
    // What hides codes must not keep a program alive.
    this.#expiry.unref();
  }

  async #expire(): Promise<void> {
    this.#show();
    const now = this.#clock();
    const over = this.#messages.all.filter((kept) => hasCode(kept) && kept.expiresAt <= now);
    const { client } = this.#feed;
    if (client === null || over.length === 0) return;
    // Where it fails, the code stays hidden and the next round asks again.
    await this.#refresh(client, over.map(({ messageId }) => messageId).slice(0, PAGE)).catch(() => {});
  }

  async #ask<T>(call: (client: FeedClient) => Promise<T>): Promise<T> {
    const { client } = this.#feed;
    if (client === null) throw new ProblemError(UNREACHABLE);
    try {
      return await call(client);
    } catch (error) {
      throw new ProblemError(problemOfFailure(error) ?? UNREACHABLE);
    }
  }
}

const nothingYet: InboxView = { status: "loading", problem: null, messages: [], hasOlder: false };

const UNREACHABLE: Problem = {
  code: "unavailable",
  message: "AgentPass is not connected to its server. Try again as soon as it is.",
};

function hasCode({ shown }: KeptMessage): boolean {
  return shown.code !== undefined;
}
