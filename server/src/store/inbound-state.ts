import type { Guard } from "../domain/approval.ts";
import type { LeaseInterval } from "../domain/holder.ts";
import type { InboundSms } from "../domain/inbound-sms.ts";
import { ASKS } from "./approvals.ts";
import { parseTimestamp } from "./timestamp.ts";
import { waitOfJson, type Wait, type WaitJson } from "./waits.ts";

export interface PoolNumber {
  id: string;
  e164: string;
  provider: string;
}

export interface LeaseForInbound extends LeaseInterval {
  numberId: string;
  agentId: string;
  memberId: string;
  /** Null: none is set for the agent itself. */
  messagesPerDay: number | null;
  asks: Guard["asks"];
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
 * Runs when the lock is held, on a snapshot of its own; under the lock, nothing of this can change before the commit.
 * Ids are gathered into arrays first, so that every table is reached by an index whatever the planner knows of it.
 */
export const READ_STATE = `
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
       'started_at', started_at, 'ended_at', ended_at, 'member_id', agents.member_id, 'messages_per_day', agents.messages_per_day,
       'asks', ${ASKS("$5::timestamptz")}))
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
export interface StateRow {
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
        messages_per_day: number | null;
        asks: Guard["asks"];
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

export function inboundStateOf(row: StateRow): InboundState {
  return {
    numbers: row.numbers ?? [],
    leases: (row.leases ?? []).map((lease) => ({
      id: lease.id,
      numberId: lease.number_id,
      agentId: lease.agent_id,
      memberId: lease.member_id,
      messagesPerDay: lease.messages_per_day,
      asks: lease.asks,
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
