import { sql, type Kysely } from "kysely";

/** Texts that a team wants to be gone at Twilio as well, once they are gone here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table messages add column twilio_redaction text check (twilio_redaction in ('due', 'done'));
comment on column messages.twilio_redaction is 'the text is to be removed from Twilio''s records, or has been; null: it stays there';
create index messages_redaction_due on messages (team_id, id) where twilio_redaction = 'due';
`.execute(db);
}
