import type { NumberState } from "@agentpass/shared/number-api";
import { mostNumbers, type PurchaseRecord } from "../domain/purchase-budget.ts";
import type { TeamSettings } from "../domain/team-settings.ts";
import { dayOf } from "../domain/usage.ts";
import type { Budget, FleetState } from "../ops/readings.ts";
import { liveAgents } from "../store/agents.ts";
import { allTeamIds, teamState } from "../store/events.ts";
import { teamCounts } from "../store/fleet.ts";
import { countPool } from "../store/pool.ts";
import { purchaseRecord } from "../store/purchases.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";
import { usage } from "./usage.ts";

/** Whoever scrapes, and however many do, the database is asked no more often. */
const FRESH_MS = 5_000;
/** The estimate reads a month's sums. */
const COST_FRESH_MS = 5 * 60_000;

/** How the installation stands, at most five seconds ago (the month's cost five minutes); asked together, it is read once. */
export function fleetReader(store: Store): () => Promise<FleetState> {
  const costs = new Map<string, () => Promise<number>>();
  const monthCost = (teamId: string): Promise<number> => {
    const known = costs.get(teamId) ?? fresh(() => costOfMonth(store, teamId), store.clock, COST_FRESH_MS);
    costs.set(teamId, known);
    return known();
  };
  return fresh(() => readFleet(store, monthCost), store.clock, FRESH_MS);
}

/** Gives an answer again while it is this young, and to all who ask while it is being made; a failure is not kept. */
function fresh<T>(read: () => Promise<T>, clock: () => number, ms: number): () => Promise<T> {
  let kept: { answer: Promise<T>; at: number } | null = null;
  return () => {
    // A clock that was set back makes no answer younger.
    if (kept !== null && Math.abs(clock() - kept.at) < ms) return kept.answer;
    const mine = { answer: read(), at: clock() };
    kept = mine;
    mine.answer.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.answer;
  };
}

async function readFleet(store: Store, monthCost: (teamId: string) => Promise<number>): Promise<FleetState> {
  const fleet = {
    numbers: { available: 0, leased: 0, quarantined: 0, suspended: 0, retired: 0 },
    leases: 0,
    waitsOpen: 0,
    approvalsOpen: 0,
    messagesUnread: 0,
    budget: null as Budget | null,
    agents: [] as { id: string; name: string }[],
  };
  for (const teamId of await allTeamIds(store)) {
    const team = await readTeam(store, teamId);
    for (const state of Object.keys(fleet.numbers) as NumberState[])
      fleet.numbers[state] += team.numbers[state];
    fleet.leases += team.counts.leases;
    fleet.waitsOpen += team.counts.waitsOpen;
    fleet.approvalsOpen += team.counts.approvalsOpen;
    fleet.messagesUnread += team.counts.messagesUnread;
    fleet.agents.push(...team.agents);
    if (store.market !== null)
      fleet.budget = addBudget(fleet.budget, budgetOf(team, await monthCost(teamId)));
  }
  return fleet;
}

async function readTeam(store: Store, teamId: string) {
  return withTeam(store, teamId, async (trx) => {
    const now = store.clock();
    return {
      settings: (await teamState(trx)).settings,
      numbers: await countPool(trx, { now, pool: store.pool }),
      counts: await teamCounts(trx, now),
      purchases: await purchaseRecord(trx, now),
      agents: (await liveAgents(trx, { of: "team" })).map(({ id, name }) => ({ id, name })),
    };
  });
}

function budgetOf(
  { settings, purchases }: { settings: TeamSettings; purchases: PurchaseRecord },
  monthCost: number,
): Budget {
  return {
    automatic: settings.autoProvision,
    purchasesLastDay: purchases.lastDay,
    purchasesPerDay: settings.purchasesPerDay,
    purchasesOpen: purchases.open,
    numbersOwned: purchases.owned,
    numbersBought: purchases.bought,
    numbersLimit: mostNumbers(settings, purchases),
    monthCost,
    monthCostAlert: settings.monthCostAlert,
    currency: settings.currency,
  };
}

function addBudget(sum: Budget | null, team: Budget): Budget {
  if (sum === null) return team;
  return {
    automatic: sum.automatic || team.automatic,
    purchasesLastDay: sum.purchasesLastDay + team.purchasesLastDay,
    purchasesPerDay: sum.purchasesPerDay + team.purchasesPerDay,
    purchasesOpen: sum.purchasesOpen + team.purchasesOpen,
    numbersOwned: sum.numbersOwned + team.numbersOwned,
    numbersBought: sum.numbersBought + team.numbersBought,
    numbersLimit: sum.numbersLimit + team.numbersLimit,
    monthCost: sum.monthCost + team.monthCost,
    monthCostAlert:
      sum.monthCostAlert === null && team.monthCostAlert === null
        ? null
        : (sum.monthCostAlert ?? 0) + (team.monthCostAlert ?? 0),
    currency: sum.currency,
  };
}

async function costOfMonth(store: Store, teamId: string): Promise<number> {
  const today = dayOf(store.clock());
  const { total } = await usage(store, { teamId }, { by: "day", from: `${today.slice(0, 7)}-01`, to: today });
  return total.cost;
}
