import type { EndedLease } from "@agentpass/shared/number-api";
import { fail } from "@agentpass/shared/problem";
import type { AdminViewer } from "../domain/access.ts";
import { agentById } from "../store/agents.ts";
import { leaseById } from "../store/leases.ts";
import type { Store } from "../store/store.ts";
import { isoTime } from "../store/timestamp.ts";
import { withTeamLock } from "../store/with-team.ts";
import { endLease } from "./end-lease.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** Takes a number away from the agent that holds it. Throws `conflict` where the lease had ended before. */
export async function endLeaseByAdmin(
  store: Store,
  viewer: AdminViewer,
  { id }: { id: string },
): Promise<EndedLease> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer, "admin");
    const lease =
      (await leaseById(team.trx, id)) ??
      fail("not_found", `id: there is no lease ${id}; see: pnpm agentpass lease list`, { field: "id" });
    if (lease.endedAt !== null)
      fail("conflict", `id: this lease of ${lease.phoneNumber} ended at ${isoTime(lease.endedAt)}.`, {
        field: "id",
      });
    const until = await endLease(team, lease, { reason: "admin", actor: viewer });
    return {
      id,
      phoneNumber: lease.phoneNumber,
      agentName: (await agentById(team.trx, lease.agentId))?.name ?? lease.agentId,
      quarantinedUntil: until > team.now ? isoTime(until) : null,
    };
  });
}
