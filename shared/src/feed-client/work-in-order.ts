type Work = () => unknown;

/** Does one piece of work after the other; the first that fails is the last. What gives no promise is done at once. */
export class WorkInOrder {
  readonly #onFailed: (error: unknown) => void;
  readonly #waiting: Work[] = [];
  #stopped = false;
  #running: Promise<void> | null = null;

  constructor(onFailed: (error: unknown) => void) {
    this.#onFailed = onFailed;
  }

  add(work: Work): void {
    if (this.#stopped) return;
    this.#waiting.push(work);
    if (this.#running === null) this.#next();
  }

  /** Nothing more is begun. */
  stop(): void {
    this.#stopped = true;
    this.#waiting.length = 0;
  }

  /** Resolves when what was begun is over. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  #next(): void {
    for (let work = this.#waiting.shift(); work !== undefined; work = this.#waiting.shift()) {
      try {
        const done = work();
        if (!(done instanceof Promise)) continue;
        this.#running = this.#follow(done);
        return;
      } catch (error) {
        this.#fail(error);
      }
    }
  }

  async #follow(done: Promise<unknown>): Promise<void> {
    try {
      await done;
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#running = null;
    }
    this.#next();
  }

  #fail(error: unknown): void {
    if (this.#stopped) return;
    this.stop();
    this.#onFailed(error);
  }
}
