import { sql, type Kysely } from "kysely";
import type { Schema } from "./schema.ts";
import type { LockedStream } from "./with-team.ts";

/** A team's new events and audit entries, and where its head stands with them, as parameters of a statement. */
export interface StreamWrites {
  events: string;
  entries: string;
  headSeq: number;
  headCheck: string;
  auditSeq: number | null;
  auditMac: string | null;
}

export function streamWrites(stream: LockedStream): StreamWrites {
  const entries = stream.recorded();
  const last = entries.at(-1);
  return {
    events: JSON.stringify(stream.emitted()),
    entries: JSON.stringify(entries),
    headSeq: stream.head.seq,
    headCheck: stream.head.check,
    auditSeq: last?.seq ?? null,
    auditMac: last?.mac ?? null,
  };
}

/** Appends a team's events and audit entries and moves its head, in one statement whose text never varies. */
export async function writeStream(trx: Kysely<Schema>, stream: LockedStream): Promise<void> {
  if (stream.emitted().length === 0 && stream.recorded().length === 0) return;
  const writes = streamWrites(stream);
  await sql`
    with stored_events as (
      insert into events select * from jsonb_populate_recordset(null::events, ${writes.events})
    ), stored_entries as (
      insert into audit select * from jsonb_populate_recordset(null::audit, ${writes.entries})
    )
    update teams set head_seq = ${writes.headSeq}, head_check = ${writes.headCheck},
      audit_seq = coalesce(${writes.auditSeq}, audit_seq), audit_mac = coalesce(${writes.auditMac}::bytea, audit_mac)
    where id = ${stream.id}`.execute(trx);
}
