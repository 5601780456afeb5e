import { sql } from "kysely";
import type { AlertPhase } from "../domain/alert-phase.ts";
import type { Store } from "./store.ts";
import { timestamp } from "./timestamp.ts";
import type { Trx } from "./with-team.ts";

type AlertStore = Pick<Store, "ingest">;

/** Runs `work` while no other node does the same; it must be short. */
export async function withAlertLock<T>(store: AlertStore, work: (trx: Trx) => Promise<T>): Promise<T> {
  return store.ingest.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('agentpass alerts'))`.execute(trx);
    return work(trx);
  });
}

/** Adds what a node has counted to the minute of `at` (epoch milliseconds). */
export async function addAlertCounts(
  store: AlertStore,
  at: number,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  if (counts.size === 0) return;
  await sql`
    insert into alert_counts select date_trunc('minute', ${timestamp(at)}::timestamptz), signal, count
    from unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::bigint[]) as counted(signal, count)
    on conflict (minute, signal) do update set count = alert_counts.count + excluded.count`.execute(
    store.ingest,
  );
}

/** Sums by signal from a time (included) to another (epoch milliseconds). */
export async function alertCounts(
  trx: Trx,
  { from, to }: { from: number; to: number },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ signal: string; count: number }>`
    select signal, sum(count)::bigint as count from alert_counts
    where minute >= ${timestamp(from)}::timestamptz and minute < ${timestamp(to)}::timestamptz group by signal`.execute(
    trx,
  );
  return new Map(rows.map(({ signal, count }) => [signal, count]));
}

export async function forgetAlertCounts(trx: Trx, before: number): Promise<void> {
  await sql`delete from alert_counts where minute < ${timestamp(before)}::timestamptz`.execute(trx);
}

export interface KeptAlert {
  phase: AlertPhase;
  /** Until when a node that is telling of it has the right to. Epoch milliseconds. */
  claimedUntil: number | null;
}

/** Where each alert stands, by name. */
export async function keptAlerts(trx: Trx): Promise<Map<string, KeptAlert>> {
  const rows = await trx.selectFrom("alerts").selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.name,
      {
        claimedUntil: row.claimed_until,
        phase: {
          firing: row.firing,
          since: row.since,
          calmSince: row.calm_since,
          told:
            row.told_firing === null || row.told_at === null
              ? null
              : { firing: row.told_firing, at: row.told_at },
        },
      },
    ]),
  );
}

export async function keepAlert(trx: Trx, name: string, { phase, claimedUntil }: KeptAlert): Promise<void> {
  const orNull = (ms: number | null): string | null => (ms === null ? null : timestamp(ms));
  const columns = {
    firing: phase.firing,
    since: timestamp(phase.since),
    calm_since: orNull(phase.calmSince),
    told_firing: phase.told?.firing ?? null,
    told_at: orNull(phase.told?.at ?? null),
    claimed_until: orNull(claimedUntil),
  };
  await trx
    .insertInto("alerts")
    .values({ name, ...columns })
    .onConflict((conflict) => conflict.column("name").doUpdateSet(columns))
    .execute();
}
