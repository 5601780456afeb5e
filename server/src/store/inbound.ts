import type { PoolClient } from "pg";
import { HOLDER_MARGIN_MS } from "../domain/holder.ts";
import type { InboundSms } from "../domain/inbound-sms.ts";
import { inboundStateOf, READ_STATE, type InboundState, type StateRow } from "./inbound-state.ts";
import { WRITE_ALL, WRITE_APPROVALS, writeParameters, type InboundWrites } from "./inbound-writes.ts";
import { CLAIMABLE_MS, lowestId } from "./partitions.ts";
import type { Store } from "./store.ts";
import { timestamp } from "./timestamp.ts";
import { lockedStream, type LockedStream, type TeamHead } from "./with-team.ts";

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
    const streams = heads.map((row) => lockedStream(store, row));
    const writes = streams.flatMap((stream) => {
      const state = states.find((row) => row.team_id === stream.id);
      const planned = state ? plan(stream, inboundStateOf(state)) : null;
      return planned ? [{ stream, planned }] : [];
    });
    const approvals = writes.flatMap(({ planned }) => planned.approvals);
    // After a write that failed, PostgreSQL answers the commit with a rollback.
    await Promise.all([
      ...writes.map(({ stream, planned }) => client.query(WRITE_ALL, writeParameters(stream, planned))),
      ...(approvals.length === 0 ? [] : [client.query(WRITE_APPROVALS, [JSON.stringify(approvals)])]),
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
    client.query<StateRow>(READ_STATE, [
      e164s,
      timestamp(earliest),
      batch.map((sms) => sms.providerMessageId),
      lowestId(now - CLAIMABLE_MS),
      timestamp(now),
    ]),
  ]);
  return [heads.rows, states.rows];
}

/** A number never changes its team. */
const LOCK = `
  select id, epoch, head_seq, head_check, audit_seq, audit_mac, settings from teams
  where id in (select team_id from numbers where e164 = any($1)) order by id for update`;
