import { fail } from "@agentpass/shared/problem";
import type { Invitation, NewInvitation } from "@agentpass/shared/team-api";
import { newSecret } from "../crypto/token-hash.ts";
import type { AdminViewer, Role } from "../domain/access.ts";
import { mayGiveRole } from "../domain/roles.ts";
import {
  insertInvitation,
  invitations,
  revokeInvitations,
  type StoredInvitation,
} from "../store/invitations.ts";
import { liveMembers } from "../store/members.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock, type Trx } from "../store/with-team.ts";
import { pick } from "./pick.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** Issue 3: invitation links are single use and hold for 7 days. */
const INVITATION_MS = 7 * 24 * 3_600_000;

/** Invites a person who is no member yet; another device of a member is paired by code. `publicUrl`: the link's base. */
export async function invite(
  store: Store,
  viewer: AdminViewer,
  { name, role, publicUrl }: { name: string; role: Role; publicUrl: string },
): Promise<NewInvitation> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const current = await requireLiveKey(team, viewer, "admin");
    if (!mayGiveRole(current, { before: null, after: role }))
      fail("not_allowed", "role: only owners make owners. Ask an owner of the team.", { field: "role" });
    const members = await liveMembers(team.trx);
    if (members.some((member) => member.name === name))
      fail(
        "conflict",
        `name: "${name}" is a member already. Another device of a member is paired by code (pnpm agentpass device pair); give another person another name.`,
        { field: "name" },
      );
    const secret = newSecret();
    const expiresAt = Math.floor(team.now) + INVITATION_MS;
    const invitedBy = current.memberId;
    const id = await insertInvitation(team, { hash: secret.hash, name, role, invitedBy, expiresAt });
    team.record(current, {
      action: "invitation.created",
      subject: { type: "invitation", id },
      after: { name, role, expiresAt: new Date(expiresAt).toISOString() },
    });
    return { ...(await invitationById(team.trx, id, team.now)), link: `${publicUrl}/pair/${secret.text}` };
  });
}

/** Newest first, with those that are over. */
export async function listInvitations(store: Store, viewer: AdminViewer): Promise<Invitation[]> {
  const found = await withTeam(store, viewer.teamId, (trx) => invitations(trx));
  return found.map((stored) => invitationOf(stored, store.clock()));
}

/** Ends an open invitation; one that is over already stays what it is. */
export async function revokeInvitation(
  store: Store,
  viewer: AdminViewer,
  { invitation: idOrName }: { invitation: string },
): Promise<Invitation> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const current = await requireLiveKey(team, viewer, "admin");
    const all = await invitations(team.trx);
    const open = all.filter((stored) => stateOf(stored, team.now) === "open");
    const named = all.some(({ id }) => id === idOrName) ? all : open;
    const chosen = pick(named, idOrName, {
      field: "invitation",
      what: "open invitation",
      see: "member invitations",
    });
    if (stateOf(chosen, team.now) === "open") {
      await revokeInvitations(team, { id: chosen.id });
      team.record(current, {
        action: "invitation.revoked",
        subject: { type: "invitation", id: chosen.id },
        before: { name: chosen.name, role: chosen.role },
      });
    }
    return invitationById(team.trx, chosen.id, team.now);
  });
}

export type InvitationState = Invitation["state"];

export function stateOf({ usedAt, revokedAt, expiresAt }: StoredInvitation, now: number): InvitationState {
  if (usedAt !== null) return "used";
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

async function invitationById(trx: Trx, id: string, now: number): Promise<Invitation> {
  const stored = (await invitations(trx)).find((invitation) => invitation.id === id);
  if (!stored) throw new Error("the invitation is not there");
  return invitationOf(stored, now);
}

function invitationOf(stored: StoredInvitation, now: number): Invitation {
  const { id, name, role, inviterName, createdAt, expiresAt } = stored;
  return { id, name, role, state: stateOf(stored, now), invitedBy: inviterName, createdAt, expiresAt };
}
