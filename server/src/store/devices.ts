import { v7 as uuidv7 } from "uuid";
import type { Role } from "../domain/access.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** Times in epoch milliseconds. */
export interface Device {
  id: string;
  name: string;
  platform: string;
  memberId: string;
  memberName: string;
  memberRole: Role;
  createdAt: number;
  /** The last use of its keys. */
  lastUsedAt: number | null;
}

/** Those that are there now, oldest first; all of the team, or one member's. */
export async function liveDevices(trx: Trx, memberId: string | null): Promise<Device[]> {
  let query = trx
    .selectFrom("devices")
    .innerJoin("members", (join) =>
      join.onRef("members.team_id", "=", "devices.team_id").onRef("members.id", "=", "devices.member_id"),
    )
    .selectAll("devices")
    .select(["members.name as member_name", "members.role as member_role"])
    .select((eb) =>
      eb
        .selectFrom("keys")
        .whereRef("keys.team_id", "=", "devices.team_id")
        .whereRef("keys.device_id", "=", "devices.id")
        .select((of) => of.fn.max("keys.last_used_at").as("last_used_at"))
        .as("last_used_at"),
    )
    .where("devices.removed_at", "is", null);
  if (memberId !== null) query = query.where("devices.member_id", "=", memberId);
  const rows = await query.orderBy("devices.created_at").orderBy("devices.id").execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    platform: row.platform,
    memberId: row.member_id,
    memberName: row.member_name,
    memberRole: row.member_role,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** Gives the new device's id. */
export async function insertDevice(
  team: LockedTeam,
  { memberId, name, platform }: { memberId: string; name: string; platform: string },
): Promise<string> {
  const id = uuidv7();
  await team.trx
    .insertInto("devices")
    .values({ team_id: team.id, id, member_id: memberId, name, platform, created_at: timestamp(team.now) })
    .execute();
  team.emit({ type: "device.changed" });
  return id;
}

export async function renameDeviceRow(team: LockedTeam, id: string, name: string): Promise<void> {
  await team.trx.updateTable("devices").set({ name }).where("id", "=", id).execute();
  team.emit({ type: "device.changed" });
}

/** Removes one, or all of a member. Gives how many. */
export async function removeDeviceRows(
  team: LockedTeam,
  which: { id: string } | { member_id: string },
): Promise<number> {
  const rows = await team.trx
    .updateTable("devices")
    .set({ removed_at: timestamp(team.now) })
    .where((eb) => eb.and(which))
    .where("removed_at", "is", null)
    .returning("id")
    .execute();
  if (rows.length > 0) team.emit({ type: "device.changed" });
  return rows.length;
}
