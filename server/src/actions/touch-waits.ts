import type { AgentViewer } from "../domain/access.ts";
import type { Store } from "../store/store.ts";
import { touchWaitRows } from "../store/waits.ts";
import { withTeam } from "../store/with-team.ts";

/** Shows that the caller of these waits still lives; decides nothing, so it needs no lock. */
export async function touchWaits(
  store: Store,
  { teamId, agentId }: AgentViewer,
  requestIds: readonly string[],
): Promise<void> {
  await withTeam(store, teamId, (trx) => touchWaitRows(trx, { agentId, requestIds, now: store.clock() }));
}
