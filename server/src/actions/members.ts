import { fail } from "@agentpass/shared/problem";
import type { TeamMember } from "@agentpass/shared/team-api";
import type { AdminViewer, PersonViewer, Role } from "../domain/access.ts";
import { mayGiveRole } from "../domain/roles.ts";
import { revokeInvitations } from "../store/invitations.ts";
import { emitRoleChanged, revokeKeysOf } from "../store/keys.ts";
import { changeMember, liveMembers, memberUses, type Member } from "../store/members.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock, type Trx } from "../store/with-team.ts";
import { pickMember } from "./pick.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** Oldest first. */
export async function listMembers(store: Store, viewer: PersonViewer): Promise<TeamMember[]> {
  return withTeam(store, viewer.teamId, (trx) => teamMembers(trx, viewer));
}

async function teamMembers(trx: Trx, viewer: PersonViewer): Promise<TeamMember[]> {
  const uses = await memberUses(trx);
  const shown = (member: Member): TeamMember => ({
    ...member,
    ...(uses.get(member.id) ?? { devices: 0, agents: 0, lastUsedAt: null }),
    you: member.id === viewer.memberId,
  });
  return (await liveMembers(trx)).map(shown);
}

/** The viewer's own name, which nobody else of the team may have. */
export async function renameMember(
  store: Store,
  viewer: PersonViewer,
  { name }: { name: string },
): Promise<TeamMember[]> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const current = await requireLiveKey(team, viewer, "person");
    const members = await liveMembers(team.trx);
    const own = pickMember(members, current.memberId);
    if (own.name !== name) {
      requireFreeName(members, name);
      await changeMember(team, own.id, { name });
      team.record(current, {
        action: "member.renamed",
        subject: { type: "member", id: own.id },
        before: { name: own.name },
        after: { name },
      });
    }
    return teamMembers(team.trx, current);
  });
}

/**
 * Gives a member another role; its sockets are closed, so that it signs in anew. Who is no admin any more loses its
 * admin keys and the invitations it had made, who is no owner any more those that would make owners.
 */
export async function setRole(
  store: Store,
  viewer: AdminViewer,
  { member: idOrName, role }: { member: string; role: Role },
): Promise<TeamMember[]> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const current = await requireLiveKey(team, viewer, "admin");
    const members = await liveMembers(team.trx);
    const member = pickMember(members, idOrName);
    if (member.role === role) return teamMembers(team.trx, current);
    if (!mayGiveRole(current, { before: member.role, after: role }))
      fail("not_allowed", "role: only owners make or unmake owners. Ask an owner of the team.", {
        field: "role",
      });
    if (member.role === "owner") requireAnotherOwner(members, "made another role");
    await changeMember(team, member.id, { role });
    await emitRoleChanged(team, member.id);
    if (role === "admin") await revokeInvitations(team, { invitedBy: member.id, role: "owner" });
    if (role === "member") {
      await revokeKeysOf(team, { adminId: member.id });
      await revokeInvitations(team, { invitedBy: member.id });
    }
    team.record(current, {
      action: "member.role_changed",
      subject: { type: "member", id: member.id },
      before: { role: member.role },
      after: { role },
    });
    return teamMembers(team.trx, current);
  });
}

/** Under the lock, so that of two owners who leave at once the second is refused. */
export function requireAnotherOwner(members: readonly Member[], what: string): void {
  if (members.filter(({ role }) => role === "owner").length < 2)
    fail(
      "conflict",
      `member: this is the team's last owner, who cannot be ${what}; make another member owner first: pnpm agentpass member role NAME owner`,
      { field: "member" },
    );
}

export function requireFreeName(members: readonly Member[], name: string): void {
  if (members.some((member) => member.name === name))
    fail("conflict", `name: this team has a member called "${name}" already; give another name.`, {
      field: "name",
    });
}
