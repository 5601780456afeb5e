import { createBadKeyLimit, type BadKeyLimit } from "./bad-key-limit.ts";
import { createTokenBuckets, type TokenBuckets } from "./token-bucket.ts";

/** What callers may do in a time. Kept in memory: every node counts for itself. */
export interface Limits {
  calls: TokenBuckets;
  badKeys: BadKeyLimit;
}

/** `now` in milliseconds. */
export function createLimits(now: () => number): Limits {
  return { calls: createTokenBuckets(now), badKeys: createBadKeyLimit(now) };
}
