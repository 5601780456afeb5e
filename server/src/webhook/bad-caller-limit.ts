/** Bad requests an address may make at once, and how fast the allowance returns. */
const BAD_REQUESTS = { burst: 20, perSecond: 1 };
const MAX_ADDRESSES = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** Counts a bad request of `address`; true while it is within the limit. */
export type BadCallerLimit = (address: string) => boolean;

/**
 * A token bucket for each address, drawn on by bad signatures, secrets and keys only: a validly signed webhook never
 * meets it, since Twilio does not retry after a 429. (express-rate-limit counts before the handler has seen the signature.)
 * `now` in epoch milliseconds.
 */
export function createBadCallerLimit(now: () => number, { burst, perSecond } = BAD_REQUESTS): BadCallerLimit {
  const buckets = new Map<string, Bucket>();
  return (address) => {
    const network = networkOf(address);
    const at = now();
    const before = buckets.get(network) ?? { tokens: burst, at };
    const tokens = Math.min(burst, before.tokens + ((at - before.at) / 1000) * perSecond);
    // Taken out and put back: the map's order is then the order of last use, and the first is the one to forget.
    buckets.delete(network);
    buckets.set(network, { tokens: Math.max(0, tokens - 1), at });
    if (buckets.size > MAX_ADDRESSES) buckets.delete(buckets.keys().next().value ?? "");
    return tokens >= 1;
  };
}

/** One caller usually holds a whole IPv6 /64. */
export function networkOf(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = "", tail = ""] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => "0");
  return [...groups, ...zeros, ...after].slice(0, 4).join(":");
}
