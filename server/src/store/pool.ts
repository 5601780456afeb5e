import type { NumberState, PoolNumber } from "@agentpass/shared/number-api";
import { sql, type RawBuilder } from "kysely";
import type { NumberPool } from "../domain/number-pool.ts";
import { serviceName } from "../domain/service-name.ts";
import { isoTime, timestamp } from "./timestamp.ts";
import type { Trx } from "./with-team.ts";

export interface PoolFilter {
  state?: readonly NumberState[] | undefined;
  provider?: string | undefined;
  country?: string | undefined;
  agent?: string | undefined;
  service?: string | undefined;
  text?: string | undefined;
  after?: string | undefined;
  phoneNumber?: string | undefined;
  limit: number;
}

/** What a number is doing now; no column says so by itself. `leases` is its live lease, if any. */
const stateAt = (now: number): RawBuilder<NumberState> => sql`
  case when numbers.withheld is not null then numbers.withheld
       when leases.id is not null then 'leased'
       when numbers.quarantined_until > ${timestamp(now)}::timestamptz then 'quarantined'
       else 'available' end`;

function poolQuery(trx: Trx, now: number) {
  return trx
    .selectFrom("numbers")
    .leftJoin("leases", (join) =>
      join
        .onRef("leases.team_id", "=", "numbers.team_id")
        .onRef("leases.number_id", "=", "numbers.id")
        .on("leases.ended_at", "is", null),
    )
    .leftJoin("agents", (join) =>
      join.onRef("agents.team_id", "=", "leases.team_id").onRef("agents.id", "=", "leases.agent_id"),
    )
    .leftJoin("releases", (join) =>
      join
        .onRef("releases.team_id", "=", "numbers.team_id")
        .onRef("releases.number_id", "=", "numbers.id")
        .on("releases.state", "=", "open"),
    )
    .select([
      "numbers.id",
      "numbers.e164",
      "numbers.provider",
      "numbers.country",
      "numbers.quarantined_until",
      "numbers.released_at",
      "leases.id as lease_id",
      "agents.id as agent_id",
      "agents.name as agent_name",
      "releases.id as release_id",
      stateAt(now).as("state"),
    ]);
}

/** Numbers in the order of their digits. Those given back to their provider are there only where `state` asks for retired ones. */
export async function listPool(trx: Trx, now: number, filter: PoolFilter): Promise<PoolNumber[]> {
  let query = poolQuery(trx, now).orderBy("numbers.e164").limit(filter.limit);
  const { state, provider, country, agent, service, text, after, phoneNumber } = filter;
  if (phoneNumber !== undefined) query = query.where("numbers.e164", "=", phoneNumber);
  else if (!state?.includes("retired")) query = query.where("numbers.released_at", "is", null);
  if (state !== undefined && state.length > 0)
    query = query.where(sql<boolean>`${stateAt(now)} = any(${[...state]}::text[])`);
  if (provider !== undefined) query = query.where("numbers.provider", "=", provider);
  if (country !== undefined) query = query.where("numbers.country", "=", country);
  if (agent !== undefined)
    query = query.where((eb) =>
      eb.or([eb("agents.name", "=", agent), eb(sql<string>`agents.id::text`, "=", agent)]),
    );
  if (service !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom("number_services")
          .select("number_services.service")
          .whereRef("number_services.number_id", "=", "numbers.id")
          .where("number_services.service", "=", serviceName(service)),
      ),
    );
  if (text !== undefined)
    query = query.where(
      sql<boolean>`position(lower(${text}) in lower(numbers.e164 || ' ' || coalesce(agents.name, ''))) > 0`,
    );
  if (after !== undefined) query = query.where("numbers.e164", ">", after);
  return (await query.execute()).map((row) => ({
    id: row.id,
    phoneNumber: row.e164,
    provider: row.provider,
    country: row.country,
    state: row.state,
    quarantinedUntil:
      row.lease_id === null && row.quarantined_until !== null && row.quarantined_until > now
        ? isoTime(row.quarantined_until)
        : null,
    agentId: row.agent_id,
    agentName: row.agent_name,
    leaseId: row.lease_id,
    releasing: row.release_id !== null,
    releasedAt: row.released_at === null ? null : isoTime(row.released_at),
  }));
}

export async function numberByPhone(trx: Trx, now: number, phoneNumber: string): Promise<PoolNumber | null> {
  return (await listPool(trx, now, { phoneNumber, limit: 1 }))[0] ?? null;
}

/** `isOfPool`, of the numbers of a query. */
export function ofPool(pool: NumberPool): RawBuilder<boolean> {
  if (pool === "mock") return sql`numbers.provider = 'mock'`;
  return pool === "real" ? sql`numbers.provider <> 'mock'` : sql`numbers.provider not in ('mock', 'twilio')`;
}

/** How many numbers of this pool are in each state; those given back are in none. */
export async function countPool(
  trx: Trx,
  { now, pool }: { now: number; pool: NumberPool },
): Promise<Record<NumberState, number>> {
  const rows = await trx
    .selectFrom(poolQuery(trx, now).where(ofPool(pool)).where("numbers.released_at", "is", null).as("pool"))
    .select(({ fn }) => ["state", fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  const counts = { available: 0, leased: 0, quarantined: 0, suspended: 0, retired: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** The country that most of the team's numbers of this provider have; null without any. */
export async function commonCountry(trx: Trx, provider: string): Promise<string | null> {
  const row = await trx
    .selectFrom("numbers")
    .select("country")
    .where("provider", "=", provider)
    .where("country", "is not", null)
    .groupBy("country")
    .orderBy(({ fn }) => fn.countAll(), "desc")
    .orderBy("country")
    .executeTakeFirst();
  return row?.country ?? null;
}

/**
 * How many of the numbers that are not withheld now could be leased at a time before (epoch milliseconds), how many
 * came later, and since when there is a pool at all. A rest after a lease is taken to have lasted `quarantineMs`.
 */
export async function poolAt(
  trx: Trx,
  { at, pool, quarantineMs }: { at: number; pool: NumberPool; quarantineMs: number },
): Promise<{ free: number; added: number; since: number | null }> {
  const then = sql`${timestamp(at)}::timestamptz`;
  const { rows } = await sql<{ free: number; added: number; since: number | null }>`
    select count(*) filter (where created_at <= ${then} and not exists (
        select from leases where leases.team_id = numbers.team_id and leases.number_id = numbers.id
          and leases.started_at <= ${then}
          and (leases.ended_at is null or leases.ended_at > ${then} - make_interval(secs => ${quarantineMs / 1000}::float8)))) as free,
      count(*) filter (where created_at > ${then}) as added, min(created_at) as since
    from numbers where withheld is null and ${ofPool(pool)}`.execute(trx);
  return rows[0] ?? { free: 0, added: 0, since: null };
}

export async function phoneNumberById(trx: Trx, id: string): Promise<string> {
  const row = await trx.selectFrom("numbers").select("e164").where("id", "=", id).executeTakeFirstOrThrow();
  return row.e164;
}
