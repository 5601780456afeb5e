import { Observable } from "./observable.ts";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export interface PresenceOptions {
  isThere: () => Promise<boolean>;
  /** How many times it may be missing before that is said. */
  patience: number;
}

/**
 * Whether a part of the desktop is there; null until that is known. Started at login the app is often there before the
 * panel: it asks again, ever more rarely, until it is.
 */
export class Presence {
  readonly present = new Observable<boolean | null>(null);
  readonly #isThere: () => Promise<boolean>;
  #patience: number;
  #pauseMs = FIRST_PAUSE_MS;

  constructor({ isThere, patience }: PresenceOptions) {
    this.#isThere = isThere;
    this.#patience = patience;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    if (await this.#isThere()) return this.present.set(true);
    if (this.#patience <= 0) this.present.set(false);
    this.#patience -= 1;
    setTimeout(() => void this.#ask(), this.#pauseMs).unref();
    this.#pauseMs = Math.min(2 * this.#pauseMs, LONGEST_PAUSE_MS);
  }
}
