import type { GivenBackNumber, NumberReference } from "@agentpass/shared/number-api";
import { fail, ProblemError } from "@agentpass/shared/problem";
import type { AdminViewer } from "../domain/access.ts";
import { whyNotReturnable } from "../domain/returnable.ts";
import { noteReleased, withholdNumber } from "../store/numbers.ts";
import { insertRelease, openReleaseOf, releaseById } from "../store/releases.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock, type LockedTeam } from "../store/with-team.ts";
import type { OwnedNumber } from "../twilio/twilio-client.ts";
import { requireMarket } from "./add-number.ts";
import { endLeaseOf, failState, requireNumber, requireSeenState, stateOf } from "./change-number.ts";
import { requireLiveKey } from "./require-live-key.ts";
import { runRelease } from "./run-release.ts";

/** Well below what a caller waits for an answer; the release goes on behind it. */
const PATIENCE_MS = 8_000;

/**
 * Gives a number back to Twilio, for good: its lease ends, it is retired, then Twilio is told. What is begun is
 * finished, also after a crash. Throws `conflict` for a number of another provider, and Twilio's refusals as they are;
 * the number then stays retired, and giving it back can be tried again.
 */
export async function giveNumberBack(
  store: Store,
  viewer: AdminViewer,
  reference: NumberReference,
): Promise<GivenBackNumber> {
  const market = requireMarket(store);
  const { phoneNumber } = reference;
  const [owned] = await market.client.listNumbers({ phoneNumber });
  const begun = await withTeamLock(store, viewer.teamId, (team) =>
    beginRelease(team, viewer, { reference, owned: owned ?? null }),
  );
  const { releaseId, ...ended } = begun;
  if (releaseId === null) return { phoneNumber, status: "not_there", ...ended };
  const work = runRelease(store, viewer.teamId, releaseId);
  market.inBackground(work);
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  const release = await withTeam(store, viewer.teamId, (trx) => releaseById(trx, releaseId));
  if (release?.state === "failed" && release.failure) throw new ProblemError(release.failure);
  return { phoneNumber, status: release?.state === "done" ? "released" : "pending", ...ended };
}

async function beginRelease(
  team: LockedTeam,
  viewer: AdminViewer,
  { reference, owned }: { reference: NumberReference; owned: OwnedNumber | null },
): Promise<{ releaseId: string | null; endedLeaseOf?: string }> {
  await requireLiveKey(team, viewer, "admin");
  const number = await requireNumber(team, reference.phoneNumber);
  const unreturnable = whyNotReturnable(number);
  if (unreturnable !== null) fail("conflict", unreturnable, { field: "phoneNumber" });
  if (number.releasedAt !== null) failState(number, "so there is nothing to do");
  const open = await openReleaseOf(team.trx, number.id);
  if (open) failState(number, "and is being given back already");
  requireSeenState(number, reference);
  const ended = await endLeaseOf(team, viewer, number);
  await withholdNumber(team, { id: number.id, as: "retired" });
  const releaseId =
    owned === null ? null : await insertRelease(team, { numberId: number.id, providerSid: owned.sid });
  if (releaseId === null) await noteReleased(team, number.id);
  team.emit({ type: "number.changed", numberId: number.id });
  team.record(viewer, {
    action: releaseId === null ? "number.released" : "number.release_begun",
    subject: { type: "number", id: number.id },
    before: stateOf(number),
    after: owned === null ? { notInAccount: true } : { providerSid: owned.sid },
  });
  return { releaseId, ...ended };
}
