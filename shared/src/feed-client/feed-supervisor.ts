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
  /** Not connected; the next try is under way. The problem is null where the server could not be reached. */
  | { state: "away"; problem: Problem | null };

export interface FeedSupervisorOptions {
  /** Asked before every connection, so that a new key or port is found. May throw a ProblemError. */
  endpoint(): Promise<FeedEndpoint>;
  /** A cursor saved earlier; null: from now on. */
  cursor?: string | null;
  /** Does the work of one item. The cursor moves only when this has returned; an item that threw comes again. */
  onItem(item: FeedItem, cursor: string): void;
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
      },
      onItem: (item, cursor) => {
        this.#options.onItem(item, cursor);
        this.#cursor = cursor;
      },
      onEnded: (problem) => {
        if (this.#session === session) this.#session = null;
        this.#away(problem);
      },
    });
    this.#session = session;
  }

  #away(problem: Problem | null): void {
    if (this.#state.state === "stopped") return;
    const wasGood = this.#state.state === "live" && performance.now() - this.#startedAt > GOOD_SESSION_MS;
    this.#attempt = wasGood ? 0 : this.#attempt + 1;
    this.#retry = setTimeout(() => void this.#connect(), this.#pauseMs(problem));
    this.#enter({ state: "away", problem });
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
