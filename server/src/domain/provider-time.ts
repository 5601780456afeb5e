/** How far a phone's clock may be ahead of ours: what gateways themselves allow. */
const AHEAD_MS = 5 * 60_000;
/** The longest that a gateway goes on trying to deliver (textbee). */
const LATE_MS = 31 * 86_400_000;

/**
 * The provider's time of a message by a phone's clock, all in epoch milliseconds: never later than its arrival, since
 * a clock that is ahead would give a message to a lease that began after it. Null where the time cannot be.
 */
export function providerTime({ phoneAt, now }: { phoneAt: number; now: number }): number | null {
  if (!(phoneAt <= now + AHEAD_MS && phoneAt >= now - LATE_MS)) return null;
  return Math.min(phoneAt, now);
}
