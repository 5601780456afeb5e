import { sql } from "kysely";
import { teamSettings } from "../domain/team-settings.ts";
import type { Store } from "./store.ts";
import { timestamp } from "./timestamp.ts";

/** An account at a provider. */
export interface ProviderAccount {
  provider: string;
  account: string;
}

/** Does the work unless somebody else, on any node, is at the same account: then gives "elsewhere". */
export async function withReconcileLock<T>(
  store: Store,
  { provider, account }: ProviderAccount,
  work: () => Promise<T>,
): Promise<T | "elsewhere"> {
  const name = `agentpass reconcile ${provider} ${account}`;
  // The lock is the connection's: a node that dies gives it back with its socket.
  const client = await store.ingestPool.connect();
  let unlocked = true;
  try {
    const { rows } = await client.query<{ locked: boolean }>(
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as locked",
      [name],
    );
    if (!rows[0]?.locked) return "elsewhere";
    unlocked = false;
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]).then(
        () => (unlocked = true),
        () => {},
      );
    }
  } finally {
    // A connection that may still hold the lock must not go back to the pool.
    client.release(!unlocked);
  }
}

/** Up to when everything that the provider listed is stored. Epoch milliseconds; null: it was never asked. */
export async function reconcileMark(
  store: Store,
  { provider, account }: ProviderAccount,
): Promise<number | null> {
  const row = await store.ingest
    .selectFrom("reconcile_marks")
    .select("mark")
    .where("provider", "=", provider)
    .where("account", "=", account)
    .executeTakeFirst();
  return row?.mark ?? null;
}

/** Forward only. `to`: epoch milliseconds. */
export async function moveReconcileMark(
  store: Store,
  { provider, account }: ProviderAccount,
  to: number,
): Promise<void> {
  await store.ingest
    .insertInto("reconcile_marks")
    .values({ provider, account, mark: timestamp(to) })
    .onConflict((conflict) =>
      conflict
        .columns(["provider", "account"])
        .doUpdateSet({ mark: sql`greatest(reconcile_marks.mark, excluded.mark)` }),
    )
    .execute();
}

/** Of these messages those that are for a number of the pool and that have no receipt, in the same order. */
export async function notStored<M extends { sid: string; to: string }>(
  store: Store,
  { provider, account }: ProviderAccount,
  messages: readonly M[],
): Promise<M[]> {
  const { rows } = await sql<{ sid: string }>`
    select sid from unnest(${messages.map(({ sid }) => sid)}::text[], ${messages.map(({ to }) => to)}::text[]) as listed(sid, e164)
    where exists (select from numbers where numbers.e164 = listed.e164 and numbers.provider = ${provider} and withheld is distinct from 'retired')
      and not exists (select from receipts where provider_message_id = sid and receipts.provider = ${provider} and receipts.account = ${account})
  `.execute(store.ingest);
  const missing = new Set(rows.map(({ sid }) => sid));
  return messages.filter(({ sid }) => missing.has(sid));
}

/** The provider is asked for the number of an open wait when the wait is so old. */
const ASK_AFTER_MS = [10_000, 20_000, 40_000] as const;

/**
 * The numbers of open waits for which the provider is to be asked now. Each wait's turn is given once, to one node:
 * the turn is noted in its row.
 */
export async function numbersToAskFor(store: Store, provider: string): Promise<string[]> {
  const [first, second, third] = ASK_AFTER_MS.map((ms) => timestamp(store.clock() - ms));
  const { rows } = await sql<{ e164: string }>`
    with due as (
      select waits.team_id, waits.id, numbers.e164,
        case when opened_at <= ${third}::timestamptz then 3 when opened_at <= ${second}::timestamptz then 2 else 1 end as turn
      from waits
      join leases on leases.team_id = waits.team_id and leases.id = waits.lease_id
      join numbers on numbers.team_id = leases.team_id and numbers.id = leases.number_id
      where waits.state = 'open' and provider_asked < 3 and opened_at <= ${first}::timestamptz and numbers.provider = ${provider}
    )
    update waits set provider_asked = due.turn from due
    where waits.team_id = due.team_id and waits.id = due.id and waits.provider_asked < due.turn
    returning due.e164`.execute(store.ingest);
  return [...new Set(rows.map(({ e164 }) => e164))];
}

/** How often to reconcile: as the most eager team wants it. Milliseconds. */
export async function reconcileIntervalMs(store: Store): Promise<number> {
  const rows = await store.ingest.selectFrom("teams").select("settings").execute();
  const wanted = rows.map(({ settings }) => teamSettings.parse(settings).reconcileMs);
  return wanted.length > 0 ? Math.min(...wanted) : teamSettings.parse({}).reconcileMs;
}
