import { ProblemError, type Problem } from "@agentpass/shared/problem";

interface Waiter<Connection> {
  resolve(connection: Connection): void;
  reject(error: ProblemError): void;
  /** Why the last try failed since this one waits; null: nobody said. */
  lastProblem: Problem | null;
}

/** The connection that is live now, if any, and those who wait for the next one. */
export class LiveConnection<Connection> {
  readonly #explain: (problem: Problem | null) => Problem;
  #current: Connection | null = null;
  #closed = false;
  readonly #waiters = new Set<Waiter<Connection>>();

  constructor(explain: (problem: Problem | null) => Problem) {
    this.#explain = explain;
  }

  get current(): Connection | null {
    return this.#current;
  }

  found(connection: Connection): void {
    this.#current = connection;
    for (const waiter of this.#waiters) waiter.resolve(connection);
  }

  /** It is away; the problem is null where nobody said why. One that waiting does not mend ends the waiting. */
  lost(problem: Problem | null): void {
    this.#current = null;
    for (const waiter of this.#waiters) {
      waiter.lastProblem = problem;
      if (isRefusal(problem)) waiter.reject(new ProblemError(this.#explain(problem)));
    }
  }

  /** There will be no further connection. */
  close(): void {
    this.#current = null;
    this.#closed = true;
    for (const waiter of this.#waiters) waiter.reject(new ProblemError(this.#explain(null)));
  }

  /** Gives the live connection; rejects with a ProblemError when there is none in time, or at once when refused. */
  next(patienceMs: number): Promise<Connection> {
    if (this.#current !== null) return Promise.resolve(this.#current);
    if (this.#closed) return Promise.reject(new ProblemError(this.#explain(null)));
    const { promise, resolve, reject } = Promise.withResolvers<Connection>();
    const waiter: Waiter<Connection> = { resolve, reject, lastProblem: null };
    this.#waiters.add(waiter);
    const timer = setTimeout(() => reject(new ProblemError(this.#explain(waiter.lastProblem))), patienceMs);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiters.delete(waiter);
    });
  }
}

/** The other side has been reached, and will not have us: waiting mends nothing. */
export function isRefusal(problem: Problem | null): boolean {
  return problem !== null && problem.code !== "unavailable";
}
