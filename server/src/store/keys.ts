import { sql, type Selectable } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { KeyKind, NewKey } from "../crypto/token-hash.ts";
import type { Role, Viewer } from "../domain/access.ts";
import type { Schema } from "./schema.ts";
import type { Store } from "./store.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** A key that is not revoked, of a member who is one. */
export interface KnownKey {
  hash: Buffer;
  viewer: Viewer;
  /** Epoch milliseconds; null: never. */
  expiresAt: number | null;
  /** Its agent is. */
  paused: boolean;
  /** Until an owner confirms it after a restore. */
  suspended: boolean;
}

/**
 * A key's row by the prefix its holder presents: row-level security shows that one row and its member's, of whatever
 * team. `address`: where the holder calls from.
 */
export async function keyByPrefix(
  store: Store,
  { prefix, address }: { prefix: string; address: string | null },
): Promise<KnownKey | null> {
  const row = await store.app.transaction().execute(async (trx) => {
    await sql`select set_config('app.key_prefix', ${prefix}, true)`.execute(trx);
    return trx
      .selectFrom("keys")
      .innerJoin("members", (join) =>
        join.onRef("members.team_id", "=", "keys.team_id").onRef("members.id", "=", "keys.member_id"),
      )
      .leftJoin("agents", (join) =>
        join.onRef("agents.team_id", "=", "keys.team_id").onRef("agents.id", "=", "keys.agent_id"),
      )
      .selectAll("keys")
      .select(["members.role", "agents.paused_at"])
      .where("prefix", "=", prefix)
      .where("revoked_at", "is", null)
      .where("members.removed_at", "is", null)
      .executeTakeFirst();
  });
  const viewer = row && viewerOf(row, address);
  if (!viewer || (row.expires_at !== null && row.expires_at <= store.clock())) return null;
  return {
    hash: row.hash,
    viewer,
    expiresAt: row.expires_at,
    paused: row.paused_at !== null,
    suspended: row.suspended_at !== null,
  };
}

export interface NamedKey {
  teamId: string;
  keyId: string;
  /** What is against it; where nothing is, whoever named it did not know its secret. */
  reason: "revoked" | "expired" | "member_removed" | "wrong_secret";
}

/** Whose key a prefix names, be it valid or not; null where there is none. */
export async function keyNamed(store: Store, prefix: string): Promise<NamedKey | null> {
  const row = await store.app.transaction().execute(async (trx) => {
    await sql`select set_config('app.key_prefix', ${prefix}, true)`.execute(trx);
    return trx
      .selectFrom("keys")
      .innerJoin("members", (join) =>
        join.onRef("members.team_id", "=", "keys.team_id").onRef("members.id", "=", "keys.member_id"),
      )
      .select(["keys.team_id", "keys.id", "keys.revoked_at", "keys.expires_at", "members.removed_at"])
      .where("prefix", "=", prefix)
      .executeTakeFirst();
  });
  if (!row) return null;
  const expired = row.expires_at !== null && row.expires_at <= store.clock();
  const reason =
    row.removed_at !== null
      ? "member_removed"
      : row.revoked_at !== null
        ? "revoked"
        : expired
          ? "expired"
          : "wrong_secret";
  return { teamId: row.team_id, keyId: row.id, reason };
}

/** Null for an admin's key whose member is no admin any more. */
function viewerOf(row: Selectable<Schema["keys"]> & { role: Role }, address: string | null): Viewer | null {
  const { role } = row;
  const holder = { teamId: row.team_id, keyId: row.id, memberId: row.member_id, address };
  if (row.agent_id !== null) return { ...holder, kind: "agent", agentId: row.agent_id };
  if (row.device_id !== null) return { ...holder, kind: "device", role, deviceId: row.device_id };
  return role === "member" ? null : { ...holder, kind: "admin", role };
}

/**
 * The key's member with its role, and when the key expires, where it may still act, else null. Asked under the team's
 * lock, it is in order with a revocation, a rotation, a removal, a pause of the agent and a change of the role.
 */
export async function liveKey(
  trx: Trx,
  { keyId, now }: { keyId: string; now: number },
): Promise<{ memberId: string; role: Role; expiresAt: number | null } | null> {
  const row = await trx
    .selectFrom("keys")
    .innerJoin("members", (join) =>
      join.onRef("members.team_id", "=", "keys.team_id").onRef("members.id", "=", "keys.member_id"),
    )
    .leftJoin("agents", (join) =>
      join.onRef("agents.team_id", "=", "keys.team_id").onRef("agents.id", "=", "keys.agent_id"),
    )
    .select(["keys.member_id", "keys.revoked_at", "keys.expires_at", "keys.suspended_at"])
    .select(["members.role", "members.removed_at", "agents.paused_at"])
    .where("keys.id", "=", keyId)
    .executeTakeFirst();
  if (!row || row.revoked_at !== null || row.removed_at !== null || row.paused_at !== null) return null;
  if (row.suspended_at !== null) return null;
  if (row.expires_at !== null && row.expires_at <= now) return null;
  return { memberId: row.member_id, role: row.role, expiresAt: row.expires_at };
}

export interface KeyRow {
  secret: NewKey;
  kind: KeyKind;
  name: string;
  /** The agent's or the device's member. */
  memberId: string;
  agentId?: string | null;
  deviceId?: string | null;
  /** Epoch milliseconds. */
  expiresAt?: number | null;
}

/** Gives the new key's id. */
export async function insertKey(team: LockedTeam, key: KeyRow): Promise<string> {
  const id = uuidv7();
  await team.trx
    .insertInto("keys")
    .values({
      team_id: team.id,
      id,
      kind: key.kind,
      prefix: key.secret.prefix,
      hash: key.secret.hash,
      name: key.name,
      member_id: key.memberId,
      agent_id: key.agentId ?? null,
      device_id: key.deviceId ?? null,
      created_at: timestamp(team.now),
      expires_at: key.expiresAt == null ? null : timestamp(key.expiresAt),
    })
    .execute();
  team.emit({ type: "key.changed", keyId: id });
  return id;
}

/** The old key of a rotation ends at this time (epoch milliseconds); its sockets hear of it. */
export async function replaceKeyRow(
  team: LockedTeam,
  { id, replacedBy, expiresAt }: { id: string; replacedBy: string; expiresAt: number },
): Promise<void> {
  await team.trx
    .updateTable("keys")
    .set({ replaced_by: replacedBy, expires_at: timestamp(expiresAt) })
    .where("id", "=", id)
    .execute();
  team.emit({ type: "key.changed", keyId: id });
}

/** False where there is no such key or it was revoked before. */
export async function revokeKeyRow(team: LockedTeam, id: string): Promise<boolean> {
  const row = await team.trx
    .updateTable("keys")
    .set({ revoked_at: timestamp(team.now) })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (row) team.emit({ type: "key.changed", keyId: id });
  return row !== undefined;
}

/** The keys of an agent that are not revoked. */
export async function liveKeysOfAgent(trx: Trx, agentId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom("keys")
    .select("id")
    .where("agent_id", "=", agentId)
    .where("revoked_at", "is", null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Revokes what is not revoked yet of a member's admin keys, of all its keys and its agents', of an agent's, or of a device's. Gives how many. */
export async function revokeKeysOf(
  team: LockedTeam,
  holder: { adminId: string } | { memberId: string } | { agentId: string } | { deviceId: string },
): Promise<number> {
  const rows = await team.trx
    .updateTable("keys")
    .set({ revoked_at: timestamp(team.now) })
    .where("revoked_at", "is", null)
    .where((eb) => {
      if ("agentId" in holder) return eb("agent_id", "=", holder.agentId);
      if ("deviceId" in holder) return eb("device_id", "=", holder.deviceId);
      if ("adminId" in holder) return eb.and({ member_id: holder.adminId, kind: "admin" });
      const agents = eb.selectFrom("agents").select("id").where("member_id", "=", holder.memberId);
      return eb.or([eb("member_id", "=", holder.memberId), eb("agent_id", "in", agents)]);
    })
    .returning("id")
    .execute();
  for (const { id } of rows) team.emit({ type: "key.changed", keyId: id });
  return rows.length;
}

/** Tells the sockets of a person's keys that its role is another one. */
export async function emitRoleChanged(team: LockedTeam, memberId: string): Promise<void> {
  const rows = await team.trx
    .selectFrom("keys")
    .select("id")
    .where("member_id", "=", memberId)
    .where("kind", "!=", "agent")
    .where("revoked_at", "is", null)
    .execute();
  for (const { id } of rows) team.emit({ type: "key.changed", keyId: id });
}

/** The database was restored: no key works until an owner confirms it. Gives how many would work now. */
export async function suspendKeys(team: LockedTeam): Promise<number> {
  const rows = await team.trx
    .updateTable("keys")
    .set({ suspended_at: timestamp(team.now) })
    .where("revoked_at", "is", null)
    .where("suspended_at", "is", null)
    .returning("id")
    .execute();
  for (const { id } of rows) team.emit({ type: "key.changed", keyId: id });
  return rows.length;
}

/** These keys work again; gives the ids of those that were suspended. */
export async function confirmKeyRows(team: LockedTeam, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await team.trx
    .updateTable("keys")
    .set({ suspended_at: null })
    .where("id", "in", ids)
    .where("suspended_at", "is not", null)
    .returning("id")
    .execute();
  for (const { id } of rows) team.emit({ type: "key.changed", keyId: id });
  return rows.map(({ id }) => id);
}

/** To the minute: when a key was used is for people, not worth a write a call. */
export async function noteKeyUsed(store: Store, { teamId, keyId }: Viewer): Promise<void> {
  const now = store.clock();
  await store.app.transaction().execute(async (trx) => {
    await sql`select set_config('app.team', ${teamId}, true)`.execute(trx);
    await sql`set local synchronous_commit = off`.execute(trx);
    await trx
      .updateTable("keys")
      .set({ last_used_at: timestamp(now) })
      .where("id", "=", keyId)
      .where((eb) =>
        eb.or([
          eb("last_used_at", "is", null),
          eb("last_used_at", "<", sql<number>`${timestamp(now - 60_000)}::timestamptz`),
        ]),
      )
      .execute();
  });
}
