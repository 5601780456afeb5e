import { expect, test } from "vitest";
import { verifies } from "../../../test/support/verifies.ts";
import { alertRules, alertSignals, type AlertFacts, type SignalCounts } from "./alert-rules.ts";

const none = Object.fromEntries(alertSignals.map((signal) => [signal, 0])) as SignalCounts;
const well: AlertFacts = { window: none, usual: none, pool: { available: 3, all: 10 }, budget: null };
const window = (counts: Partial<SignalCounts>): Partial<AlertFacts> => ({ window: { ...none, ...counts } });
const budget = {
  automatic: true,
  purchasesLastDay: 0,
  purchasesPerDay: 10,
  numbersOwned: 5,
  numbersBought: 0,
  numbersLimit: 15,
  monthCost: 20,
  monthCostAlert: null,
  currency: "USD",
};

/** The alerts that fire. */
const firing = (facts: Partial<AlertFacts>): string[] =>
  alertRules.filter(({ check }) => check({ ...well, ...facts }) !== null).map(({ name }) => name);

test("a server that does nothing is well", () => {
  expect(firing({})).toEqual([]);
  expect(firing({ pool: { available: 0, all: 0 }, budget })).toEqual([]);
});

const cases: [string, string, Partial<AlertFacts>, Partial<AlertFacts>][] = [
  ["webhook_failures", "webhooks fail", window({ webhooks_failed: 3 }), window({ webhooks_failed: 2 })],
  [
    "bad_signatures",
    "nothing but bad signatures comes",
    window({ bad_signatures: 3 }),
    window({ bad_signatures: 3, stored: 1 }),
  ],
  [
    "bad_signatures",
    "somebody tries many",
    window({ bad_signatures: 20, stored: 40 }),
    window({ bad_signatures: 19, stored: 40 }),
  ],
  [
    "unusual_volume",
    "five times the usual comes",
    { ...window({ stored: 100 }), usual: { ...none, stored: 20 } },
    { ...window({ stored: 100 }), usual: { ...none, stored: 21 } },
  ],
  ["unusual_volume", "a quiet server is flooded", window({ stored: 50 }), window({ stored: 49 })],
  [
    "pool_exhausted",
    "no number is free",
    { pool: { available: 0, all: 4 } },
    { pool: { available: 1, all: 4 } },
  ],
  [
    "slow_delivery",
    "codes are late",
    window({ answers: 60, slow_answers: 3 }),
    window({ answers: 61, slow_answers: 3 }),
  ],
  [
    "waits_timing_out",
    "nothing arrives",
    window({ waits_ended: 20, waits_timed_out: 10 }),
    window({ waits_ended: 21, waits_timed_out: 10 }),
  ],
  [
    "provider_errors",
    "Twilio fails",
    window({ provider_calls: 25, provider_failures: 5 }),
    window({ provider_calls: 26, provider_failures: 5 }),
  ],
  [
    "budget_nearly_used",
    "most purchases of the day are made",
    { budget: { ...budget, purchasesLastDay: 8 } },
    { budget: { ...budget, purchasesLastDay: 7 } },
  ],
  [
    "budget_nearly_used",
    "most numbers that may be bought are bought",
    { budget: { ...budget, numbersOwned: 13, numbersBought: 8 } },
    { budget: { ...budget, numbersOwned: 12, numbersBought: 7 } },
  ],
  [
    "budget_nearly_used",
    "only while the server buys by itself",
    { budget: { ...budget, purchasesLastDay: 8 } },
    { budget: { ...budget, purchasesLastDay: 8, automatic: false } },
  ],
  [
    "month_cost",
    "the month costs as much as an admin said",
    { budget: { ...budget, monthCostAlert: 20 } },
    { budget: { ...budget, monthCostAlert: 21 } },
  ],
];

test.each(cases)(
  verifies("G8-alerts", "%s fires when %s, and not a little before"),
  (...[name, , facts, before]) => {
    expect(firing(facts)).toEqual([name]);
    expect(firing(before)).toEqual([]);
  },
);

test("every alert is tried above", () => {
  expect(new Set(cases.map(([name]) => name))).toEqual(new Set(alertRules.map(({ name }) => name)));
});
