import type { AgentViewer } from "../domain/access.ts";
import { PERHAPS_PASSED_OVER_MS } from "../domain/wait-life.ts";
import type { Store } from "../store/store.ts";
import { touchWaitRows, waitByRequest } from "../store/waits.ts";
import { withTeam, withTeamLock } from "../store/with-team.ts";
import { answerFromBacklog } from "./answer-from-backlog.ts";
import { requireLiveKey } from "./require-live-key.ts";

/**
 * Shows that the caller of these waits still lives. One that was silent for long (a laptop that slept, a database that
 * was away) may have been passed over by a message, and its connection need not have broken: it is answered now.
 */
export async function touchWaits(
  store: Store,
  viewer: AgentViewer,
  requestIds: readonly string[],
): Promise<void> {
  const { agentId } = viewer;
  const now = store.clock();
  const silentSince = now - PERHAPS_PASSED_OVER_MS;
  const silent = await withTeam(store, viewer, (trx) =>
    touchWaitRows(trx, { agentId, requestIds, now, silentSince }),
  );
  if (silent.length === 0) return;
  await withTeamLock(store, viewer, async (team) => {
    await requireLiveKey(team, viewer);
    for (const requestId of silent) {
      const wait = await waitByRequest(team.trx, { agentId, requestId });
      if (wait?.state === "open") await answerFromBacklog(store, team, { wait, actor: viewer });
    }
  });
}
