import { fail } from "@agentpass/shared/problem";
import type { Viewer } from "../domain/access.ts";
import { keyIsLive } from "../store/keys.ts";
import type { LockedTeam } from "../store/with-team.ts";

/** Throws where the caller's key was revoked or has expired, in order with the revocation itself. */
export async function requireLiveKey(team: LockedTeam, { keyId }: Viewer): Promise<void> {
  if (await keyIsLive(team.trx, { keyId, now: team.now })) return;
  fail(
    "not_signed_in",
    "This key has been revoked or has expired. Ask an admin for a new one: pnpm agentpass key create --kind agent --name NAME",
  );
}
