import type { WaitWithMessage } from "./messages.ts";
import type { Clock } from "./store.ts";

/** Long enough to be pushed, too short to become a second truth. */
const FRESH_MS = 1_000;
const MOST = 1_000;

/**
 * Answers that this node has just committed, so that pushing them needs no look at the store: that look was a
 * quarter of an SMS's way. Whoever misses one here reads it there.
 */
export interface FreshAnswers {
  /** `seq`: of the event that tells of it; a later event of the same wait is about something else. */
  put(seq: number, answer: WaitWithMessage): void;
  get(seq: number, waitId: string): WaitWithMessage | null;
}

export function createFreshAnswers(clock: Clock): FreshAnswers {
  const answers = new Map<string, { answer: WaitWithMessage; until: number }>();
  const dropOld = (now: number): void => {
    // In the order of insertion, so the first that is fresh ends the search.
    for (const [key, { until }] of answers) {
      if (until > now && answers.size <= MOST) return;
      answers.delete(key);
    }
  };
  return {
    put(seq, answer) {
      const now = clock();
      dropOld(now);
      answers.set(`${seq} ${answer.wait.id}`, { answer, until: now + FRESH_MS });
    },
    get(seq, waitId) {
      dropOld(clock());
      return answers.get(`${seq} ${waitId}`)?.answer ?? null;
    },
  };
}
