import type { ListKeysInput, RevokedKey, TeamKey } from "@agentpass/shared/key-api";
import { fail } from "@agentpass/shared/problem";
import type { PersonViewer } from "../domain/access.ts";
import { mayActFor } from "../domain/roles.ts";
import { listKeyRows, type Key } from "../store/key-list.ts";
import { revokeKeyRow } from "../store/keys.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** Oldest first: an admin's whole team, a member's own keys and its agents'. */
export async function listKeys(
  store: Store,
  viewer: PersonViewer,
  { kind, holder, liveOnly }: ListKeysInput = { liveOnly: false },
): Promise<TeamKey[]> {
  const liveAt = liveOnly ? store.clock() : undefined;
  const memberId = ownOnly(viewer);
  const rows = await withTeam(store, viewer.teamId, (trx) =>
    listKeyRows(trx, { kind, holder, liveAt, memberId }),
  );
  return rows.map(({ memberRole: _role, ...key }) => key);
}

/** Revokes a key by its id or its prefix: no call and no event after this reaches its holder. */
export async function revokeKey(
  store: Store,
  viewer: PersonViewer,
  { id: idOrPrefix }: { id: string },
): Promise<RevokedKey> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const { person, key } = await manageableKey(team, viewer, idOrPrefix);
    if (key.id === person.keyId)
      fail("conflict", "id: this is the key you are using; revoke it with another key, or rotate it.", {
        field: "id",
      });
    if (!(await revokeKeyRow(team, key.id))) return { id: key.id, status: "already_revoked" };
    team.record(person, {
      action: "key.revoked",
      subject: { type: "key", id: key.id },
      before: { kind: key.kind, name: key.name, prefix: key.prefix, memberId: key.memberId },
    });
    return { id: key.id, status: "revoked" };
  });
}

/** The key of this id or prefix, which the person may rotate and revoke. Throws `not_found` also for one it may not see. */
export async function manageableKey(
  team: LockedTeam,
  viewer: PersonViewer,
  idOrPrefix: string,
): Promise<{ person: PersonViewer; key: Key }> {
  const person = await requireLiveKey(team, viewer, "person");
  const [key] = await listKeyRows(team.trx, { idOrPrefix, memberId: ownOnly(person) });
  if (!key)
    return fail(
      "not_found",
      `id: there is no key "${idOrPrefix.slice(0, 40)}" that you may see; see: pnpm agentpass key list`,
      { field: "id" },
    );
  if (key.kind !== "agent" && !mayActFor(person, { id: key.memberId, role: key.memberRole }))
    fail("not_allowed", "id: it is an owner's key; only owners manage it. Ask an owner of the team.", {
      field: "id",
    });
  return { person, key };
}

const ownOnly = ({ role, memberId }: PersonViewer): string | undefined =>
  role === "member" ? memberId : undefined;
