import { fail } from "@agentpass/shared/problem";
import type { RemovedMember } from "@agentpass/shared/team-api";
import type { AdminViewer, PersonViewer } from "../domain/access.ts";
import { mayActFor } from "../domain/roles.ts";
import { removeAgentsOf } from "../store/agents.ts";
import { removeDeviceRows } from "../store/devices.ts";
import { revokeInvitations } from "../store/invitations.ts";
import { revokeKeysOf } from "../store/keys.ts";
import { liveLeasesOfMember } from "../store/leases.ts";
import { liveMembers, removeMemberRow, type Member } from "../store/members.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { endLease } from "./end-lease.ts";
import { requireAnotherOwner } from "./members.ts";
import { pickMember } from "./pick.ts";
import { requireLiveKey } from "./require-live-key.ts";

/**
 * Takes a person out of the team, at once and for good: its devices, its keys and its agents' end, their leases end
 * with the reason `admin`, and the invitations it made are void. The last owner stays.
 */
export async function removeMember(
  store: Store,
  viewer: AdminViewer,
  { member: idOrName }: { member: string },
): Promise<RemovedMember> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const current = await requireLiveKey(team, viewer, "admin");
    const members = await liveMembers(team.trx);
    const member = pickMember(members, idOrName);
    if (!mayActFor(current, member))
      fail("not_allowed", "member: only owners remove an owner. Ask an owner of the team.", {
        field: "member",
      });
    return takeOut(team, current, { member, members });
  });
}

/** The same by the person itself. */
export async function leaveTeam(store: Store, viewer: PersonViewer): Promise<RemovedMember> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const current = await requireLiveKey(team, viewer, "person");
    const members = await liveMembers(team.trx);
    return takeOut(team, current, { member: pickMember(members, current.memberId), members });
  });
}

async function takeOut(
  team: LockedTeam,
  viewer: PersonViewer,
  { member, members }: { member: Member; members: Member[] },
): Promise<RemovedMember> {
  const { id, name, role } = member;
  if (role === "owner") requireAnotherOwner(members, "removed and cannot leave");
  const leases = await liveLeasesOfMember(team.trx, id);
  for (const lease of leases) await endLease(team, lease, { reason: "admin", actor: viewer });
  const devices = await removeDeviceRows(team, { member_id: id });
  const keys = await revokeKeysOf(team, { memberId: id });
  await removeAgentsOf(team, id);
  await revokeInvitations(team, { invitedBy: id });
  await removeMemberRow(team, id);
  const removed = { devices, keys, leases: leases.length };
  team.record(viewer, {
    action: viewer.memberId === id ? "member.left" : "member.removed",
    subject: { type: "member", id },
    before: { name, role },
    after: removed,
  });
  return { id, name, ...removed };
}
