import { sql } from "kysely";
import type { Database } from "./database.ts";

const DAY_MS = 86_400_000;
/** So many days can the owner's connection be away before a message finds no partition. */
const DAYS_AHEAD = 7;

/** The smallest UUIDv7 of a moment: 48 bits of epoch milliseconds, the rest zero (RFC 9562). */
function lowestId(epochMs: number): string {
  const hex = epochMs.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

const nameOf = (dayMs: number): string =>
  `messages_${new Date(dayMs).toISOString().slice(0, 10).replaceAll("-", "")}`;

/**
 * Makes the partitions of `messages` from yesterday (clocks of nodes differ) to a week ahead. Needs the owner's
 * login. Concurrent callers wait for each other.
 */
export async function ensurePartitions(db: Database, now: number): Promise<void> {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('agentpass partitions'))`.execute(trx);
    for (let day = today - DAY_MS; day <= today + DAYS_AHEAD * DAY_MS; day += DAY_MS) {
      await sql
        .raw(
          `create table if not exists ${nameOf(day)} partition of messages for values from ('${lowestId(day)}') to ('${lowestId(day + DAY_MS)}')`,
        )
        .execute(trx);
    }
  });
}
