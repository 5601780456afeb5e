import type { AdminViewer } from "../domain/access.ts";
import { listPool, type PoolEntry } from "../store/numbers.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";

/** The team's pool with what each number is doing now. */
export async function listNumbers(store: Store, viewer: AdminViewer): Promise<PoolEntry[]> {
  return withTeam(store, viewer.teamId, (trx) => listPool(trx, store.clock()));
}
