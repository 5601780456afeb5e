import { sql } from "kysely";
import type { Scope } from "../domain/access.ts";
import { messageInScope } from "./scope.ts";
import { timestamp } from "./timestamp.ts";
import type { Trx } from "./with-team.ts";

/** By the receipts, whose key begins with it; one in practice, as providers give each message an id of its own. */
export const idsByProviderId = (trx: Trx, providerMessageId: string) =>
  trx.selectFrom("receipts").select("message_id").where("provider_message_id", "=", providerMessageId);

/** Epoch milliseconds; null: not yet. */
export interface ReceiptRow {
  receivedAt: number;
  storedAt: number;
  matchedAt: number | null;
  pushedAt: number | null;
  takenAt: number | null;
}

export async function receiptRow(
  trx: Trx,
  { providerMessageId, scope }: { providerMessageId: string; scope: Scope },
): Promise<ReceiptRow | null> {
  let query = trx
    .selectFrom("messages")
    .select(["received_at", "stored_at", "matched_at", "pushed_at", "taken_at"])
    .where("messages.id", "in", idsByProviderId(trx, providerMessageId));
  query = query.where(messageInScope(scope));
  const row = await query.executeTakeFirst();
  return row
    ? {
        receivedAt: row.received_at,
        storedAt: row.stored_at,
        matchedAt: row.matched_at,
        pushedAt: row.pushed_at,
        takenAt: row.taken_at,
      }
    : null;
}

/** For the latency receipt only; may be lost in a crash, so it does not wait for the disk. */
export async function notePushed(trx: Trx, { id, at }: { id: string; at: number }): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(trx);
  await trx
    .updateTable("messages")
    .set({ pushed_at: timestamp(at) })
    .where("id", "=", id)
    .where("pushed_at", "is", null)
    .execute();
}
