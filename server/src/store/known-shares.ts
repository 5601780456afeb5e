import { sharedNumbers } from "./number-grants.ts";
import type { Store } from "./store.ts";
import { withTeam } from "./with-team.ts";

/** The numbers of each team that are shared with anybody, as this node read them last. */
export type KnownShares = Map<string, { numbers: Promise<Set<string>>; readAt: number }>;

/** Older than this, it is read again. */
const MAX_AGE_MS = 1_000;

/** Whether a number may be shared at all: the answer is a second old at most, whether to whom it is decides the row. */
export async function mayBeShared(store: Store, teamId: string, numberId: string): Promise<boolean> {
  const now = store.clock();
  const known = store.knownShares.get(teamId);
  if (known && now - known.readAt < MAX_AGE_MS) return (await known.numbers).has(numberId);
  const numbers = withTeam(store, teamId, sharedNumbers);
  const fresh = { numbers, readAt: now };
  store.knownShares.set(teamId, fresh);
  numbers.catch(() => {
    if (store.knownShares.get(teamId) === fresh) store.knownShares.delete(teamId);
  });
  return (await numbers).has(numberId);
}
