import type { RotatedKey } from "@agentpass/shared/key-api";
import { fail } from "@agentpass/shared/problem";
import type { PersonViewer } from "../domain/access.ts";
import type { Key } from "../store/key-list.ts";
import { replaceKeyRow } from "../store/keys.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock } from "../store/with-team.ts";
import { makeKey } from "./create-key.ts";
import { manageableKey } from "./keys.ts";

/**
 * Makes a new key for a key's holder. The old one holds for `overlapMs` more, or until its own end where that comes
 * first; then it expires, and its connections end.
 */
export async function rotateKey(
  store: Store,
  viewer: PersonViewer,
  { id, overlapMs, expiresInMs }: { id: string; overlapMs: number; expiresInMs?: number | undefined },
): Promise<RotatedKey> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const { person, key } = await manageableKey(team, viewer, id);
    requireRotatable(key, team.now);
    const life = expiresInMs ?? (key.expiresAt === null ? null : key.expiresAt - key.createdAt);
    const now = Math.floor(team.now);
    const expiresAt = life === null ? null : now + Math.round(life);
    const { kind, name, memberId, agentId, deviceId } = key;
    const made = await makeKey(team, { kind, name, memberId, agentId, deviceId, expiresAt });
    const oldExpiresAt = Math.min(now + overlapMs, key.expiresAt ?? Infinity);
    await replaceKeyRow(team, { id: key.id, replacedBy: made.id, expiresAt: oldExpiresAt });
    team.record(person, {
      action: "key.rotated",
      subject: { type: "key", id: key.id },
      before: { prefix: key.prefix, expiresAt: key.expiresAt },
      after: { expiresAt: oldExpiresAt, replacedBy: made.id, newPrefix: made.prefix },
    });
    return { ...made, oldExpiresAt };
  });
}

function requireRotatable({ revokedAt, expiresAt, replacedBy }: Key, now: number): void {
  const over =
    revokedAt !== null ? "was revoked" : expiresAt !== null && expiresAt <= now ? "has expired" : null;
  if (over !== null)
    fail("conflict", `id: this key ${over}; make a new one: pnpm agentpass key create`, { field: "id" });
  if (replacedBy !== null)
    fail("conflict", `id: this key was rotated already, to the key ${replacedBy}; rotate that one.`, {
      field: "id",
    });
}
