import { describe, expect, test } from "vitest";
import { tamper } from "../../../test/support/audit-tampering.ts";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import { releaseNumber } from "./release-number.ts";
import { sweepTeam } from "./sweep.ts";
import { keepSettledUsage, usage } from "./usage.ts";

const HOUR_MS = 3_600_000;

/** One agent with a code taken from an open wait, one with a timeout; a message of nobody. */
async function lived(t: TestStore): Promise<void> {
  const [busy, idle] = [await t.agent("busy"), await t.agent("idle")];
  const phoneNumber = await busy.number();
  await busy.wait({ phoneNumber, requestId: "request-1" });
  await t.receive({ to: phoneNumber, body: "Your code is 482913" });
  await t.receive({ to: phoneNumber, body: "Lunch at noon?" });
  const other = await idle.number();
  await idle.wait({ phoneNumber: other, timeoutMs: 0 });
  await releaseNumber(t.store, idle.viewer, { phoneNumber: other });
  await t.receive({ to: other, body: "Your code is 111222" });
}

const report = (t: TestStore, by: "agent" | "number" | "member" | "day", days: object = {}) =>
  usage(t.store, t.admin, { by, ...days });

describe("usage", () => {
  test("counts what each agent did, and what was nobody's", async () => {
    await using t = await testStore();
    await lived(t);
    const { rows, total, currency } = await report(t, "agent");
    expect(currency).toBe("USD");
    expect(rows).toMatchObject([
      { name: "busy", numbers: 1, messages: 2, codes: 1, waits: 1, timeouts: 0, cost: 0 },
      { name: "idle", numbers: 1, messages: 0, codes: 0, waits: 1, timeouts: 1, medianLatencyMs: null },
      { name: null, numbers: 0, messages: 1, codes: 1, waits: 0 },
    ]);
    expect(rows[0]?.medianLatencyMs).toBeGreaterThan(0);
    expect(rows[0]?.medianLatencyMs).toBeLessThan(60_000);
    expect(total).toMatchObject({ numbers: 2, messages: 3, codes: 2, waits: 2, timeouts: 1 });
    expect((await report(t, "member")).rows).toMatchObject([{ name: "Owner", numbers: 2 }, { name: null }]);
    expect((await report(t, "number")).rows).toHaveLength(2);
    expect((await report(t, "day")).rows).toMatchObject([{ messages: 3, waits: 2 }]);
  });

  test("costs what the settings say, for numbers of Twilio only", async () => {
    await using t = await testStore();
    await lived(t);
    const settings = { pricePerNumberMonth: 0, pricePerSms: 0.5, currency: "EUR" };
    await tamper(t, `update teams set settings = '${JSON.stringify(settings)}'`);
    expect(await report(t, "agent")).toMatchObject({ currency: "EUR", total: { cost: 0 } });
    await tamper(t, "update numbers set provider = 'twilio'");
    expect((await report(t, "agent")).total.cost).toBeCloseTo(1.5, 6);
  });

  test("is the same after codes and texts are erased, and after the rows themselves are gone", async () => {
    await using t = await testStore();
    await lived(t);
    const today = new Date(t.store.clock()).toISOString().slice(0, 10);
    const before = await report(t, "agent", { from: today, to: today });
    t.advance(25 * HOUR_MS);
    await sweepTeam(t.store, t.teamId);
    expect((await report(t, "agent", { from: today, to: today })).rows).toEqual(before.rows);
    await keepSettledUsage(t.store, t.teamId);
    expect((await report(t, "agent", { from: today, to: today })).rows).toEqual(before.rows);
    t.advance(48 * HOUR_MS);
    await keepSettledUsage(t.store, t.teamId);
    await keepSettledUsage(t.store, t.teamId);
    await tamper(t, "delete from messages", "delete from waits");
    expect((await report(t, "agent", { from: today, to: today })).rows).toEqual(before.rows);
  });

  test("of other days is nothing, and a range that cannot be is refused", async () => {
    await using t = await testStore();
    await lived(t);
    expect(await report(t, "day", { from: "2020-01-01", to: "2020-01-31" })).toMatchObject({ rows: [] });
    await expect(report(t, "day", { from: "2020-02-01", to: "2020-01-31" })).rejects.toMatchObject({
      problem: { field: "from", code: "invalid_input" },
    });
    await expect(report(t, "day", { from: "2018-01-01", to: "2020-01-31" })).rejects.toMatchObject({
      problem: { field: "from", code: "invalid_input" },
    });
  });
});
