import type { HeldChange } from "../../agent-api/agent-backend.ts";
import type { AgentLink } from "../agent-link.ts";
import { numberOfUri } from "./number-uri.ts";

/** What one SMS changes comes as several changes at once; the client hears of them once. */
const GATHER_MS = 30;

export interface HeldWish {
  /** The URIs whose changes the client wants to hear, as it wrote them. */
  uris: readonly string[];
  /** Whether it wants to hear that numbers come and go. */
  list: boolean;
}

/** Where notifications of changed resources go. */
export interface ResourceNotifier {
  updated(uri: string): void;
  listChanged(): void;
}

/** Tells the client what changes of its numbers and their messages, and follows that only while somebody wants to hear. */
export class HeldWatch {
  readonly #wishes = new Map<unknown, HeldWish>();
  readonly #due = new Set<string>();
  #notifier: ResourceNotifier | null = null;
  #link: AgentLink | null = null;
  #unfollow: (() => void) | null = null;
  /** Numbers that are held, by their ids. */
  #numbers: ReadonlyMap<string, string> = new Map();
  #isListDue = false;
  #isTelling = false;

  /** The server that speaks to the client from now on. */
  set notifier(notifier: ResourceNotifier) {
    this.#notifier = notifier;
  }

  /** The backend was reached: what is wanted already is followed from now on. */
  linked(link: AgentLink): void {
    this.#link = link;
    this.#follow();
  }

  /** What the holder of this subscription wants; null: it wants nothing any more. */
  want(holder: unknown, wish: HeldWish | null): void {
    if (wish === null) this.#wishes.delete(holder);
    else this.#wishes.set(holder, wish);
    this.#follow();
  }

  #follow(): void {
    const isWanted = [...this.#wishes.values()].some(({ list, uris }) => list || uris.length > 0);
    if (!isWanted) {
      this.#unfollow?.();
      this.#unfollow = null;
      return;
    }
    if (this.#link === null || this.#unfollow !== null) return;
    const { backend } = this.#link;
    const ends = [
      backend.onHeldChanged((change) => this.#hear(change)),
      backend.onMissed(() => this.#hearAll()),
    ];
    this.#unfollow = () => {
      for (const end of ends) end();
    };
    void this.#readNumbers(this.#link);
  }

  #hear(change: HeldChange): void {
    if (change.what === "numbers") return this.#hearList();
    const number = change.numberId === undefined ? undefined : this.#numbers.get(change.numberId);
    for (const uri of this.#uris())
      if (number === undefined || numberOfUri(uri) === number) this.#due.add(uri);
    this.#tellSoon();
  }

  /** Whatever was missed: the client reads again. */
  #hearAll(): void {
    this.#hear({ what: "messages" });
    this.#hearList();
  }

  #hearList(): void {
    if (this.#link !== null) void this.#readNumbers(this.#link);
  }

  async #readNumbers({ backend }: AgentLink): Promise<void> {
    try {
      const held = await backend.listNumbers();
      const before = this.#numbers;
      this.#numbers = new Map(held.map(({ numberId, phoneNumber }) => [numberId, phoneNumber]));
      if (before.size === held.length && held.every(({ numberId }) => before.has(numberId))) return;
      this.#isListDue = true;
      this.#tellSoon();
    } catch {
      // Away: the next connection says that changes were missed.
    }
  }

  #uris(): string[] {
    return [...this.#wishes.values()].flatMap(({ uris }) => uris);
  }

  #tellSoon(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    setTimeout(() => this.#tell(), GATHER_MS);
  }

  #tell(): void {
    this.#isTelling = false;
    const hasList = [...this.#wishes.values()].some(({ list }) => list);
    if (this.#isListDue && hasList) this.#notifier?.listChanged();
    this.#isListDue = false;
    const wanted = this.#uris();
    for (const uri of this.#due) if (wanted.includes(uri)) this.#notifier?.updated(uri);
    this.#due.clear();
  }
}
