import { Observable } from "../observable.ts";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export interface TrayHostOptions {
  /** Asks the desktop. */
  isThere: () => Promise<boolean>;
  /** How many times it may be missing before that is said. */
  patience: number;
}

/**
 * Whether the desktop has a place for tray icons; null until it has been asked. Started at login the app is often there
 * before the panel: it is asked again, ever more rarely, until it is there.
 */
export class TrayHost {
  readonly present = new Observable<boolean | null>(null);
  readonly #isThere: () => Promise<boolean>;
  #patience: number;
  #pauseMs = FIRST_PAUSE_MS;

  constructor({ isThere, patience }: TrayHostOptions) {
    this.#isThere = isThere;
    this.#patience = patience;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const there = await this.#isThere();
    if (there) return this.present.set(true);
    if (this.#patience-- <= 0) this.present.set(false);
    setTimeout(() => void this.#ask(), this.#pauseMs).unref();
    this.#pauseMs = Math.min(2 * this.#pauseMs, LONGEST_PAUSE_MS);
  }
}
