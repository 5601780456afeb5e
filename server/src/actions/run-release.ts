import { ProblemError, type Problem } from "@agentpass/shared/problem";
import { system } from "../domain/audit-entry.ts";
import { noteReleased } from "../store/numbers.ts";
import { claimRelease, endRelease, releaseById, type Release } from "../store/releases.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock } from "../store/with-team.ts";

/** Longer than a request can last; a second one for the same SID does no harm. */
const CLAIM_MS = 180_000;
const AGAIN_MS = 15_000;

/**
 * Has the provider take a number back, unless another worker is at it or it is over. A crash at any step is taken up
 * here again: the provider's id names the number for ever, and "not there" is as good as "released".
 */
export async function runRelease(store: Store, teamId: string, releaseId: string): Promise<void> {
  const { market } = store;
  if (market === null) return;
  const release = await claim(store, teamId, releaseId);
  if (release === null) return;
  try {
    await market.client.releaseNumber(release.providerSid);
    await end(store, teamId, { release, failure: null });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem } = error;
    if (problem.code === "unavailable" || problem.code === "too_many_requests")
      await withTeamLock(store, teamId, (team) => claimRelease(team, releaseId, team.now + AGAIN_MS));
    else await end(store, teamId, { release, failure: problem });
  }
}

async function claim(store: Store, teamId: string, releaseId: string): Promise<Release | null> {
  return withTeamLock(store, teamId, async (team) => {
    const release = await releaseById(team.trx, releaseId);
    if (release?.state !== "open") return null;
    if (release.claimedUntil !== null && release.claimedUntil > team.now) return null;
    await claimRelease(team, releaseId, team.now + CLAIM_MS);
    return release;
  });
}

async function end(
  store: Store,
  teamId: string,
  { release, failure }: { release: Release; failure: Problem | null },
): Promise<void> {
  await withTeamLock(store, teamId, async (team) => {
    const now = await releaseById(team.trx, release.id);
    if (now?.state !== "open") return;
    await endRelease(team, release.id, failure);
    const { numberId } = release;
    if (numberId !== null && failure === null) await noteReleased(team, numberId);
    if (numberId !== null) team.emit({ type: "number.changed", numberId });
    team.record(system("releases"), {
      action: failure === null ? "number.released" : "number.release_failed",
      subject: numberId === null ? { type: "release", id: release.id } : { type: "number", id: numberId },
      after: { providerSid: release.providerSid, ...(failure ? { reason: failure.message } : {}) },
    });
  });
}
