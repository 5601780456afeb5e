import { createTokenBuckets } from "./token-bucket.ts";

/** Bad requests an address may make at once, and how fast the allowance returns. */
const BAD_REQUESTS = { burst: 20, perSecond: 1 };

/** Counts a bad request of `address`; true while it is within the limit. */
export type BadCallerLimit = (address: string) => boolean;

/**
 * A token bucket for each address, drawn on by bad signatures and secrets only: a validly signed webhook never
 * meets it, since Twilio does not retry after a 429. (express-rate-limit counts before the handler has seen the signature.)
 * `now` in epoch milliseconds.
 */
export function createBadCallerLimit(now: () => number, allowance = BAD_REQUESTS): BadCallerLimit {
  const buckets = createTokenBuckets(now);
  return (address) => buckets.take(networkOf(address), allowance) === 0;
}

/** Whom an address stands for: one caller usually holds a whole IPv6 /64. */
export function networkOf(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = "", tail = ""] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => "0");
  return [...groups, ...zeros, ...after].slice(0, 4).join(":");
}
