import type { Unsubscribe } from "../observable.ts";

/** What the app's links begin with: `agentpass://pair?…`. */
export const LINK_SCHEME = "agentpass";
const MAX_LENGTH = 2_000;

/** The link of ours among a program's arguments, which Chromium may have put in another order; null: there is none. */
export function linkAmong(argv: readonly string[]): string | null {
  const found = argv.find(
    (argument) => argument.toLowerCase().startsWith(`${LINK_SCHEME}:`) && argument.length <= MAX_LENGTH,
  );
  return found !== undefined && URL.canParse(found) ? found : null;
}

/** Links that a browser or another program opened. Whoever listens asks the person before anything is done. */
export class DeepLinks {
  readonly #listeners = new Set<(link: string) => void>();
  /** Came before anybody listened: the link that started the app. */
  #early: string | null = null;

  /** `argv`: the arguments of a start of the app, or a link alone. */
  receive(argv: readonly string[]): void {
    const link = linkAmong(argv);
    if (link === null) return;
    if (this.#listeners.size === 0) this.#early = link;
    for (const listener of this.#listeners) listener(link);
  }

  /** Hears every link, first the one that came before. */
  onLink(listener: (link: string) => void): Unsubscribe {
    this.#listeners.add(listener);
    if (this.#early !== null) listener(this.#early);
    this.#early = null;
    return () => this.#listeners.delete(listener);
  }
}
