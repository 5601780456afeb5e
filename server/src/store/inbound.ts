import type { Insertable } from "kysely";
import type { PoolClient } from "pg";
import type { WrappedKey } from "../crypto/key-ring.ts";
import { HOLDER_MARGIN_MS, type LeaseInterval } from "../domain/holder.ts";
import type { InboundSms } from "../domain/inbound-sms.ts";
import { CLAIMABLE_MS, lowestId } from "./partitions.ts";
import type { Schema } from "./schema.ts";
import type { Store } from "./store.ts";
import { parseTimestamp, timestamp } from "./timestamp.ts";
import { waitChanges, waitOfJson, type Wait, type WaitJson } from "./waits.ts";
import { lockedStream, type LockedStream, type LockedTeam, type TeamHead } from "./with-team.ts";

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

/** All of a team that storing a batch depends on, as it is under the lock. */
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

/**
 * Changes the teams that a batch of messages belongs to, in one transaction of the ingest role, which sees every
 * team and no body, code or data key. Locks the teams' counters in the order of their ids, so that two batches
 * cannot wait for each other; reads, in a statement after that, what `plan` decides on; writes and commits.
 * Statements that need no answer of each other are sent together: the time of an SMS is mostly round trips.
 */
export async function changeInbound(
  store: Store,
  batch: readonly InboundSms[],
  plan: (stream: LockedStream, state: InboundState) => InboundWrites | null,
): Promise<LockedStream[]> {
  const client = await store.ingestPool.connect();
  try {
    const [heads, states] = await lockAndRead(client, { batch, now: store.clock() });
    const streams = heads.map((row) => lockedStream(row, store.clock()));
    const writes = streams.flatMap((stream) => {
      const state = states.find((row) => row.team_id === stream.id);
      const planned = state ? plan(stream, inboundStateOf(state)) : null;
      return planned ? [writeParameters(stream, planned)] : [];
    });
    // After a write that failed, PostgreSQL answers the commit with a rollback.
    await Promise.all([
      ...writes.map((parameters) => client.query(WRITE, parameters)),
      client.query("commit"),
    ]);
    return streams;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function lockAndRead(
  client: PoolClient,
  { batch, now }: { batch: readonly InboundSms[]; now: number },
): Promise<[TeamHead[], StateRow[]]> {
  const e164s = [...new Set(batch.map((sms) => sms.to))];
  const earliest = Math.min(...batch.map((sms) => sms.providerAt)) - HOLDER_MARGIN_MS;
  await client.query("begin");
  const [heads, states] = await Promise.all([
    client.query<TeamHead>(LOCK, [e164s]),
    client.query<StateRow>(READ, [
      e164s,
      timestamp(earliest),
      batch.map((sms) => sms.providerMessageId),
      lowestId(now - CLAIMABLE_MS),
    ]),
  ]);
  return [heads.rows, states.rows];
}

/** A number never changes its team. */
const LOCK = `
  select id, epoch, head_seq, head_check, settings from teams
  where id in (select team_id from numbers where e164 = any($1)) order by id for update`;

/**
 * Runs when the lock is held, on a snapshot of its own; under the lock, nothing of this can change before the commit.
 * Ids are gathered into arrays first, so that every table is reached by an index whatever the planner knows of it.
 */
const READ = `
  with pool as materialized (
    select teams.id as team_id, array(select id from numbers where team_id = teams.id and e164 = any($1) and withheld is distinct from 'retired') as number_ids
    from teams where id in (select team_id from numbers where e164 = any($1))
  ), held as materialized (
    select team_id, number_ids, array(select id from leases where leases.team_id = pool.team_id and number_id = any(number_ids) and ended_at is null) as lease_ids
    from pool
  ), waited as materialized (
    select *, array(select distinct lease_id from waits where waits.team_id = held.team_id and lease_id = any(lease_ids) and state = 'open') as waited_ids
    from held
  )
  select team_id,
    (select json_agg(json_build_object('id', id, 'e164', e164, 'provider', provider))
     from numbers where numbers.team_id = waited.team_id and id = any(number_ids)) as numbers,
    (select json_agg(json_build_object('id', leases.id, 'number_id', number_id, 'agent_id', agent_id, 'passport_id', passport_id,
       'started_at', started_at, 'ended_at', ended_at, 'member_id', agents.member_id))
     from leases join agents on agents.team_id = leases.team_id and agents.id = leases.agent_id
     where leases.team_id = waited.team_id and number_id = any(number_ids) and (ended_at is null or ended_at >= $2::timestamptz)) as leases,
    (select json_agg(waits order by opened_seq, id)
     from waits where waits.team_id = waited.team_id and lease_id = any(waited_ids) and state = 'open') as waits,
    (select json_agg(json_build_object('id', id, 'seq', seq, 'lease_id', lease_id, 'provider_message_id', provider_message_id,
       'sender_key', sender_key, 'service', service, 'provider_at', provider_at))
     from messages where messages.team_id = waited.team_id and lease_id = any(waited_ids) and state = 'available' and messages.id >= $4) as available,
    (select json_agg(json_build_object('provider', provider, 'account', account, 'provider_message_id', provider_message_id))
     from receipts where provider_message_id = any($3)) as receipts
  from waited`;

/** Times are text, as PostgreSQL writes them in JSON. */
interface StateRow {
  team_id: string;
  numbers: PoolNumber[] | null;
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

function inboundStateOf(row: StateRow): InboundState {
  return {
    numbers: row.numbers ?? [],
    leases: (row.leases ?? []).map((lease) => ({
      id: lease.id,
      numberId: lease.number_id,
      agentId: lease.agent_id,
      memberId: lease.member_id,
      passportId: lease.passport_id,
      startedAt: parseTimestamp(lease.started_at),
      endedAt: lease.ended_at === null ? null : parseTimestamp(lease.ended_at),
    })),
    waits: (row.waits ?? []).map(waitOfJson),
    available: (row.available ?? []).map((message) => ({
      id: message.id,
      seq: message.seq,
      leaseId: message.lease_id,
      providerMessageId: message.provider_message_id,
      senderKey: message.sender_key,
      service: message.service,
      providerAt: parseTimestamp(message.provider_at),
    })),
    receipts: new Set(
      (row.receipts ?? []).map((receipt) =>
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

/** All that a batch changes of one team. */
export interface InboundWrites {
  messages: readonly NewMessage[];
  /** Waits that the messages ended or passed by. */
  waits: readonly Wait[];
  /** Ids of older messages that a claim replaced. */
  superseded: readonly string[];
  services: readonly ServiceUse[];
}

/**
 * One statement for everything, whose text is the same for any number of rows, so that it is planned once. The
 * receipts' primary key refuses, with the whole batch, a message that was stored before: no lock of ours has to be
 * trusted for that.
 */
const WRITE = `
  with stored_receipts as (
    insert into receipts select * from jsonb_populate_recordset(null::receipts, $2)
  ), stored_keys as (
    insert into message_keys select * from jsonb_populate_recordset(null::message_keys, $3)
  ), replaced as (
    update messages set state = 'superseded' where team_id = $1 and id = any($4::uuid[])
  ), changed_waits as (
    update waits set state = now.state, message_id = now.message_id, confirmed_at = now.confirmed_at, superseded = now.superseded,
      redelivered = now.redelivered, seen_nonmatching = now.seen_nonmatching, changed_seq = now.changed_seq, ended_at = now.ended_at
    from jsonb_populate_recordset(null::waits, $5) as now
    where waits.team_id = $1 and waits.id = now.id
  ), used as (
    insert into number_services select * from jsonb_populate_recordset(null::number_services, $6) on conflict do nothing
  ), stored_events as (
    insert into events select * from jsonb_populate_recordset(null::events, $7)
  ), head as (
    update teams set head_seq = $8, head_check = $9 where id = $1
  )
  insert into messages select * from jsonb_populate_recordset(null::messages, $10)`;

function writeParameters(
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
    body: hex(row.body),
    extraction: hex(row.extraction),
    media: JSON.parse(row.media) as unknown,
  }));
  const events = stream.emitted();
  const last = events.at(-1);
  if (!last) throw new Error("a batch that changes a team has events");
  return [
    stream.id,
    JSON.stringify(receipts),
    JSON.stringify(keys),
    superseded,
    JSON.stringify(changes),
    JSON.stringify(serviceRows(stream, services)),
    JSON.stringify(events),
    last.seq,
    last.check_value,
    JSON.stringify(rows),
  ];
}

/** Bytes in PostgreSQL's own spelling. */
const hex = (bytes: Buffer | null | undefined): string | null =>
  bytes ? `\\x${bytes.toString("hex")}` : null;

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
    .onConflict((conflict) => conflict.columns(["team_id", "number_id", "service", "member_id"]).doNothing())
    .execute();
}
