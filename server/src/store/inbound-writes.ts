import type { Insertable } from "kysely";
import type { WrappedKey } from "../crypto/key-ring.ts";
import type { Schema } from "./schema.ts";
import { streamWrites } from "./stream-writes.ts";
import { hex } from "./bytes.ts";
import { timestamp } from "./timestamp.ts";
import type { ApprovalRow } from "./approvals.ts";
import { waitChanges, type Wait } from "./waits.ts";
import type { LockedStream, LockedTeam } from "./with-team.ts";

export interface NewMessage {
  row: Insertable<Schema["messages"]>;
  key: WrappedKey;
  account: string;
}

/** All that a batch changes of one team. */
export interface InboundWrites {
  messages: readonly NewMessage[];
  /** Waits that the messages ended or passed by. */
  waits: readonly Wait[];
  /** Ids of older messages that a claim replaced. */
  superseded: readonly string[];
  services: readonly ServiceUse[];
  /** Questions to a person about some of the messages. */
  approvals: readonly ApprovalRow[];
}

/**
 * One statement for everything, whose text is the same for any number of rows, so that it is planned once. The
 * receipts' primary key refuses, with the whole batch, a message that was stored before: no lock of ours has to be
 * trusted for that.
 */
export const WRITE_ALL = `
  with stored_receipts as (
    insert into receipts select * from jsonb_populate_recordset(null::receipts, $2)
  ), stored_keys as (
    insert into message_keys select * from jsonb_populate_recordset(null::message_keys, $3)
  ), replaced as (
    update messages set state = 'superseded' where team_id = $1 and id = any($4::uuid[])
  ), changed_waits as (
    update waits set state = now.state, message_id = now.message_id, confirmed_at = now.confirmed_at, superseded = now.superseded,
      denied_reason = now.denied_reason, deadline = now.deadline, redelivered = now.redelivered, seen_nonmatching = now.seen_nonmatching, changed_seq = now.changed_seq, ended_at = now.ended_at
    from jsonb_populate_recordset(null::waits, $5) as now
    where waits.team_id = $1 and waits.id = now.id
  ), used as (
    insert into number_services select distinct * from jsonb_populate_recordset(null::number_services, $6)
    on conflict (team_id, number_id, service, member_id) do update set last_used_at = excluded.last_used_at
  ), stored_events as (
    insert into events select * from jsonb_populate_recordset(null::events, $7)
  ), stored_entries as (
    insert into audit select * from jsonb_populate_recordset(null::audit, $8)
  ), head as (
    update teams set head_seq = $9, head_check = $10, audit_seq = coalesce($11, audit_seq), audit_mac = coalesce($12::bytea, audit_mac) where id = $1
  )
  insert into messages select * from jsonb_populate_recordset(null::messages, $13)`;

/** Apart from {@link WRITE_ALL}, since most batches ask nobody anything. */
export const WRITE_APPROVALS = `insert into approvals select * from jsonb_populate_recordset(null::approvals, $1)`;

export function writeParameters(
  stream: LockedStream,
  { messages, waits, superseded, services }: InboundWrites,
): unknown[] {
  const receipts = messages.map(({ row, account }) => ({
    provider: row.provider,
    account,
    provider_message_id: row.provider_message_id,
    team_id: stream.id,
    message_id: row.id,
    stored_at: row.stored_at,
  }));
  const keys = messages.map(({ row, key }) => ({
    team_id: stream.id,
    message_id: row.id,
    agent_id: row.agent_id,
    master_key_id: key.masterKeyId,
    wrapped: hex(key.wrapped),
  }));
  const changes = waits.map((wait) => ({
    id: wait.id,
    ...waitChanges(stream, wait),
    superseded: wait.superseded,
  }));
  const rows = messages.map(({ row }) => ({
    ...row,
    body: row.body ? hex(row.body) : null,
    extraction: row.extraction ? hex(row.extraction) : null,
    media: JSON.parse(row.media) as unknown,
  }));
  const head = streamWrites(stream);
  return [
    stream.id,
    JSON.stringify(receipts),
    JSON.stringify(keys),
    superseded,
    JSON.stringify(changes),
    JSON.stringify(serviceRows(stream, services)),
    head.events,
    head.entries,
    head.headSeq,
    head.headCheck,
    head.auditSeq,
    head.auditMac,
    JSON.stringify(rows),
  ];
}

export interface ServiceUse {
  numberId: string;
  service: string;
  memberId: string;
}

const serviceRows = (team: LockedStream, uses: readonly ServiceUse[]) =>
  uses.map((use) => ({
    team_id: team.id,
    number_id: use.numberId,
    service: use.service,
    member_id: use.memberId,
    last_used_at: timestamp(team.now),
  }));

/** Notes that a number was used with a service, so that it is not given to somebody else for the same one. */
export async function rememberService(team: LockedTeam, use: ServiceUse): Promise<void> {
  await team.trx
    .insertInto("number_services")
    .values(serviceRows(team, [use]))
    .onConflict((conflict) =>
      conflict
        .columns(["team_id", "number_id", "service", "member_id"])
        .doUpdateSet({ last_used_at: timestamp(team.now) }),
    )
    .execute();
}
