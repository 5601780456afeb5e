import { vi } from "vitest";

const nextTurn = setImmediate;
/** What other threads and the kernel do for us, as Node names it; all else over local sockets takes a turn or two. */
const UNDER_WAY = /^(FSReq|TCPConnect|PipeConnect|GetAddrInfo|Shutdown)/;

/**
 * Timers and clocks of this process, moved by hand from now on; sockets, files and databases stay real. For a test file
 * with a process of its own.
 */
export class MovedClock implements Disposable {
  /** Turns of the event loop after each timer: enough for a message to go over a local socket and back. */
  readonly #turns: number;

  constructor({ turns = 20 } = {}) {
    this.#turns = turns;
    vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"],
    });
  }

  /** Moves on from timer to timer until so many milliseconds have passed, with time for what each of them began. */
  async advance(ms: number): Promise<void> {
    const end = performance.now() + ms;
    await this.settle();
    while (performance.now() < end && vi.getTimerCount() > 0) {
      await vi.advanceTimersToNextTimerAsync();
      await this.settle();
    }
  }

  /** Moves on until the promise has settled, for an hour at most. Gives what it gives. */
  async until<T>(promise: Promise<T>): Promise<T> {
    const state = { isSettled: false };
    const mark = (): void => void (state.isSettled = true);
    promise.then(mark, mark);
    const end = performance.now() + 3_600_000;
    await this.settle();
    while (!state.isSettled && performance.now() < end) {
      await vi.advanceTimersToNextTimerAsync();
      await this.settle();
    }
    if (!state.isSettled) throw new Error("nothing in an hour of the moved clock");
    return promise;
  }

  /** Lets the clock stand until this holds: what is loaded for the first time takes as long as it takes. */
  async stand(until: () => boolean): Promise<void> {
    while (!until()) {
      await vi.advanceTimersByTimeAsync(0);
      await this.settle();
    }
  }

  /** Lets what is under way go on while the clock stands. */
  async settle(turns = this.#turns): Promise<void> {
    for (let quiet = 0; quiet < turns; quiet += 1) {
      await new Promise<void>((resolve) => nextTurn(resolve));
      if (process.getActiveResourcesInfo().some((name) => UNDER_WAY.test(name))) quiet = 0;
    }
  }

  [Symbol.dispose](): void {
    vi.useRealTimers();
  }
}
