import type { TeamKey } from "@agentpass/shared/key-api";
import { sql } from "kysely";
import type { KeyKind } from "../crypto/token-hash.ts";
import type { Role } from "../domain/access.ts";
import { timestamp } from "./timestamp.ts";
import type { Trx } from "./with-team.ts";

/** A key with its holder, as people see it; `memberRole` decides who may do something to it. */
export interface Key extends TeamKey {
  memberRole: Role;
}

export interface KeyFilter {
  /** This member's keys and its agents' only. */
  memberId?: string | undefined;
  kind?: KeyKind | undefined;
  /** Id or name of a member, an agent or a device. */
  holder?: string | undefined;
  /** Of the key itself. */
  idOrPrefix?: string | undefined;
  /** Leaves out what is revoked, suspended or has expired at this time (epoch milliseconds). */
  liveAt?: number | undefined;
}

/** Oldest first. */
export async function listKeyRows(trx: Trx, filter: KeyFilter = {}): Promise<Key[]> {
  const { memberId, kind, holder, idOrPrefix, liveAt } = filter;
  let query = trx
    .selectFrom("keys")
    .innerJoin("members", (join) =>
      join.onRef("members.team_id", "=", "keys.team_id").onRef("members.id", "=", "keys.member_id"),
    )
    .leftJoin("agents", (join) =>
      join.onRef("agents.team_id", "=", "keys.team_id").onRef("agents.id", "=", "keys.agent_id"),
    )
    .leftJoin("devices", (join) =>
      join.onRef("devices.team_id", "=", "keys.team_id").onRef("devices.id", "=", "keys.device_id"),
    )
    .selectAll("keys")
    .select([
      "members.name as member_name",
      "members.role as member_role",
      "agents.name as agent_name",
      "devices.name as device_name",
    ]);
  if (memberId !== undefined) query = query.where("keys.member_id", "=", memberId);
  if (kind !== undefined) query = query.where("keys.kind", "=", kind);
  if (idOrPrefix !== undefined)
    query = query.where(sql<boolean>`${idOrPrefix} in (keys.id::text, keys.prefix)`);
  if (holder !== undefined)
    query = query.where(
      sql<boolean>`${holder} in (members.id::text, members.name, agents.id::text, agents.name, devices.id::text, devices.name)`,
    );
  if (liveAt !== undefined)
    query = query
      .where("keys.revoked_at", "is", null)
      .where("keys.suspended_at", "is", null)
      .where(sql<boolean>`(keys.expires_at is null or keys.expires_at > ${timestamp(liveAt)}::timestamptz)`);
  const rows = await query.orderBy("keys.created_at").orderBy("keys.id").execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    prefix: row.prefix,
    name: row.name,
    memberId: row.member_id,
    memberName: row.member_name,
    memberRole: row.member_role,
    agentId: row.agent_id,
    agentName: row.agent_name,
    deviceId: row.device_id,
    deviceName: row.device_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    suspendedAt: row.suspended_at,
    lastUsedAt: row.last_used_at,
    replacedBy: row.replaced_by,
  }));
}
