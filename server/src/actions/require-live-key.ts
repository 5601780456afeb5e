import { fail } from "@agentpass/shared/problem";
import { isPermitted, type Permission, type Viewer } from "../domain/access.ts";
import { liveRole } from "../store/keys.ts";
import type { LockedTeam } from "../store/with-team.ts";

/**
 * Throws where the caller's key was revoked or has expired, or its member may no longer do what `permission` names,
 * in order with the revocation or the change of role itself.
 */
export async function requireLiveKey(
  team: LockedTeam,
  viewer: Viewer,
  permission: Permission = "key",
): Promise<void> {
  const role = await liveRole(team.trx, { keyId: viewer.keyId, now: team.now });
  if (role === null || (viewer.kind === "admin" && role === "member"))
    return fail(
      "not_signed_in",
      "This key has been revoked or has expired. Ask an admin for a new one: pnpm agentpass key create --kind agent --name NAME",
    );
  if (!isPermitted({ ...viewer, role } as Viewer, permission))
    fail("not_allowed", "You may not do this any more: your role in the team has changed.");
}
