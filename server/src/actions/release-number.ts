import type { ReleasedNumber, releaseNumberInput } from "@agentpass/shared/agent-api";
import type { z } from "zod";
import type { AgentViewer } from "../domain/access.ts";
import { lastLeaseOfNumber } from "../store/leases.ts";
import { quarantineEnd } from "../store/numbers.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock } from "../store/with-team.ts";
import { endLease } from "./end-lease.ts";
import { failNotHeld } from "./not-held.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** Ends the agent's lease of a number; a second call says that it is over. Throws `not_found` where it never held it. */
export async function releaseNumber(
  store: Store,
  viewer: AgentViewer,
  { phoneNumber }: z.output<typeof releaseNumberInput>,
): Promise<ReleasedNumber> {
  return withTeamLock(store, viewer, async (team) => {
    await requireLiveKey(team, viewer);
    const lease =
      (await lastLeaseOfNumber(team.trx, { agentId: viewer.agentId, phoneNumber })) ??
      failNotHeld(phoneNumber);
    const ended = lease.endedAt !== null;
    const until = ended
      ? await quarantineEnd(team.trx, lease.numberId)
      : await endLease(team, lease, { reason: "released", actor: viewer });
    return {
      phoneNumber,
      status: ended ? "already_released" : "released",
      ...(until !== null && until > team.now ? { quarantinedUntil: new Date(until).toISOString() } : {}),
    };
  });
}
