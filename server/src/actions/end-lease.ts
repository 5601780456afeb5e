import type { Actor } from "../domain/audit-entry.ts";
import { closeQuestion, openQuestionsOfLease } from "../store/approvals.ts";
import { endLeaseRow, type Lease } from "../store/leases.ts";
import { quarantineNumber } from "../store/numbers.ts";
import type { LeaseEnd } from "../store/schema-pool.ts";
import { unsettledWaits, updateWait } from "../store/waits.ts";
import { timestamp } from "../store/timestamp.ts";
import type { LockedTeam } from "../store/with-team.ts";
import { emitWaitChanged } from "./claim.ts";

/** Ends a lease: its open waits end with `number_released`, its number rests. Gives when the rest ends (epoch milliseconds). */
export async function endLease(
  team: LockedTeam,
  lease: Lease,
  { reason, actor }: { reason: LeaseEnd; actor: Actor },
): Promise<number> {
  let endedWaits = 0;
  for (const wait of await unsettledWaits(team, [lease.id])) {
    if (wait.state !== "open" && wait.state !== "approval_pending") continue;
    const ended = { ...wait, state: "number_released", endedAt: team.now } as const;
    emitWaitChanged(team, ended, lease.numberId);
    await updateWait(team, ended);
    endedWaits += 1;
  }
  for (const question of await openQuestionsOfLease(team.trx, lease.id))
    await closeQuestion(team, question, { state: "withdrawn", reason: null, answeredBy: null });
  await endLeaseRow(team, lease, reason);
  const until = team.now + team.settings.quarantineMs;
  await quarantineNumber(team, { id: lease.numberId, until });
  team.record(actor, {
    action: "lease.ended",
    subject: { type: "lease", id: lease.id },
    before: {
      numberId: lease.numberId,
      phoneNumber: lease.phoneNumber,
      agentId: lease.agentId,
      startedAt: timestamp(lease.startedAt),
    },
    after: { reason, quarantinedUntil: timestamp(until), endedWaits },
  });
  return until;
}
