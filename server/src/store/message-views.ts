import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** Which of these messages the member has been shown before. */
export async function viewedMessages(
  trx: Trx,
  { memberId, ids }: { memberId: string; ids: readonly string[] },
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await trx
    .selectFrom("message_views")
    .select("message_id")
    .where("member_id", "=", memberId)
    .where("message_id", "in", ids)
    .execute();
  return new Set(rows.map((row) => row.message_id));
}

/** Notes that the member has been shown these messages; gives the ids of those that are new to the member. */
export async function noteViews(
  team: LockedTeam,
  { memberId, ids }: { memberId: string; ids: readonly string[] },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const at = timestamp(team.now);
  const rows = await team.trx
    .insertInto("message_views")
    .values(ids.map((id) => ({ team_id: team.id, message_id: id, member_id: memberId, at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning("message_id")
    .execute();
  return rows.map((row) => row.message_id);
}

/** Once nothing is left of a message to be shown. */
export async function forgetViews(team: LockedTeam, messageId: string): Promise<void> {
  await team.trx.deleteFrom("message_views").where("message_id", "=", messageId).execute();
}
