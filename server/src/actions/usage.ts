import type { UsageReport, usageInput } from "@agentpass/shared/usage-api";
import { fail } from "@agentpass/shared/problem";
import type { z } from "zod";
import type { AdminViewer } from "../domain/access.ts";
import { dayOf, summariseUsage } from "../domain/usage.ts";
import { teamState } from "../store/events.ts";
import type { Store } from "../store/store.ts";
import {
  keepUsage,
  keptUsage,
  leasesWithin,
  pooledNumbers,
  usageKeptUntil,
  usageOfRows,
  usersOf,
} from "../store/usage.ts";
import { withTeam, withTeamLock } from "../store/with-team.ts";

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;
/** A code lives for half an hour, a wait for an hour: nothing of such a day changes any more. */
const SETTLED_MS = 2 * DAY_MS;

/** What was used from one day to another, both included (UTC), by agent, number, member or day. */
export async function usage(
  store: Store,
  viewer: Pick<AdminViewer, "teamId">,
  { by, ...asked }: z.output<typeof usageInput>,
): Promise<UsageReport> {
  const now = store.clock();
  const to = startOf(asked.to ?? dayOf(now)) + DAY_MS;
  const from = asked.from === undefined ? to - DEFAULT_DAYS * DAY_MS : startOf(asked.from);
  if (from >= to)
    fail("invalid_input", `from: ${dayOf(from)} is after ${dayOf(to - DAY_MS)}`, { field: "from" });
  if (to - from > MOST_DAYS * DAY_MS)
    fail(
      "invalid_input",
      `from: at most ${MOST_DAYS} days at once; ask for ${dayOf(to - MOST_DAYS * DAY_MS)} or later`,
      {
        field: "from",
      },
    );
  return withTeam(store, viewer.teamId, async (trx) => {
    const { settings } = await teamState(trx);
    const kept = Math.min(Math.max(await usageKeptUntil(trx), from), to);
    const facts = {
      cells: [...(await keptUsage(trx, { from, to: kept })), ...(await usageOfRows(trx, { from: kept, to }))],
      leases: await leasesWithin(trx, { from, to }),
      numbers: await pooledNumbers(trx),
      ...(await usersOf(trx)),
      prices: { numberMonth: settings.pricePerNumberMonth, inboundSms: settings.pricePerSms },
    };
    const { rows, total } = summariseUsage(facts, { by, from, to: Math.min(to, now) });
    return { from: dayOf(from), to: dayOf(to - DAY_MS), by, currency: settings.currency, rows, total };
  });
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Keeps the sums of days that are over, so that they outlive the rows they are made of. */
export async function keepSettledUsage(store: Store, teamId: string): Promise<void> {
  const until = startOf(dayOf(store.clock() - SETTLED_MS));
  if ((await withTeam(store, teamId, usageKeptUntil)) >= until) return;
  await withTeamLock(store, teamId, async (team) => {
    const from = await usageKeptUntil(team.trx);
    if (from < until)
      await keepUsage(team, { until, cells: await usageOfRows(team.trx, { from, to: until }) });
  });
}
