import { sql } from "kysely";
import type { HeldTime, PooledTime, UsageCell } from "../domain/usage.ts";
import { lowestId } from "./partitions.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** A range of time; epoch milliseconds, `to` excluded. */
interface Range {
  from: number;
  to: number;
}

/** What the rows of a time say; whole days in UTC. */
export async function usageOfRows(trx: Trx, { from, to }: Range): Promise<UsageCell[]> {
  if (from >= to) return [];
  const [start, end] = [timestamp(from), timestamp(to)];
  // The ids are times too, by which the partitions are told apart.
  const { rows } = await sql<UsageCell>`
    with came as (
      select (stored_at at time zone 'UTC')::date as day, agent_id, number_id, has_code,
        -- The buckets of domain/usage.ts.
        floor(ln(greatest(extract(epoch from matched_at - received_at) * 1000, 0.01)::double precision) / ln(1.01::double precision))::int as bucket
      from messages
      where stored_at >= ${start}::timestamptz and stored_at < ${end}::timestamptz
        and id >= ${lowestId(from)} and id < ${lowestId(to)}
    ), answered as (
      select day, agent_id, number_id, jsonb_object_agg(bucket, n) as latencies
      from (select day, agent_id, number_id, bucket, count(*) as n from came where bucket is not null group by 1, 2, 3, 4) as counted
      group by 1, 2, 3
    ), parts as (
      select day, agent_id, number_id, count(*) as messages, count(*) filter (where has_code) as codes, 0::bigint as waits, 0::bigint as timeouts
      from came group by 1, 2, 3
      union all
      select (opened_at at time zone 'UTC')::date, waits.agent_id, leases.number_id, 0, 0, count(*), count(*) filter (where waits.state = 'timeout')
      from waits join leases on leases.team_id = waits.team_id and leases.id = waits.lease_id
      where opened_at >= ${start}::timestamptz and opened_at < ${end}::timestamptz group by 1, 2, 3
    ), summed as (
      select day, agent_id, number_id, sum(messages)::int as messages, sum(codes)::int as codes, sum(waits)::int as waits, sum(timeouts)::int as timeouts
      from parts group by 1, 2, 3
    )
    select summed.day::text, summed.agent_id as "agentId", summed.number_id as "numberId", messages, codes, waits, timeouts, coalesce(latencies, '{}') as latencies
    from summed left join answered on answered.day = summed.day and answered.number_id = summed.number_id
      and answered.agent_id is not distinct from summed.agent_id`.execute(trx);
  return rows;
}

/** What was kept of days whose rows may be gone. */
export async function keptUsage(trx: Trx, { from, to }: Range): Promise<UsageCell[]> {
  const { rows } = await sql<UsageCell>`
    select day::text, agent_id as "agentId", number_id as "numberId", messages, codes, waits, timeouts, latencies
    from usage_days where day >= (${timestamp(from)}::timestamptz at time zone 'UTC')::date
      and day < (${timestamp(to)}::timestamptz at time zone 'UTC')::date`.execute(trx);
  return rows;
}

/** Until when (epoch milliseconds, a midnight) the team's days are kept; where none is, the day of its making. */
export async function usageKeptUntil(trx: Trx): Promise<number> {
  const { rows } = await sql<{ until: number }>`
    select coalesce(usage_until, date_trunc('day', created_at, 'UTC')) as until from teams`.execute(trx);
  return rows[0]?.until ?? 0;
}

export async function keepUsage(
  team: LockedTeam,
  { until, cells }: { until: number; cells: readonly UsageCell[] },
): Promise<void> {
  const rows = cells.map(({ agentId, numberId, ...cell }) => ({
    ...cell,
    team_id: team.id,
    agent_id: agentId,
    number_id: numberId,
  }));
  await sql`insert into usage_days select * from jsonb_populate_recordset(null::usage_days, ${JSON.stringify(rows)})`.execute(
    team.trx,
  );
  await sql`update teams set usage_until = ${timestamp(until)}::timestamptz where id = ${team.id}`.execute(
    team.trx,
  );
}

/** Who held which number at some time of the range. */
export async function leasesWithin(trx: Trx, { from, to }: Range): Promise<HeldTime[]> {
  const rows = await trx
    .selectFrom("leases")
    .select([
      "agent_id as agentId",
      "number_id as numberId",
      "started_at as startedAt",
      "ended_at as endedAt",
    ])
    .where("started_at", "<", sql<number>`${timestamp(to)}::timestamptz`)
    .where((eb) =>
      eb.or([eb("ended_at", "is", null), eb("ended_at", ">", sql<number>`${timestamp(from)}::timestamptz`)]),
    )
    .execute();
  return rows;
}

/** Every number that was ever in the pool. A provider charges for it until it is given back. */
export async function pooledNumbers(trx: Trx): Promise<PooledTime[]> {
  const rows = await trx
    .selectFrom("numbers")
    .select(["id", "e164", "provider", "created_at", "released_at"])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    phoneNumber: row.e164,
    charged: row.provider === "twilio",
    since: row.created_at,
    until: row.released_at,
  }));
}

/** Agents and members by id, those that have left too. */
export async function usersOf(trx: Trx): Promise<{
  agents: Map<string, { name: string; memberId: string }>;
  members: Map<string, string>;
}> {
  const agents = await trx.selectFrom("agents").select(["id", "name", "member_id"]).execute();
  const members = await trx.selectFrom("members").select(["id", "name"]).execute();
  return {
    agents: new Map(agents.map((row) => [row.id, { name: row.name, memberId: row.member_id }])),
    members: new Map(members.map((row) => [row.id, row.name])),
  };
}
