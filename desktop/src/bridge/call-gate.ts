/**
 * Lets a few calls run at once. tRPC's client puts everything that is sent in one tick into one frame, and the server
 * takes at most 20 calls and 64 KiB a frame; five of the largest calls there are fit.
 */
export class CallGate {
  #free = 5;
  readonly #queue: (() => void)[] = [];

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
