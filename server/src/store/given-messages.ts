import { sql } from "kysely";
import { CLAIMABLE_MS, lowestId } from "./partitions.ts";
import { timestamp } from "./timestamp.ts";
import type { Trx } from "./with-team.ts";

/**
 * When the `count`th newest of the messages was given that the agent has been given since `since`; null: it has been
 * given fewer. Epoch milliseconds.
 */
export async function givenAt(
  trx: Trx,
  { agentId, since, count }: { agentId: string; since: number; count: number },
): Promise<number | null> {
  const row = await trx
    .selectFrom("messages")
    .select("matched_at")
    .where("agent_id", "=", agentId)
    .where("state", "in", ["claimed", "consumed"])
    .where("wait_id", "is not", null)
    .where("matched_at", ">", sql<number>`${timestamp(since)}::timestamptz`)
    // Stored earlier than this, it could not be given any more.
    .where("id", ">=", lowestId(since - CLAIMABLE_MS))
    .orderBy("matched_at", "desc")
    .offset(count - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.matched_at ?? null;
}
