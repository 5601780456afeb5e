import { asE164, type E164 } from "@agentpass/shared/phone-number";
import { ProblemError } from "@agentpass/shared/problem";
import { reconcileAccount, reconcileNumber, type ReconcileParts } from "../actions/reconcile-inbound.ts";
import type { LogFields, Logger } from "../ops/logger.ts";
import { numbersToAskFor, reconcileIntervalMs } from "../store/reconcile.ts";

/** After a failure, of ours or Twilio's; doubled from one to the next, up to the interval. */
const SOON_MS = 5_000;
/** How late an open wait's turn may be. */
const WAITS_MS = 1_000;
/** Numbers that Twilio is asked for at once. */
const AT_ONCE = 5;

/** What it did since it was started. */
export interface ReconcileCounters {
  passes: number;
  failures: number;
  /** Passes left to another node. */
  elsewhere: number;
  /** Times that Twilio was asked for the number of an open wait. */
  asked: number;
  listed: number;
  /** Messages that the webhook had missed. */
  stored: number;
  /** Epoch milliseconds; null: not yet. */
  lastPassAt: number | null;
}

export interface Reconciler {
  /** Something went wrong that may have cost a message: looks in a few seconds instead of at the next turn. */
  soon(): void;
  readonly counters: Readonly<ReconcileCounters>;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Finds what the webhook missed: at once, every few minutes, soon after a failure, and for the numbers of open waits.
 * Twilio being away is said once and never stops anything else.
 */
export function startReconciler(parts: ReconcileParts, log: Logger, soonMs = SOON_MS): Reconciler {
  const counters: ReconcileCounters = {
    passes: 0,
    failures: 0,
    elsewhere: 0,
    asked: 0,
    listed: 0,
    stored: 0,
    lastPassAt: null,
  };
  const say = plainSpeech(log);
  let failuresInRow = 0;

  const pass = async (): Promise<number> => {
    try {
      const result = await reconcileAccount(parts);
      if (result === "elsewhere") counters.elsewhere += 1;
      else {
        counters.passes += 1;
        counters.lastPassAt = parts.store.clock();
        note(counters, result);
        say.found(result.stored);
      }
      failuresInRow = 0;
      say.answers();
      return await reconcileIntervalMs(parts.store);
    } catch (error) {
      counters.failures += 1;
      say.failed(error);
      return soonMs * 2 ** Math.min(failuresInRow++, 5);
    }
  };
  const passes = repeat(pass);

  const ask = async (): Promise<number> => {
    const askFor = async (to: E164): Promise<void> => {
      counters.asked += 1;
      const result = await reconcileNumber(parts, to);
      note(counters, result);
      say.found(result.stored);
    };
    try {
      const numbers = (await numbersToAskFor(parts.store, "twilio")).map(asE164).filter((to) => to !== null);
      // One number's failure must not cost the others their turn.
      for (let first = 0; first < numbers.length; first += AT_ONCE) {
        const asked = numbers.slice(first, first + AT_ONCE).map((to) => askFor(to).catch(say.failed));
        await Promise.all(asked);
      }
    } catch (error) {
      say.failed(error);
    }
    return WAITS_MS;
  };
  const asks = repeat(ask);

  return {
    soon: () => passes.within(soonMs),
    counters,
    stop: async () => void (await Promise.all([passes.stop(), asks.stop()])),
  };
}

function note(counters: ReconcileCounters, { listed, stored }: { listed: number; stored: number }): void {
  counters.listed += listed;
  counters.stored += stored;
}

interface Repeating {
  /** The next run comes at most so late. */
  within(ms: number): void;
  stop(): Promise<void>;
}

/** Runs now, and again after as many milliseconds as each run says; never twice at once. */
function repeat(run: () => Promise<number>): Repeating {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let dueAt = 0;
  let most = Number.POSITIVE_INFINITY;
  let running: Promise<void> | null = null;
  const plan = (ms: number): void => {
    clearTimeout(timer);
    if (stopped) return;
    dueAt = performance.now() + ms;
    timer = setTimeout(start, ms);
  };
  const start = (): void => {
    most = Number.POSITIVE_INFINITY;
    running = run().then((ms) => {
      running = null;
      plan(Math.min(ms, most));
    });
  };
  start();
  return {
    within(ms) {
      if (running !== null) most = Math.min(most, ms);
      else if (dueAt > performance.now() + ms) plan(ms);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Says that Twilio is away once, and once that it is back. */
function plainSpeech(log: Logger) {
  let isAway = false;
  return {
    found(count: number): void {
      if (count > 0)
        log.info("Messages that the webhook had missed were found at Twilio and stored", { count });
    },
    answers(): void {
      if (isAway) log.info("Messages that the webhook missed are looked for again");
      isAway = false;
    },
    failed: (error: unknown): void => {
      if (isAway) return;
      isAway = true;
      const why: LogFields = error instanceof ProblemError ? { reason: error.message } : { err: error };
      log.warn(
        "Messages that the webhook missed cannot be looked for; that is tried again, and the webhook goes on",
        why,
      );
    },
  };
}
