import { sql } from "kysely";
import type { Database } from "./database.ts";

const DAY_MS = 86_400_000;
/** Every statement that cannot name its partition pays for each one, so they are not smaller than needed. */
const PARTITION_MS = 7 * DAY_MS;
/** So long can the owner's connection be away before a message finds no partition; clocks of nodes differ. */
const AHEAD_MS = 7 * DAY_MS;
const BEHIND_MS = DAY_MS;

/** So long a message's record stays, without its text: a year, and a month to look back at it. */
export const KEPT_MS = 400 * DAY_MS;

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

const endOf = (name: string): number =>
  Date.parse(name.replace(/^messages_(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3")) + PARTITION_MS;

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

/**
 * Drops the partitions in which every message is older than {@link KEPT_MS} and has nothing left to erase, while others
 * read and write. Needs the owner's login; one node does it, the others pass it by. `now`: epoch milliseconds.
 */
export async function dropOldPartitions(db: Database, now: number): Promise<void> {
  await db.connection().execute(async (one) => {
    const lock = "hashtext('agentpass old partitions')";
    const { rows } = await sql<{
      taken: boolean;
    }>`select pg_try_advisory_lock(${sql.raw(lock)}) as taken`.execute(one);
    if (!rows[0]?.taken) return;
    try {
      const old = (await allPartitions(one)).filter(({ name }) => endOf(name) <= now - KEPT_MS);
      for (const partition of old) await dropPartition(one, partition);
    } finally {
      await sql`select pg_advisory_unlock(${sql.raw(lock)})`.execute(one);
    }
  });
}

interface Partition {
  name: string;
  /** `detaching`: somebody stopped in the middle. */
  state: "attached" | "detaching" | "detached";
}

async function allPartitions(db: Database): Promise<Partition[]> {
  const { rows } = await sql<Partition>`
    select relname as name, case when inhrelid is null then 'detached' when inhdetachpending then 'detaching' else 'attached' end as state
    from pg_class left join pg_inherits on inhrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname ~ '^messages_\\d{8}$' order by relname`.execute(
    db,
  );
  return rows;
}

async function dropPartition(db: Database, { name, state }: Partition): Promise<void> {
  const table = sql.table(name);
  const { rows } = await sql`
    select from ${table} where body_erased_at is null or twilio_redaction = 'due' limit 1`.execute(db);
  if (rows.length > 0) return;
  if (state !== "detached")
    await sql`alter table messages detach partition ${table} ${sql.raw(state === "attached" ? "concurrently" : "finalize")}`.execute(
      db,
    );
  await sql`drop table ${table}`.execute(db);
}
