/** Beyond this the machine slept or its clock was set: the wall clock is right, and the monotonic one is read anew from it. */
const DRIFT_MS = 20;

/**
 * The time in epoch milliseconds with fractions: the wall clock's, as fine and as steady as the monotonic one. The
 * monotonic clock alone stands still while a laptop sleeps, and codes would outlive their time.
 */
export function createClock(
  wall: () => number = Date.now,
  monotonic: () => number = () => performance.now(),
): () => number {
  let offset = wall() - monotonic();
  return () => {
    const steady = monotonic() + offset;
    const now = wall();
    if (Math.abs(now - steady) <= DRIFT_MS) return steady;
    offset += now - steady;
    return now;
  };
}
