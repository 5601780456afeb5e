import { newsOf, nextPhase, type AlertNews, type AlertPhase } from "../domain/alert-phase.ts";
import {
  ALERT_BASELINE_MS,
  ALERT_WINDOW_MS,
  alertRules,
  alertSignals,
  type AlertFacts,
  type AlertRule,
  type SignalCounts,
} from "../domain/alert-rules.ts";
import type { SignalCounter } from "../ops/alert-signals.ts";
import type { PostOutcome, PostToChat } from "../ops/chat-webhook.ts";
import type { FleetState } from "../ops/readings.ts";
import {
  addAlertCounts,
  alertCounts,
  forgetAlertCounts,
  keepAlert,
  keptAlerts,
  withAlertLock,
} from "../store/alerts.ts";
import type { Store } from "../store/store.ts";
import type { Trx } from "../store/with-team.ts";

/** Longer than a message takes to be posted; after it another node may try. */
const CLAIM_MS = 30_000;
/** A failed message is tried again no sooner. */
const AGAIN_MS = 60_000;

export interface AlertParts {
  store: Pick<Store, "ingest" | "clock">;
  counter: SignalCounter;
  fleet: () => Promise<FleetState>;
  post: PostToChat;
  /** Which server speaks: its public address. */
  from: () => string;
}

/** What was to be said and could not be. */
export type UntoldAlert = Exclude<PostOutcome, "taken">;

/**
 * One look at everything: adds what this node has counted, decides with what all nodes have, and posts what is new.
 * Each alert is told of by the node that claims it. Gives what could not be posted; that is tried again.
 */
export async function watchAlerts(parts: AlertParts): Promise<UntoldAlert[]> {
  const { store } = parts;
  const now = store.clock();
  await keepSignals(parts);
  const fleet = await parts.fleet();
  const news = await withAlertLock(store, async (trx) => claimNews(trx, await factsOf(trx, fleet, now), now));
  const untold: UntoldAlert[] = [];
  for (const one of news) {
    const outcome = await parts.post(textOf(one, parts.from(), now));
    if (outcome !== "taken") untold.push(outcome);
    await withAlertLock(store, (trx) => noteOutcome(trx, one, { told: outcome === "taken", now }));
  }
  return untold;
}

/** Adds what this node has counted to what all have. */
export async function keepSignals({ store, counter }: Pick<AlertParts, "store" | "counter">): Promise<void> {
  const counted = counter.take();
  await addAlertCounts(store, store.clock(), counted).catch((error: unknown) => {
    counter.giveBack(counted);
    throw error;
  });
}

interface News {
  rule: AlertRule;
  kind: AlertNews;
  phase: AlertPhase;
  /** What is wrong; null where nothing is any more. */
  why: string | null;
}

async function factsOf(trx: Trx, fleet: FleetState, now: number): Promise<AlertFacts> {
  const begin = now - ALERT_WINDOW_MS;
  const window = await alertCounts(trx, { from: begin, to: now });
  const before = await alertCounts(trx, { from: begin - ALERT_BASELINE_MS, to: begin });
  await forgetAlertCounts(trx, begin - ALERT_BASELINE_MS);
  const { available, leased, quarantined } = fleet.numbers;
  return {
    window: countsOf(window, 1),
    usual: countsOf(before, ALERT_WINDOW_MS / ALERT_BASELINE_MS),
    pool: { available, all: available + leased + quarantined },
    budget: fleet.budget,
  };
}

function countsOf(sums: ReadonlyMap<string, number>, factor: number): SignalCounts {
  const entries = alertSignals.map((signal) => [signal, (sums.get(signal) ?? 0) * factor]);
  return Object.fromEntries(entries) as SignalCounts;
}

/** Moves every alert on, and gives those that this node is to tell of. */
async function claimNews(trx: Trx, facts: AlertFacts, now: number): Promise<News[]> {
  const kept = await keptAlerts(trx);
  const news: News[] = [];
  for (const rule of alertRules) {
    const before = kept.get(rule.name);
    const why = rule.check(facts);
    const phase = nextPhase(before?.phase ?? null, why !== null, now);
    const isFree = before === undefined || before.claimedUntil === null || before.claimedUntil <= now;
    const kind = isFree ? newsOf(phase, now) : null;
    const claimedUntil = kind === null ? (before?.claimedUntil ?? null) : now + CLAIM_MS;
    if (kind !== null || phase !== before?.phase) await keepAlert(trx, rule.name, { phase, claimedUntil });
    if (kind !== null) news.push({ rule, kind, phase, why });
  }
  return news;
}

async function noteOutcome(
  trx: Trx,
  { rule, phase }: News,
  { told, now }: { told: boolean; now: number },
): Promise<void> {
  const kept = (await keptAlerts(trx)).get(rule.name);
  if (kept === undefined) return;
  await keepAlert(
    trx,
    rule.name,
    told
      ? { phase: { ...kept.phase, told: { firing: phase.firing, at: now } }, claimedUntil: null }
      : { ...kept, claimedUntil: now + AGAIN_MS },
  );
}

function textOf({ rule, kind, phase, why }: News, from: string, now: number): string {
  const minutes = Math.max(1, Math.round((now - phase.since) / 60_000));
  switch (kind) {
    case "fired":
      return `AgentPass SMS alert: ${rule.title}. ${why ?? ""} (${from})`;
    case "still_firing":
      return `AgentPass SMS alert, for ${minutes} min: ${rule.title}. ${why ?? ""} (${from})`;
    case "recovered":
      return `AgentPass SMS recovered: ${rule.title}. This is over. (${from})`;
  }
}
