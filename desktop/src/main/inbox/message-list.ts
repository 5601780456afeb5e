import { keptMessage, type KeptMessage, type Listed } from "./kept-message.ts";

/** The kept messages, newest first, in the order in which the server stored them. */
export class MessageList {
  #messages: readonly KeptMessage[] = [];
  /** Where the next older page begins; null: there is none. */
  #nextBefore: string | null = null;

  get all(): readonly KeptMessage[] {
    return this.#messages;
  }

  get nextBefore(): string | null {
    return this.#nextBefore;
  }

  byId(id: string): KeptMessage | null {
    return this.#messages.find(({ shown }) => shown.id === id) ?? null;
  }

  /** The newest page in place of all that was kept. */
  replace(listed: readonly Listed[], nextBefore: string | undefined): void {
    const known = this.#messages;
    this.#messages = [];
    this.#put(listed, known);
    this.#nextBefore = nextBefore ?? null;
  }

  /** The page that `nextBefore` asked for. */
  append(listed: readonly Listed[], nextBefore: string | undefined): void {
    this.#put(listed, this.#messages);
    this.#nextBefore = nextBefore ?? null;
  }

  /** What the server says now of these; those of them that it does not name any more are gone. */
  update(asked: readonly string[], listed: readonly Listed[]): void {
    const before = this.#messages;
    const oldest = this.#nextBefore === null ? null : before.at(-1);
    this.#messages = before.filter(({ messageId }) => !asked.includes(messageId));
    this.#put(listed, before);
    // What is older than all that is kept comes with its page.
    if (oldest) this.#messages = this.#messages.filter(({ storedAt }) => storedAt >= oldest.storedAt);
  }

  clear(): void {
    this.replace([], undefined);
  }

  #put(listed: readonly Listed[], known: readonly KeptMessage[]): void {
    const kept = listed.flatMap(
      (one) =>
        keptMessage(
          one,
          known.find(({ messageId }) => messageId === one.messageId),
        ) ?? [],
    );
    const ids = new Set(kept.map(({ messageId }) => messageId));
    this.#messages = [...kept, ...this.#messages.filter(({ messageId }) => !ids.has(messageId))].sort(
      (a, b) => b.storedAt - a.storedAt || (a.messageId < b.messageId ? 1 : -1),
    );
  }
}
