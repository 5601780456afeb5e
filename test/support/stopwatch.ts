import { readFileSync } from "node:fs";

/**
 * Milliseconds for which a process's main thread was ready to run and was given no CPU, since its start: the second
 * number of /proc/PID/schedstat, in nanoseconds. 0 where the kernel does not tell, or the process has ended.
 */
export function cpuWaitMs(pid: number | "self" = "self"): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[1]) / 1e6;
  } catch {
    return 0;
  }
}

/**
 * Milliseconds that our program took for something it promises in real time: what has passed since the stopwatch
 * was made, less what other programs on the machine took of it. What ours itself does too slowly counts in full.
 */
export class Stopwatch {
  readonly #startedAt = performance.now();
  readonly #waited = cpuWaitMs();

  /** Until `at`, by default now; `at` is of `performance.now()`, and just past. */
  ms(at = performance.now()): number {
    return at - this.#startedAt - (cpuWaitMs() - this.#waited);
  }
}
