import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Role } from "../domain/access.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

export interface Member {
  id: string;
  name: string;
  role: Role;
  /** Epoch milliseconds. */
  createdAt: number;
}

/** Those that are there now, oldest first. */
export async function liveMembers(trx: Trx): Promise<Member[]> {
  const rows = await trx
    .selectFrom("members")
    .select(["id", "name", "role", "created_at"])
    .where("removed_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(({ id, name, role, created_at: createdAt }) => ({ id, name, role, createdAt }));
}

/** What a person has, and when it was last there. */
export interface MemberUse {
  devices: number;
  agents: number;
  lastUsedAt: number | null;
}

/** By the member's id. */
export async function memberUses(trx: Trx): Promise<Map<string, MemberUse>> {
  const { rows } = await sql<MemberUse & { id: string }>`
    select id,
      (select count(*) from devices where devices.team_id = members.team_id and member_id = members.id and removed_at is null) as devices,
      (select count(*) from agents where agents.team_id = members.team_id and member_id = members.id and removed_at is null) as agents,
      (select max(last_used_at) from keys where keys.team_id = members.team_id and member_id = members.id and kind <> 'agent') as "lastUsedAt"
    from members where members.removed_at is null`.execute(trx);
  return new Map(rows.map(({ id, ...use }) => [id, use]));
}

/** Gives the new member's id. Its name must be free among the live ones. */
export async function insertMember(
  team: LockedTeam,
  { name, role }: { name: string; role: Role },
): Promise<string> {
  const id = uuidv7();
  await team.trx
    .insertInto("members")
    .values({ team_id: team.id, id, name, role, created_at: timestamp(team.now) })
    .execute();
  team.emit({ type: "member.changed" });
  return id;
}

export async function changeMember(
  team: LockedTeam,
  id: string,
  change: { name: string } | { role: Role },
): Promise<void> {
  await team.trx.updateTable("members").set(change).where("id", "=", id).execute();
  team.emit({ type: "member.changed" });
}

export async function removeMemberRow(team: LockedTeam, id: string): Promise<void> {
  await team.trx
    .updateTable("members")
    .set({ removed_at: timestamp(team.now) })
    .where("id", "=", id)
    .execute();
  team.emit({ type: "member.changed" });
}
