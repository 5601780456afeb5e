/** A pool over a stretch of time that ends now. Times in epoch milliseconds. */
export interface PoolTrend {
  now: number;
  windowMs: number;
  /** Numbers that could be leased at the beginning of the window. */
  freeBefore: number;
  /** Numbers that came into the pool within it. */
  added: number;
  /** Numbers that can be leased now. */
  free: number;
}

/** Less than this says nothing about a rate. */
const LEAST_WINDOW_MS = 3_600_000;
/** Beyond this a rate of one day foretells nothing. */
const HORIZON_MS = 30 * 86_400_000;

/**
 * When the pool will be exhausted if it goes on as in the window (epoch milliseconds); null where that cannot be said:
 * too little was seen, the pool does not shrink, or it would last for longer than a month.
 */
export function exhaustedAt({ now, windowMs, freeBefore, added, free }: PoolTrend): number | null {
  if (free === 0) return now;
  const lost = freeBefore + added - free;
  if (windowMs < LEAST_WINDOW_MS || lost <= 0) return null;
  const lastsMs = (free / lost) * windowMs;
  return lastsMs > HORIZON_MS ? null : now + lastsMs;
}
