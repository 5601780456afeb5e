/** A lease as far as the question "whose is this message?" goes. Epoch milliseconds. */
export interface LeaseInterval {
  id: string;
  passportId: string;
  startedAt: number;
  endedAt: number | null;
}

/** Clocks of provider and server differ, and carriers deliver late: this close to a lease's edge proves nothing. */
export const HOLDER_MARGIN_MS = 30_000;

/**
 * The live lease that a message of the provider's time `at` belongs to; null is nobody. A message that another
 * passport's lease might claim as well belongs to nobody, and so does one from before the lease began.
 */
export function decideHolder<Lease extends LeaseInterval>(
  leases: readonly Lease[],
  at: number,
): Lease | null {
  const live = leases.find((lease) => lease.endedAt === null);
  if (!live || at < live.startedAt) return null;
  const rival = leases.some(
    (lease) =>
      lease.endedAt !== null &&
      lease.passportId !== live.passportId &&
      at <= lease.endedAt + HOLDER_MARGIN_MS,
  );
  return rival ? null : live;
}
