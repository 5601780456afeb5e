import type { PairedDevice } from "@agentpass/shared/device-api";
import { fail } from "@agentpass/shared/problem";
import type { AcceptInvitationInput } from "@agentpass/shared/team-api";
import { hashSecret } from "../crypto/token-hash.ts";
import { invitations, teamOfInvitation, useInvitation } from "../store/invitations.ts";
import { insertMember, liveMembers } from "../store/members.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock } from "../store/with-team.ts";
import { stateOf, type InvitationState } from "./invitations.ts";
import { letInDevice } from "./let-in-device.ts";
import { requireFreeName } from "./members.ts";

/**
 * Makes the invited person a member, with a device and its key, in one transaction: of two who redeem at once one is
 * let in. Throws `not_found` for a secret that opens nothing, `conflict` for an invitation that is over.
 */
export async function acceptInvitation(
  store: Store,
  { secret, name: ownName, deviceName, platform }: AcceptInvitationInput,
  address: string | null,
): Promise<PairedDevice> {
  const hash = hashSecret(secret);
  const teamId = (await teamOfInvitation(store, hash)) ?? failUnknown();
  return withTeamLock(store, teamId, async (team) => {
    const [invitation = failUnknown()] = await invitations(team.trx, { hash });
    const state = stateOf(invitation, team.now);
    if (state !== "open") return failOver(state);
    const { id: invitationId, role } = invitation;
    const name = ownName ?? invitation.name;
    requireFreeName(await liveMembers(team.trx), name);
    const memberId = await insertMember(team, { name, role });
    const { device, viewer } = await letInDevice(
      team,
      { id: memberId, name, role },
      { name: deviceName, platform, address },
    );
    await useInvitation(team, { id: invitationId, memberId });
    team.record(viewer, {
      action: "invitation.accepted",
      subject: { type: "invitation", id: invitationId },
      after: { memberId, name, role, deviceId: device.deviceId, deviceName, platform },
    });
    return device;
  });
}

function failUnknown(): never {
  fail(
    "not_found",
    "secret: this server has no such invitation. Check that the link is whole, or ask for a new one.",
    {
      field: "secret",
    },
  );
}

function failOver(state: Exclude<InvitationState, "open">): never {
  const what = {
    used: "was used already; it lets in one person, once",
    revoked: "was revoked",
    expired: "has expired; it held for 7 days",
  }[state];
  fail("conflict", `secret: this invitation ${what}. Ask an admin of the team for a new one.`, {
    field: "secret",
  });
}
