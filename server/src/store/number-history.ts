import { isoTime } from "./timestamp.ts";
import type { Trx } from "./with-team.ts";

/** Services that a number has been used with, and by which members' agents; last used first. */
export async function servicesOf(
  trx: Trx,
  numberId: string,
): Promise<{ service: string; memberName: string; lastUsedAt: string }[]> {
  const rows = await trx
    .selectFrom("number_services")
    .innerJoin("members", (join) =>
      join
        .onRef("members.team_id", "=", "number_services.team_id")
        .onRef("members.id", "=", "number_services.member_id"),
    )
    .select(["number_services.service", "members.name", "number_services.last_used_at"])
    .where("number_id", "=", numberId)
    .orderBy("number_services.last_used_at", "desc")
    .orderBy("number_services.service")
    .execute();
  return rows.map((row) => ({
    service: row.service,
    memberName: row.name,
    lastUsedAt: isoTime(row.last_used_at),
  }));
}

/** How many of a number's messages are in each state. */
export async function countMessages(trx: Trx, numberId: string): Promise<{ state: string; count: number }[]> {
  return trx
    .selectFrom("messages")
    .select(({ fn }) => ["state", fn.countAll<number>().as("count")])
    .where("number_id", "=", numberId)
    .groupBy("state")
    .orderBy("state")
    .execute();
}
