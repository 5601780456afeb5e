import { array, assert, double, property } from "fast-check";
import { verifies } from "../../../test/support/verifies.ts";
import { describe, expect, it } from "vitest";
import {
  latencyBucket,
  medianOf,
  summariseUsage,
  type UsageBy,
  type UsageCell,
  type UsageFacts,
} from "./usage.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-11-01T00:00:00Z");
const range = { from: START, to: START + 10 * DAY };

const facts: UsageFacts = {
  cells: [
    cell("2026-11-01", { agentId: "a", numberId: "n1", messages: 3, codes: 2, waits: 2, timeouts: 1 }),
    cell("2026-11-02", { agentId: "b", numberId: "n1", messages: 1, codes: 1, waits: 1, timeouts: 0 }),
    cell("2026-11-02", { agentId: null, numberId: "n2", messages: 4, codes: 4, waits: 0, timeouts: 0 }),
    cell("2026-11-02", { agentId: "c", numberId: "mock", messages: 5, codes: 5, waits: 5, timeouts: 5 }),
  ],
  leases: [
    { agentId: "a", numberId: "n1", startedAt: START - DAY, endedAt: START + DAY },
    { agentId: "b", numberId: "n1", startedAt: START + 1.5 * DAY, endedAt: null },
    { agentId: "c", numberId: "mock", startedAt: START, endedAt: null },
  ],
  numbers: [
    { id: "n1", phoneNumber: "+15550000001", charged: true, since: START - 30 * DAY, until: null },
    { id: "n2", phoneNumber: "+15550000002", charged: true, since: START + 5 * DAY, until: START + 6 * DAY },
    { id: "mock", phoneNumber: "+15551234567", charged: false, since: START, until: null },
  ],
  agents: new Map([
    ["a", { name: "Anna's", memberId: "m1" }],
    ["b", { name: "Ben's", memberId: "m2" }],
    ["c", { name: "Ben's other", memberId: "m2" }],
  ]),
  members: new Map([
    ["m1", "Anna"],
    ["m2", "Ben"],
  ]),
  prices: { numberMonth: 365 / 12, inboundSms: 0.01 },
};

function cell(day: string, counts: Omit<UsageCell, "day" | "latencies">): UsageCell {
  return { day, ...counts, latencies: {} };
}

/** Name, numbers, messages and cost of each row. */
const rowsBy = (by: UsageBy) =>
  summariseUsage(facts, { by, ...range }).rows.map(({ name, numbers, messages, cost }) => [
    name,
    numbers,
    messages,
    cost,
  ]);

describe("usage", () => {
  it(verifies("G8-usage", "by agent: the time it held a number, and what nobody held or was sent"), () => {
    expect(rowsBy("agent")).toEqual([
      ["Anna's", 1, 3, 1.03],
      ["Ben's", 1, 1, 8.51],
      ["Ben's other", 1, 5, 0],
      [null, 0, 4, 1.54],
    ]);
  });

  it("by member: all agents of the member", () => {
    expect(rowsBy("member")).toEqual([
      ["Anna", 1, 3, 1.03],
      ["Ben", 2, 6, 8.51],
      [null, 0, 4, 1.54],
    ]);
  });

  it("by number: all the time it was in the pool, held or not", () => {
    expect(rowsBy("number")).toEqual([
      ["+15550000001", 1, 4, 10.04],
      ["+15550000002", 0, 4, 1.04],
      ["+15551234567", 1, 5, 0],
    ]);
  });

  it("by day, a lease counts on every day that it touches", () => {
    expect(rowsBy("day").slice(0, 3)).toEqual([
      ["2026-11-01", 2, 3, 1.03],
      ["2026-11-02", 2, 10, 1.05],
      ["2026-11-03", 2, 0, 1],
    ]);
  });

  it.each(["agent", "number", "member", "day"] as const)("adds up to the same total by %s", (by) => {
    const { rows, total } = summariseUsage(facts, { by, ...range });
    expect(total).toMatchObject({ numbers: 2, messages: 13, codes: 12, waits: 8, timeouts: 6, cost: 11.08 });
    for (const name of ["messages", "codes", "waits", "timeouts", "cost"] as const)
      expect(rows.reduce((sum, row) => sum + row[name], 0)).toBeCloseTo(total[name], 5);
  });
});

describe("the median of latencies", () => {
  it("is within half a percent of the true one", () => {
    assert(
      property(array(double({ min: 0.02, max: 1e7, noNaN: true }), { minLength: 1 }), (latencies) => {
        const counts: Record<string, number> = {};
        for (const ms of latencies) counts[latencyBucket(ms)] = (counts[latencyBucket(ms)] ?? 0) + 1;
        const sorted = latencies.toSorted((left, right) => left - right);
        const middle = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
        expect(Math.abs((medianOf(counts) ?? NaN) / middle - 1)).toBeLessThan(0.0051);
      }),
    );
  });

  it("of nothing is nothing", () => expect(medianOf({})).toBeNull());
});
