import { fail } from "@agentpass/shared/problem";
import { newKey } from "../crypto/token-hash.ts";
import type { AdminViewer } from "../domain/access.ts";
import { agentNamed } from "../store/agents.ts";
import { insertKey, listKeyRows, revokeKeyRow, type Key } from "../store/keys.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock } from "../store/with-team.ts";
import { requireLiveKey } from "./require-live-key.ts";

export interface CreatedKey {
  /** Shown this once. */
  key: string;
  id: string;
  prefix: string;
  kind: "admin" | "agent";
  name: string;
  agentId?: string;
}

/** Makes a key. An agent's key belongs to the agent of that name, which is made where there is none. */
export async function createKey(
  store: Store,
  viewer: AdminViewer,
  { kind, name }: { kind: "admin" | "agent"; name: string },
): Promise<CreatedKey> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer);
    const { memberId } = viewer;
    const agentId = kind === "agent" ? await agentNamed(team, { name, memberId, actor: viewer }) : null;
    const secret = newKey(kind);
    const id = await insertKey(team, { secret, kind, name, memberId, agentId });
    team.record(viewer, {
      action: "key.created",
      subject: { type: "key", id },
      after: { kind, name, prefix: secret.prefix, memberId, ...(agentId === null ? {} : { agentId }) },
    });
    return {
      key: secret.text,
      id,
      prefix: secret.prefix,
      kind,
      name,
      ...(agentId === null ? {} : { agentId }),
    };
  });
}

/** Oldest first, revoked ones too. */
export async function listKeys(store: Store, viewer: AdminViewer): Promise<Key[]> {
  return withTeam(store, viewer.teamId, listKeyRows);
}

/** Revokes a key by its id or its prefix: no call and no event after this reaches its holder. */
export async function revokeKey(
  store: Store,
  viewer: AdminViewer,
  { id: idOrPrefix }: { id: string },
): Promise<{ id: string; status: "revoked" | "already_revoked" }> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer);
    const keys = await listKeyRows(team.trx);
    const key =
      keys.find(({ id, prefix }) => id === idOrPrefix || prefix === idOrPrefix) ??
      fail("not_found", `id: there is no key "${idOrPrefix.slice(0, 40)}"; see: pnpm agentpass key list`, {
        field: "id",
      });
    if (key.id === viewer.keyId)
      fail("conflict", "id: this is the key you are using; revoke it with another admin's key", {
        field: "id",
      });
    if (!(await revokeKeyRow(team, key.id))) return { id: key.id, status: "already_revoked" };
    team.record(viewer, {
      action: "key.revoked",
      subject: { type: "key", id: key.id },
      before: { kind: key.kind, name: key.name, prefix: key.prefix },
    });
    return { id: key.id, status: "revoked" };
  });
}
