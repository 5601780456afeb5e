import { sql, type Kysely } from "kysely";

/** What a restore from a backup leaves behind: keys that wait for an owner's word, leases that it ended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table keys add column suspended_at timestamptz`.execute(db);
  await sql`comment on column keys.suspended_at is 'the database was restored; the key works again once an owner confirms it'`.execute(
    db,
  );
  await sql`alter table leases drop constraint leases_end_reason_check`.execute(db);
  await sql`alter table leases add constraint leases_end_reason_check check (end_reason in ('released', 'admin', 'idle', 'restore'))`.execute(
    db,
  );
}
