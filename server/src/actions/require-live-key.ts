import { fail } from "@agentpass/shared/problem";
import { isPermitted, type Permission, type Viewer } from "../domain/access.ts";
import { liveKey } from "../store/keys.ts";
import type { LockedTeam } from "../store/with-team.ts";

/**
 * The caller with its role as it is now. Throws where its key was revoked or has expired, or its member may no longer
 * do what `permission` names, in order with the revocation or the change of role itself.
 */
export async function requireLiveKey<V extends Viewer>(
  team: LockedTeam,
  viewer: V,
  permission: Permission = "key",
): Promise<V> {
  const live = await liveKey(team.trx, { keyId: viewer.keyId, now: team.now });
  if (live === null || (viewer.kind === "admin" && live.role === "member"))
    return fail(
      "not_signed_in",
      `This key has been revoked or has expired. ${viewer.kind === "device" ? "Pair this device again: pnpm agentpass device pair" : `Ask an admin for a new one: pnpm agentpass key create --kind ${viewer.kind} --name NAME`}`,
    );
  const current = viewer.kind === "agent" ? viewer : ({ ...viewer, role: live.role } as V);
  if (!isPermitted(current, permission))
    fail("not_allowed", "You may not do this any more: your role in the team has changed.");
  return current;
}
