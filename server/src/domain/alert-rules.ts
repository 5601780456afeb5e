/** What the nodes count for the alerts, minute by minute; see `ops/alert-signals.ts`. */
export const alertSignals = [
  "stored",
  "webhooks_failed",
  "bad_signatures",
  "answers",
  "slow_answers",
  "waits_ended",
  "waits_timed_out",
  "provider_calls",
  "provider_failures",
] as const;
export type AlertSignal = (typeof alertSignals)[number];
export type SignalCounts = Readonly<Record<AlertSignal, number>>;

export const ALERT_WINDOW_MS = 15 * 60_000;
export const ALERT_BASELINE_MS = 24 * 3_600_000;
/** An answer that took longer from its webhook to its agent is slow. */
export const SLOW_ANSWER_MS = 2_000;

/** What the rules look at. */
export interface AlertFacts {
  /** Of all nodes in the last {@link ALERT_WINDOW_MS}. */
  window: SignalCounts;
  /** The same for the {@link ALERT_BASELINE_MS} before, as an average of as long a time. */
  usual: SignalCounts;
  /** Null where it could not be read. */
  pool: { available: number; all: number } | null;
  /** Null where numbers are not bought. */
  budget: AlertBudget | null;
}

export interface AlertBudget {
  automatic: boolean;
  purchasesLastDay: number;
  purchasesPerDay: number;
  numbersOwned: number;
  numbersBought: number;
  numbersLimit: number;
  monthCost: number;
  monthCostAlert: number | null;
  currency: string;
}

export interface AlertRule {
  name: string;
  /** What it says of itself in lists and in its message. */
  title: string;
  /** When it fires, in words. */
  threshold: string;
  /** What is wrong and what to do, where it is; null where all is well. */
  check: (facts: AlertFacts) => string | null;
}

const NEARLY = 0.8;

/** The built-in alerts, for people without Prometheus. Their texts hold counts only. */
export const alertRules: readonly AlertRule[] = [
  {
    name: "webhook_failures",
    title: "Messages could not be stored",
    threshold: "3 webhooks answered 503 within 15 minutes",
    check: ({ window }) =>
      window.webhooks_failed < 3
        ? null
        : `${window.webhooks_failed} webhooks could not be stored within 15 minutes. Look at the database and at the server's log.`,
  },
  {
    name: "bad_signatures",
    title: "Webhooks with bad signatures",
    threshold: "20 within 15 minutes, or 3 while no message is stored",
    check: ({ window: { bad_signatures: bad, stored } }) =>
      bad >= 20 || (bad >= 3 && stored === 0)
        ? `${bad} webhooks with a bad signature within 15 minutes, and ${stored} messages stored. Where none is stored, AGENTPASS_API_URL or the auth token is wrong (pnpm agentpass doctor); else somebody tries to forge messages.`
        : null,
  },
  {
    name: "unusual_volume",
    title: "Unusually many messages",
    threshold: "50 messages within 15 minutes, and 5 times the last day's average",
    check: ({ window, usual }) =>
      window.stored < 50 || window.stored < 5 * usual.stored
        ? null
        : `${window.stored} messages within 15 minutes; usually ${usual.stored.toFixed(1)}. See who gets them: pnpm agentpass usage --by agent`,
  },
  {
    name: "pool_exhausted",
    title: "No number is available",
    threshold: "no number of the pool can be leased",
    check: ({ pool }) =>
      pool === null || pool.all === 0 || pool.available > 0
        ? null
        : `None of ${pool.all} numbers can be leased. See: pnpm agentpass number list`,
  },
  {
    name: "slow_delivery",
    title: "Codes arrive late",
    threshold: "3 answers, and 5 % of them, took longer than 2 s from webhook to agent within 15 minutes",
    check: ({ window: { answers, slow_answers: slow } }) =>
      slow < 3 || slow < 0.05 * answers
        ? null
        : `${slow} of ${answers} codes took longer than 2 s from webhook to agent within 15 minutes. Look at the load of server and database.`,
  },
  {
    name: "waits_timing_out",
    title: "Waits end without a code",
    threshold: "10 waits, and half of those that ended, timed out within 15 minutes",
    check: ({ window: { waits_ended: ended, waits_timed_out: late } }) =>
      late < 10 || late < 0.5 * ended
        ? null
        : `${late} of ${ended} waits timed out within 15 minutes. See whether messages arrive at all: pnpm agentpass doctor`,
  },
  {
    name: "provider_errors",
    title: "Twilio's API fails",
    threshold: "5 calls, and a fifth of them, failed within 15 minutes",
    check: ({ window: { provider_calls: calls, provider_failures: failed } }) =>
      failed < 5 || failed < 0.2 * calls
        ? null
        : `${failed} of ${calls} calls of Twilio's API failed within 15 minutes. See: pnpm agentpass doctor`,
  },
  {
    name: "budget_nearly_used",
    title: "The budget for numbers is nearly used",
    threshold:
      "80 % of the purchases of a day, or of the numbers that may be bought; only while numbers are bought automatically",
    check: ({ budget }) => {
      if (budget === null || !budget.automatic) return null;
      const { purchasesLastDay, purchasesPerDay, numbersOwned, numbersBought, numbersLimit } = budget;
      const room = numbersLimit - (numbersOwned - numbersBought);
      const day = purchasesLastDay > 0 && purchasesLastDay >= NEARLY * purchasesPerDay;
      const most = numbersBought > 0 && numbersBought >= NEARLY * room;
      return day || most
        ? `${purchasesLastDay} of ${purchasesPerDay} purchases within 24 hours, ${numbersBought} of ${room} numbers that may be bought. The settings purchasesPerDay and maxNumbers are the limits.`
        : null;
    },
  },
  {
    name: "month_cost",
    title: "The month's cost",
    threshold: "the estimated cost of the calendar month reaches the setting monthCostAlert",
    check: ({ budget }) =>
      budget?.monthCostAlert == null || budget.monthCost < budget.monthCostAlert
        ? null
        : `Estimated ${budget.monthCost.toFixed(2)} ${budget.currency} since the month began; you wanted to hear from ${budget.monthCostAlert} on. See: pnpm agentpass usage --by number`,
  },
];
