import type { SaveKey } from "./first-start.ts";
import { system } from "../domain/audit-entry.ts";
import { insertMember, liveMembers } from "../store/members.ts";
import { ownerId } from "../store/teams.ts";
import { withTeamLock, type TeamStore } from "../store/with-team.ts";
import { makeKey } from "./create-key.ts";

/**
 * A new key for the team's first owner, for whoever has the database: saved before its hash is committed, as at the
 * first start. Other keys stay as they are.
 */
export async function recoverOwner(
  store: TeamStore,
  teamId: string,
  saveOwnerKey: SaveKey,
): Promise<{ prefix: string; memberName: string }> {
  return withTeamLock(store, teamId, async (team) => {
    const memberId =
      (await ownerId(team.trx)) ?? (await insertMember(team, { name: "Owner", role: "owner" }));
    const made = await makeKey(team, { kind: "admin", name: "owner (recovered)", memberId });
    team.record(system("recovery"), {
      action: "owner_key.recovered",
      subject: { type: "key", id: made.id },
      after: { memberId },
    });
    const owner = (await liveMembers(team.trx)).find(({ id }) => id === memberId);
    await saveOwnerKey(made.key);
    return { prefix: made.prefix, memberName: owner?.name ?? "Owner" };
  });
}
