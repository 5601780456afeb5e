import { sql, type Insertable } from "kysely";
import type { WrappedKey } from "../crypto/key-ring.ts";
import type { LeaseInterval } from "../domain/holder.ts";
import type { InboundSms } from "../domain/inbound-sms.ts";
import type { EventRow } from "./events.ts";
import type { Schema } from "./schema.ts";
import { parseTimestamp, timestamp } from "./timestamp.ts";
import { waitChanges, waitOfJson, type Wait, type WaitJson } from "./waits.ts";
import type { LockedTeam, TeamHead, Trx } from "./with-team.ts";

/*
 * Statements of the ingest role: they see every team and no body, code or data key. Few and large, because the time
 * of an SMS is mostly round trips to the database.
 */

/**
 * Locks the counters of the teams that own these numbers, in the order of their ids, so that two batches cannot
 * wait for each other. A number never changes its team.
 */
export async function lockTeamsOfNumbers(trx: Trx, e164s: readonly string[]): Promise<TeamHead[]> {
  return trx
    .selectFrom("teams")
    .select(["id", "epoch", "head_seq", "head_check", "settings"])
    .where("id", "in", (eb) => eb.selectFrom("numbers").select("team_id").where("e164", "in", e164s))
    .orderBy("id")
    .forUpdate()
    .execute();
}

export interface PoolNumber {
  id: string;
  e164: string;
  provider: string;
}

export interface LeaseForInbound extends LeaseInterval {
  numberId: string;
  agentId: string;
  memberId: string;
}

/** A stored message that a claim may replace. Epoch milliseconds. */
export interface OlderMessage {
  id: string;
  seq: number;
  leaseId: string;
  providerMessageId: string;
  senderKey: string;
  service: string | null;
  providerAt: number;
}

/** All of a team that storing a batch depends on. */
export interface InboundState {
  /** Those of the batch's numbers that are in the pool. */
  numbers: PoolNumber[];
  /** Live leases of these numbers, and ended ones that a message of `earliest` or later could belong to. */
  leases: LeaseForInbound[];
  /** Open waits of the live leases, first come first. */
  waits: Wait[];
  /** Messages of leases with open waits that are still available. */
  available: OlderMessage[];
  /** The batch's messages that were stored before, as {@link receiptKey} writes them. */
  receipts: Set<string>;
}

export const receiptKey = ({
  provider,
  account,
  providerMessageId,
}: Pick<InboundSms, "provider" | "account" | "providerMessageId">): string =>
  `${provider} ${account} ${providerMessageId}`;

/** Rows as PostgreSQL writes them in JSON: times are text. */
interface StateRow {
  numbers: { id: string; e164: string; provider: string }[] | null;
  leases:
    | {
        id: string;
        number_id: string;
        agent_id: string;
        passport_id: string;
        started_at: string;
        ended_at: string | null;
        member_id: string;
      }[]
    | null;
  waits: WaitJson[] | null;
  available:
    | {
        id: string;
        seq: number;
        lease_id: string;
        provider_message_id: string;
        sender_key: string;
        service: string | null;
        provider_at: string;
      }[]
    | null;
  receipts: { provider: string; account: string; provider_message_id: string }[] | null;
}

/** Reads it in one statement, after the lock; under it, nothing of this can change before the commit. */
export async function readInboundState(
  team: LockedTeam,
  { batch, earliest }: { batch: readonly InboundSms[]; earliest: number },
): Promise<InboundState> {
  const { rows } = await sql<StateRow>`
    with pool as (
      select id, e164, provider from numbers
      where team_id = ${team.id} and e164 = any(${batch.map((sms) => sms.to)}::text[]) and withheld is distinct from 'retired'
    ), held as (
      select leases.id, leases.number_id, leases.agent_id, leases.passport_id, leases.started_at, leases.ended_at, agents.member_id
      from leases join agents on agents.team_id = leases.team_id and agents.id = leases.agent_id
      where leases.team_id = ${team.id} and leases.number_id in (select id from pool)
        and (leases.ended_at is null or leases.ended_at >= ${timestamp(earliest)}::timestamptz)
    ), open as (
      select * from waits
      where team_id = ${team.id} and state = 'open' and lease_id in (select id from held where ended_at is null)
      order by opened_seq, id
    ), older as (
      select id, seq, lease_id, provider_message_id, sender_key, service, provider_at from messages
      where team_id = ${team.id} and state = 'available' and lease_id in (select lease_id from open)
    ), known as (
      select provider, account, provider_message_id from receipts
      where provider_message_id = any(${batch.map((sms) => sms.providerMessageId)}::text[])
    )
    select (select json_agg(pool) from pool) as numbers, (select json_agg(held) from held) as leases, (select json_agg(open) from open) as waits,
      (select json_agg(older) from older) as available, (select json_agg(known) from known) as receipts`.execute(
    team.trx,
  );
  const row = rows[0];
  return {
    numbers: row?.numbers ?? [],
    leases: (row?.leases ?? []).map((lease) => ({
      id: lease.id,
      numberId: lease.number_id,
      agentId: lease.agent_id,
      memberId: lease.member_id,
      passportId: lease.passport_id,
      startedAt: parseTimestamp(lease.started_at),
      endedAt: lease.ended_at === null ? null : parseTimestamp(lease.ended_at),
    })),
    waits: (row?.waits ?? []).map((wait) => waitOfJson(wait)),
    available: (row?.available ?? []).map((message) => ({
      id: message.id,
      seq: message.seq,
      leaseId: message.lease_id,
      providerMessageId: message.provider_message_id,
      senderKey: message.sender_key,
      service: message.service,
      providerAt: parseTimestamp(message.provider_at),
    })),
    receipts: new Set(
      (row?.receipts ?? []).map((receipt) =>
        receiptKey({ ...receipt, providerMessageId: receipt.provider_message_id }),
      ),
    ),
  };
}

export interface NewMessage {
  row: Insertable<Schema["messages"]>;
  key: WrappedKey;
  account: string;
}

export interface InboundWrites {
  messages: readonly NewMessage[];
  /** Waits that the messages ended or passed by. */
  waits: readonly Wait[];
  /** Ids of older messages that a claim replaced. */
  superseded: readonly string[];
  services: readonly ServiceUse[];
  events: readonly EventRow[];
}

/**
 * Writes all that a batch changes of a team in one statement, whose text is the same for any number of rows, so
 * that it is planned once. The receipts' primary key refuses, with the whole batch, a message that was stored
 * before: no lock of ours has to be trusted for that.
 */
export async function writeInbound(
  team: LockedTeam,
  { messages, waits, superseded, services, events }: InboundWrites,
): Promise<void> {
  const receipts = messages.map(({ row, account }) => ({
    provider: row.provider,
    account,
    provider_message_id: row.provider_message_id,
    team_id: team.id,
    message_id: row.id,
    stored_at: row.stored_at,
  }));
  const keys = messages.map(({ row, key }) => ({
    team_id: team.id,
    message_id: row.id,
    master_key_id: key.masterKeyId,
    wrapped: hex(key.wrapped),
  }));
  const changes = waits.map((wait) => ({
    id: wait.id,
    ...waitChanges(team, wait),
    superseded: wait.superseded,
  }));
  const last = events.at(-1);
  await sql`
    with stored_receipts as (
      insert into receipts select * from jsonb_populate_recordset(null::receipts, ${rows(receipts)})
    ), stored_keys as (
      insert into message_keys select * from jsonb_populate_recordset(null::message_keys, ${rows(keys)})
    ), replaced as (
      update messages set state = 'superseded' where team_id = ${team.id} and id = any(${[...superseded]}::uuid[])
    ), changed_waits as (
      update waits set state = now.state, message_id = now.message_id, confirmed_at = now.confirmed_at, superseded = now.superseded,
        redelivered = now.redelivered, seen_nonmatching = now.seen_nonmatching, changed_seq = now.changed_seq, ended_at = now.ended_at
      from jsonb_populate_recordset(null::waits, ${rows(changes)}) as now
      where waits.team_id = ${team.id} and waits.id = now.id
    ), used as (
      insert into number_services select * from jsonb_populate_recordset(null::number_services, ${rows(serviceRows(team, services))})
      on conflict do nothing
    ), stored_events as (
      insert into events select * from jsonb_populate_recordset(null::events, ${rows(events)})
    ), head as (
      update teams set head_seq = ${last?.seq ?? team.seq}, head_check = ${last?.check_value ?? ""} where id = ${team.id} and ${events.length > 0}
    )
    insert into messages select * from jsonb_populate_recordset(null::messages, ${rows(messages.map(({ row }) => ({ ...row, body: hex(row.body), extraction: hex(row.extraction), media: JSON.parse(row.media) as unknown })))})`.execute(
    team.trx,
  );
}

/** Rows as one parameter. */
const rows = (values: readonly object[]): string => JSON.stringify(values);

/** Bytes in PostgreSQL's own spelling. */
const hex = (bytes: Buffer | null | undefined): string | null =>
  bytes ? `\\x${bytes.toString("hex")}` : null;

export interface ServiceUse {
  numberId: string;
  service: string;
  memberId: string;
}

const serviceRows = (team: LockedTeam, uses: readonly ServiceUse[]) =>
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
    .onConflict((conflict) => conflict.columns(["team_id", "number_id", "service", "member_id"]).doNothing())
    .execute();
}
