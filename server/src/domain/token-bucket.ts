/** How much somebody may do: so much at once, and how fast the allowance returns. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

/** An allowance for each key, by how much of it is left. */
export interface TokenBuckets {
  /** Takes one token. Gives 0, or the milliseconds until there is one; nothing is taken then. */
  take(key: string, allowance: Allowance): number;
  /** The milliseconds until there is a token; 0: now. Takes nothing. */
  wait(key: string, allowance: Allowance): number;
}

const MAX_KEYS = 10_000;

/** `now` in milliseconds. Of more than 10,000 keys the one used longest ago is forgotten. */
export function createTokenBuckets(now: () => number): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const level = (key: string, { burst, perSecond }: Allowance): number => {
    const bucket = buckets.get(key);
    if (!bucket) return burst;
    return Math.min(burst, bucket.tokens + ((now() - bucket.at) / 1000) * perSecond);
  };
  const waitFor = (tokens: number, { perSecond }: Allowance): number =>
    tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000);
  return {
    take(key, allowance) {
      const tokens = level(key, allowance);
      // Taken out and put back: the map's order is then the order of last use.
      buckets.delete(key);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now() });
      if (buckets.size > MAX_KEYS) buckets.delete(buckets.keys().next().value ?? "");
      return waitFor(tokens, allowance);
    },
    wait: (key, allowance) => waitFor(level(key, allowance), allowance),
  };
}
