import { sql, type Kysely } from "kysely";

/** A team's newest messages without a look at all of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index messages_by_seq on messages (team_id, seq desc)`.execute(db);
}
