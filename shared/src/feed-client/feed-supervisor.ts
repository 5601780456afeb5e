import type { FeedItem } from "../feed.ts";
import { ProblemError, type Problem } from "../problem.ts";
import { openFeedSession, type FeedClient, type FeedEndpoint, type FeedSession } from "./feed-session.ts";
import { fullJitterMs } from "./full-jitter.ts";

/** A session that lived this long was a good one: the next failure starts the backoff anew. */
const GOOD_SESSION_MS = 3_000;

/** A server that refused the key is not asked again soon; whoever mended it can call `hurry`. */
const REFUSED_MS = 15_000;

export type FeedState =
  | { state: "stopped" }
  | { state: "connecting" }
  | { state: "live"; client: FeedClient }
  /**
   * Not connected; the next try comes at `retryAt`, in epoch milliseconds. The problem is null where the server could not
   * be reached.
   */
  | { state: "away"; problem: Problem | null; retryAt: number };

export interface FeedSupervisorOptions {
  /** Asked before every connection, so that a new key or port is found. May throw a ProblemError. */
  endpoint(): Promise<FeedEndpoint>;
  /** A cursor saved earlier; null: from now on. */
  cursor?: string | null;
  /** Work at the start of every connection, before its first item. Where it fails, there is another connection. */
  onStarted?(client: FeedClient): unknown;
  /**
   * Does the work of one item; the next one waits for a promise that it gives. The cursor moves only when this has returned, or what it gave
   * has resolved; an item whose work failed comes again. Work that never ends keeps the feed from going on.
   */
  onItem(item: FeedItem, cursor: string, client: FeedClient): unknown;
  onState?(state: FeedState): void;
  random?: () => number;
}

/**
 * A subscription that cannot go deaf: however a connection or a subscription ends, it subscribes again from the
 * cursor of the last item whose work was done.
 */
export class FeedSupervisor {
  readonly #options: FeedSupervisorOptions;
  #cursor: string | null;
  #state: FeedState = { state: "stopped" };
  #session: FeedSession | null = null;
  #retry: NodeJS.Timeout | null = null;
  /** Resolves when the last session has no work under way: an item's work is never done twice at once. */
  #settled: Promise<void> = Promise.resolve();
  #attempt = 0;
  #startedAt = 0;

  constructor(options: FeedSupervisorOptions) {
    this.#options = options;
    this.#cursor = options.cursor ?? null;
  }

  get state(): FeedState {
    return this.#state;
  }

  get cursor(): string | null {
    return this.#cursor;
  }

  /** Connects, and stays connected until `stop`. Does nothing where it already runs. */
  start(): void {
    if (this.#state.state !== "stopped") return;
    this.#attempt = 0;
    void this.#connect();
  }

  /** Tries at once where a pause before the next try is on. */
  hurry(): void {
    if (this.#retry === null) return;
    clearTimeout(this.#retry);
    void this.#connect();
  }

  stop(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#enter({ state: "stopped" });
    this.#session?.close();
    this.#session = null;
  }

  async #connect(): Promise<void> {
    this.#retry = null;
    this.#enter({ state: "connecting" });
    try {
      await this.#settled;
      const endpoint = await this.#options.endpoint();
      if (this.#state.state === "connecting") this.#open(endpoint);
    } catch (error) {
      this.#away(problemOfThrown(error));
    }
  }

  #open(endpoint: FeedEndpoint): void {
    const session = openFeedSession({
      endpoint,
      cursor: this.#cursor,
      onStarted: () => {
        this.#startedAt = performance.now();
        this.#enter({ state: "live", client: session.client });
        return this.#options.onStarted?.(session.client);
      },
      onItem: (item, cursor) => {
        const done = this.#options.onItem(item, cursor, session.client);
        if (done instanceof Promise) return done.then(() => void (this.#cursor = cursor));
        return void (this.#cursor = cursor);
      },
      onEnded: (problem) => {
        if (this.#session === session) this.#session = null;
        this.#settled = session.idle();
        this.#away(problem);
      },
    });
    this.#session = session;
  }

  #away(problem: Problem | null): void {
    if (this.#state.state === "stopped") return;
    const wasGood = this.#state.state === "live" && performance.now() - this.#startedAt > GOOD_SESSION_MS;
    this.#attempt = wasGood ? 0 : this.#attempt + 1;
    const pauseMs = this.#pauseMs(problem);
    this.#retry = setTimeout(() => void this.#connect(), pauseMs);
    this.#enter({ state: "away", problem, retryAt: Date.now() + pauseMs });
  }

  #pauseMs(problem: Problem | null): number {
    const { random = Math.random } = this.#options;
    const refused = problem !== null && problem.code !== "unavailable";
    return refused ? REFUSED_MS * (1 + random()) : fullJitterMs(this.#attempt, random);
  }

  #enter(state: FeedState): void {
    this.#state = state;
    this.#options.onState?.(state);
  }
}

function problemOfThrown(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { code: "unavailable", message: error instanceof Error ? error.message : String(error) };
}
