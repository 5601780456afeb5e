import { describe, expect, test } from "vitest";
import type { E164 } from "@agentpass/shared/phone-number";
import { liveStore } from "../../../test/support/live-store.ts";
import { testStore } from "../../../test/support/test-store.ts";
import { fleetReader } from "./fleet-state.ts";
import { getNumber } from "./get-number.ts";
import { setSettings } from "./settings.ts";

const DAY_MS = 86_400_000;

describe("the state of the installation", () => {
  test("is what the database says of pool, waits and backlog, and at most five seconds old", async () => {
    await using t = await testStore();
    const read = fleetReader(t.store);
    const agent = await t.agent("researcher");
    const phoneNumber = await agent.number();
    await agent.number("another");
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    await agent.wait({ phoneNumber, from: ["+12025550199"] });
    expect(await read()).toMatchObject({
      numbers: { available: 8, leased: 2, quarantined: 0 },
      leases: 2,
      waitsOpen: 1,
      approvalsOpen: 0,
      messagesUnread: 1,
      budget: null,
      agents: [{ id: agent.viewer.agentId, name: "researcher" }],
    });
    await agent.number("a third");
    expect((await read()).leases).toBe(2);
    t.advance(5_000);
    expect((await read()).leases).toBe(3);
    // The message has expired by then.
    t.advance(31 * 60_000);
    expect((await read()).messagesUnread).toBe(0);
  });

  test("is read anew after the clock was set back", async () => {
    await using t = await testStore();
    const read = fleetReader(t.store);
    const agent = await t.agent("researcher");
    expect((await read()).leases).toBe(0);
    await agent.number();
    t.advance(-3_600_000);
    expect((await read()).leases).toBe(1);
  });

  test("is read once for all who ask at the same time, and a failure is not kept", async () => {
    await using t = await testStore();
    let looks = 0;
    let away = true;
    const store = {
      ...t.store,
      get ingest() {
        looks += 1;
        if (away) throw new Error("away");
        return t.store.ingest;
      },
    };
    const read = fleetReader(store);
    await expect(read()).rejects.toThrow("away");
    away = false;
    looks = 0;
    const [one, other] = await Promise.all([read(), read()]);
    expect(one).toBe(other);
    expect(looks).toBe(1);
  });

  test("counts what was bought, of how much, and what the month costs so far", async () => {
    await using t = await liveStore(["+14155550100" as E164]);
    await setSettings(t.store, t.admin, {
      change: { monthCostAlert: 30, pricePerNumberMonth: 365 / 12 },
      reset: [],
    });
    const agent = await t.agent("a");
    await getNumber(t.store, agent.viewer, {});
    await getNumber(t.store, agent.viewer, { passportId: "another" });
    const read = fleetReader(t.store);
    expect((await read()).budget).toMatchObject({
      automatic: true,
      purchasesLastDay: 1,
      purchasesPerDay: 2,
      purchasesOpen: 0,
      numbersOwned: 2,
      numbersBought: 1,
      numbersLimit: 3,
      monthCostAlert: 30,
      currency: "USD",
    });
    const before = (await read()).budget?.monthCost ?? 0;
    t.advance(DAY_MS);
    const after = (await read()).budget;
    // A new day may be a new month's.
    const today = new Date(t.store.clock());
    const expected = today.getUTCDate() === 1 ? 2 * ((t.store.clock() % DAY_MS) / DAY_MS) : before + 2;
    expect(after?.monthCost).toBeCloseTo(expected, 1);
    expect(after?.purchasesLastDay).toBe(0);
  });
});
