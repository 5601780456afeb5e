import type { HeldNumber } from "@agentpass/shared/agent-api";
import type { AgentViewer } from "../domain/access.ts";
import { isOfPool } from "../domain/number-pool.ts";
import { liveLeasesOfAgent } from "../store/leases.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";

/** The numbers that the agent holds, longest unused first. Looking is no use of them. */
export async function listHeldNumbers(store: Store, viewer: AgentViewer): Promise<HeldNumber[]> {
  const leases = await withTeam(store, viewer, (trx) => liveLeasesOfAgent(trx, viewer.agentId));
  return leases
    .filter(({ provider }) => isOfPool(store.pool, provider))
    .map(({ numberId, phoneNumber, country }) => ({
      numberId,
      phoneNumber,
      country,
      mode: store.mode,
    }));
}
