import type { PolledPairing } from "@agentpass/shared/device-api";
import { fail } from "@agentpass/shared/problem";
import { hashSecret } from "../crypto/token-hash.ts";
import { mayActFor } from "../domain/roles.ts";
import { liveKey } from "../store/keys.ts";
import { liveMembers } from "../store/members.ts";
import { endPairing, notePoll, pairingOfDevice, withPairing, type Pairing } from "../store/pairings.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type Trx } from "../store/with-team.ts";
import { letInDevice } from "./let-in-device.ts";

/** RFC 8628, section 3.5: `slow_down` makes the interval 5 s longer. */
const SLOWER_MS = 5_000;
/** Timers and networks bring a punctual device a little early. */
const TOLERANCE_MS = 500;

/**
 * A device asks whether it was let in. An approval gives its key, once: of two who ask at once one gets it. Throws
 * `not_found` for a device code that is none.
 */
export async function pollPairing(
  store: Store,
  { deviceCode }: { deviceCode: string },
  address: string | null,
): Promise<PolledPairing> {
  const hash = hashSecret(deviceCode);
  const now = store.clock();
  const seen = await withPairing(store, hash, async (pairing, trx) => ({
    teamId: pairing.teamId,
    answer: await answerTo(trx, pairing, now),
  }));
  if (!seen)
    return fail("not_found", "deviceCode: no device waits with this code; start the pairing again.", {
      field: "deviceCode",
    });
  if (seen.answer !== "approved") return seen.answer;
  if (seen.teamId === null) throw new Error("an approved pairing belongs to a team");
  return giveKey(store, { teamId: seen.teamId, hash, address });
}

async function answerTo(trx: Trx, pairing: Pairing, now: number): Promise<PolledPairing | "approved"> {
  const { state, id } = pairing;
  if (state === "used" || state === "denied") return { status: state };
  if (pairing.expiresAt <= now) return { status: "expired" };
  if (state === "approved") return "approved";
  const tooSoon = pairing.polledAt !== null && now - pairing.polledAt < pairing.intervalMs - TOLERANCE_MS;
  const intervalMs = pairing.intervalMs + (tooSoon ? SLOWER_MS : 0);
  await notePoll(trx, { id, at: now, intervalMs });
  return { status: tooSoon ? "slow_down" : "pending", intervalMs };
}

/** Under the team's lock, where the approver must still be one who may approve it for this member. */
async function giveKey(
  store: Store,
  { teamId, hash, address }: { teamId: string; hash: Buffer; address: string | null },
): Promise<PolledPairing> {
  return withTeamLock(store, teamId, async (team) => {
    const pairing = await pairingOfDevice(team.trx, hash);
    if (pairing?.state !== "approved") return { status: pairing?.state === "denied" ? "denied" : "used" };
    const { id, memberId, approvedByKey, deviceName, platform } = pairing;
    const approver = approvedByKey && (await liveKey(team.trx, { keyId: approvedByKey, now: team.now }));
    const member = (await liveMembers(team.trx)).find((live) => live.id === memberId);
    if (!approver || !member || !mayActFor(approver, member)) {
      await endPairing(team, id, "denied");
      return { status: "denied" };
    }
    await endPairing(team, id, "used");
    const { device, viewer } = await letInDevice(team, member, { name: deviceName, platform, address });
    team.record(viewer, {
      action: "device.paired",
      subject: { type: "device", id: device.deviceId },
      after: { memberId: member.id, deviceName, platform, pairingId: id },
    });
    return { ...device, status: "approved" };
  });
}
