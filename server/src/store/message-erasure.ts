import { sql } from "kysely";
import type { KeyRing, WrappedKey } from "../crypto/key-ring.ts";
import { messageOf, messageQuery, type Message } from "./messages.ts";
import { lowestId } from "./partitions.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** So many a sweep: a team's lock is held for a moment only. */
const ERASE_BATCH = 100;

/** Messages stored after `since` whose code was due for erasure before a time. */
export async function messagesWithDueCode(
  trx: Trx,
  { ring, before, since }: { ring: KeyRing; before: number; since: number },
): Promise<Message[]> {
  const rows = await messageQuery(trx)
    .where("messages.code_erased_at", "is", null)
    .where("messages.expires_at", "<", sql<number>`${timestamp(before)}::timestamptz`)
    .where("messages.id", ">=", lowestId(since))
    .limit(sql.lit(ERASE_BATCH))
    .execute();
  return rows.map((row) => messageOf(ring, row));
}

/** Ids of messages stored before a time (epoch milliseconds) that still have their body: those that still have a data key. */
export async function idsWithDueBody(trx: Trx, before: number): Promise<string[]> {
  const rows = await trx
    .selectFrom("message_keys")
    .select("message_id")
    .where("message_id", "<", lowestId(before))
    .orderBy("message_id")
    .limit(sql.lit(ERASE_BATCH))
    .execute();
  return rows.map((row) => row.message_id);
}

/** Removes the code; `resealed` is the body without it, where both were there. */
export async function eraseCode(
  team: LockedTeam,
  { id, resealed }: { id: string; resealed: { body: Buffer; key: WrappedKey } | null },
): Promise<void> {
  const changes = resealed === null ? {} : { body: resealed.body };
  await team.trx
    .updateTable("messages")
    .set({ ...changes, extraction: null, code_erased_at: timestamp(team.now) })
    .where("id", "=", id)
    .execute();
  if (resealed === null) return;
  await team.trx
    .updateTable("message_keys")
    .set({ master_key_id: resealed.key.masterKeyId, wrapped: resealed.key.wrapped })
    .where("message_id", "=", id)
    .execute();
}

/** Removes body and code with their data key; at Twilio, where it came from there and the team wants it, in a while. */
export async function eraseBody(team: LockedTeam, id: string): Promise<void> {
  const now = timestamp(team.now);
  const redaction = team.settings.redactAtTwilio
    ? { twilio_redaction: sql<"due" | null>`case when provider = 'twilio' then 'due' end` }
    : {};
  await team.trx
    .updateTable("messages")
    .set({ body: null, extraction: null, body_erased_at: now, code_erased_at: now, ...redaction })
    .where("id", "=", id)
    .execute();
  await team.trx.deleteFrom("message_keys").where("message_id", "=", id).execute();
}

/** Messages whose text Twilio is to remove: any of them, so that one that it will not remove is not always the first. */
export async function messagesToRedact(trx: Trx): Promise<{ id: string; providerMessageId: string }[]> {
  return trx
    .selectFrom("messages")
    .select(["id", "provider_message_id as providerMessageId"])
    .where("twilio_redaction", "=", "due")
    .orderBy(sql`random()`)
    .limit(ERASE_BATCH)
    .execute();
}

/** Twilio has removed their texts. */
export async function noteRedacted(team: LockedTeam, ids: readonly string[]): Promise<void> {
  await team.trx.updateTable("messages").set({ twilio_redaction: "done" }).where("id", "in", ids).execute();
}
