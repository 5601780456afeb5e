import { sql } from "kysely";
import type { Database } from "./database.ts";

const DAY_MS = 86_400_000;
/** Every statement that cannot name its partition pays for each one, so they are not smaller than needed. */
const PARTITION_MS = 7 * DAY_MS;
/** So long can the owner's connection be away before a message finds no partition; clocks of nodes differ. */
const AHEAD_MS = 7 * DAY_MS;
const BEHIND_MS = DAY_MS;

/**
 * A message stored longer ago than this cannot be claimed any more: a code holds for 30 minutes at most after the
 * provider's time. Statements that look for one name this bound, so that they read one partition or two.
 */
export const CLAIMABLE_MS = 3_600_000;

/** The smallest UUIDv7 of a moment: 48 bits of epoch milliseconds, the rest zero (RFC 9562). */
export function lowestId(epochMs: number): string {
  const hex = Math.floor(epochMs).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

const nameOf = (start: number): string =>
  `messages_${new Date(start).toISOString().slice(0, 10).replaceAll("-", "")}`;

/**
 * Makes the weekly partitions of `messages` from yesterday to a week ahead. Needs the owner's login. Concurrent
 * callers wait for each other. `now`: epoch milliseconds.
 */
export async function ensurePartitions(db: Database, now: number): Promise<void> {
  const first = Math.floor((now - BEHIND_MS) / PARTITION_MS) * PARTITION_MS;
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('agentpass partitions'))`.execute(trx);
    for (let start = first; start <= now + AHEAD_MS; start += PARTITION_MS) await ensurePartition(trx, start);
  });
}

/** Looks first: making one locks the whole table for a moment. */
async function ensurePartition(trx: Database, start: number): Promise<void> {
  const name = nameOf(start);
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${name}) is not null as there`.execute(
    trx,
  );
  if (rows[0]?.there) return;
  const [from, to] = [lowestId(start), lowestId(start + PARTITION_MS)];
  await sql
    .raw(`create table ${name} partition of messages for values from ('${from}') to ('${to}')`)
    .execute(trx);
}
