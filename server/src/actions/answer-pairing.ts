import type { ApprovedPairing, PairingRequest } from "@agentpass/shared/device-api";
import { fail } from "@agentpass/shared/problem";
import type { PersonViewer } from "../domain/access.ts";
import { mayActFor } from "../domain/roles.ts";
import { liveMembers } from "../store/members.ts";
import { answerPairing, noteWrongTry, pendingPairing, wrongTries, type Pairing } from "../store/pairings.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { pickMember } from "./pick.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** Issue 3 and T12: five wrong codes of one person in ten minutes, then none for the rest of them. */
const MAX_WRONG = 5;
const WRONG_WINDOW_MS = 600_000;

/** The device behind a user code (bare, see `parseUserCode`), for the person who has to know it. */
export async function lookAtPairing(
  store: Store,
  viewer: PersonViewer,
  { userCode }: { userCode: string },
): Promise<PairingRequest> {
  return withPendingPairing(store, { viewer, userCode }, async ({ pairing }) => requestOf(pairing));
}

/** Lets the device in as the viewer's own or, by an admin, as another member's. It fetches its key by itself. */
export async function approvePairing(
  store: Store,
  viewer: PersonViewer,
  { userCode, member: idOrName }: { userCode: string; member?: string | undefined },
): Promise<ApprovedPairing> {
  return withPendingPairing(store, { viewer, userCode }, async ({ team, person, pairing }) => {
    const members = await liveMembers(team.trx);
    const member = pickMember(members, idOrName ?? person.memberId);
    if (!mayActFor(person, member))
      fail(
        "not_allowed",
        "member: you may approve a device for yourself; for others admins may, and for an owner an owner only.",
        { field: "member" },
      );
    await answer(team, { person, pairing, state: "approved", memberId: member.id });
    return { ...requestOf(pairing), memberId: member.id, memberName: member.name };
  });
}

export async function denyPairing(
  store: Store,
  viewer: PersonViewer,
  { userCode }: { userCode: string },
): Promise<PairingRequest> {
  return withPendingPairing(store, { viewer, userCode }, async ({ team, person, pairing }) => {
    await answer(team, { person, pairing, state: "denied", memberId: person.memberId });
    return requestOf(pairing);
  });
}

async function answer(
  team: LockedTeam,
  given: { person: PersonViewer; pairing: Pairing; state: "approved" | "denied"; memberId: string },
): Promise<void> {
  const { person, pairing, state, memberId } = given;
  await answerPairing(team, pairing.id, { state, memberId, keyId: person.keyId });
  const { deviceName, platform, address } = pairing;
  team.record(person, {
    action: `pairing.${state}`,
    subject: { type: "pairing", id: pairing.id },
    after: { memberId, deviceName, platform, deviceAddress: address },
  });
}

interface Answering {
  team: LockedTeam;
  person: PersonViewer;
  pairing: Pairing;
}

/**
 * Does the work on the pairing that waits under this code. A wrong code is counted under the team's lock, so that
 * guesses made at once do not slip through, and committed before it is answered.
 */
async function withPendingPairing<T>(
  store: Store,
  { viewer, userCode }: { viewer: PersonViewer; userCode: string },
  work: (answering: Answering) => Promise<T>,
): Promise<T> {
  const outcome = await withTeamLock(store, viewer.teamId, async (team) => {
    const person = await requireLiveKey(team, viewer, "person");
    const { memberId } = person;
    const { count, first } = await wrongTries(team, { memberId, since: team.now - WRONG_WINDOW_MS });
    if (count >= MAX_WRONG) return { refusedMs: (first ?? team.now) + WRONG_WINDOW_MS - team.now };
    const pairing = await pendingPairing(team, userCode);
    if (pairing) return { done: await work({ team, person, pairing }) };
    await noteWrongTry(team, memberId);
    team.record(person, { action: "pairing.code_refused", subject: { type: "member", id: memberId } });
    return { left: MAX_WRONG - count - 1 };
  });
  if ("done" in outcome) return outcome.done;
  if ("refusedMs" in outcome)
    return fail(
      "too_many_requests",
      `userCode: ${MAX_WRONG} wrong codes in 10 minutes; try again in ${Math.ceil(outcome.refusedMs / 60_000)} min.`,
      { field: "userCode" },
    );
  return fail(
    "not_found",
    `userCode: no device waits under this code. It holds for 10 minutes: check it, or start again on the device (${outcome.left} more tries).`,
    { field: "userCode" },
  );
}

const requestOf = ({ deviceName, platform, address, createdAt, expiresAt }: Pairing): PairingRequest => ({
  deviceName,
  platform,
  address,
  startedAt: createdAt,
  expiresAt,
});
