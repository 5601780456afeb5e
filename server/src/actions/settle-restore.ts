import { randomBytes } from "node:crypto";
import { system } from "../domain/audit-entry.ts";
import { forgetAllApprovals } from "../store/approvals.ts";
import { revokeInvitations } from "../store/invitations.ts";
import { suspendKeys } from "../store/keys.ts";
import { liveLeases } from "../store/leases.ts";
import { quarantineAllNumbers } from "../store/numbers.ts";
import { setEpoch } from "../store/teams.ts";
import { timestamp } from "../store/timestamp.ts";
import { withTeamLock, type TeamStore } from "../store/with-team.ts";
import { endLease } from "./end-lease.ts";

export interface SettledRestore {
  leases: number;
  keys: number;
  invitations: number;
  rememberedServices: number;
}

/**
 * What must follow a restore before anybody is served (semantics.md): what happened after the backup is not known any
 * more. Leases end and all numbers rest, since codes for others may be on their way; keys and invitations stop, since
 * they may have been revoked or used; so do allowances; readers of the feed start again under a new epoch.
 */
export async function settleRestore(store: TeamStore, teamId: string): Promise<SettledRestore> {
  return withTeamLock(store, teamId, async (team) => {
    const leases = await liveLeases(team.trx);
    for (const lease of leases) await endLease(team, lease, { reason: "restore", actor: system("restore") });
    const restUntil = team.now + team.settings.quarantineMs;
    await quarantineAllNumbers(team, restUntil);
    const settled = {
      leases: leases.length,
      keys: await suspendKeys(team),
      invitations: (await revokeInvitations(team, "all")).length,
      rememberedServices: await forgetAllApprovals(team),
    };
    await setEpoch(team, randomBytes(4).toString("hex"));
    team.record(system("restore"), {
      action: "database.restored",
      after: { ...settled, numbersRestUntil: timestamp(restUntil) },
    });
    return settled;
  });
}
