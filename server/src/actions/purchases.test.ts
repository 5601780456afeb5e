import { ProblemError } from "@agentpass/shared/problem";
import type { E164 } from "@agentpass/shared/phone-number";
import { describe, expect, test } from "vitest";
import { liveStore, type LiveStore } from "../../../test/support/live-store.ts";
import type { TestAgent } from "../../../test/support/test-store.ts";
import type { TeamSettings } from "../domain/team-settings.ts";
import { withTeamLock } from "../store/with-team.ts";
import { passportOf } from "../store/agents.ts";
import { removeAgent } from "./agents.ts";
import { beginPurchase } from "./begin-purchase.ts";
import { getNumber } from "./get-number.ts";
import { importNumbers } from "./import-numbers.ts";
import { listLeases } from "./list-leases.ts";
import { poolStateOf } from "./pool-state.ts";
import { provisionNumber } from "./provision-number.ts";
import { resumeOrders } from "./resume-orders.ts";
import { retireNumber } from "./withhold-number.ts";

const CLAIM_MS = 180_000;
/** The first call loads the library. */
const SOON = { timeout: 10_000, interval: 10 };

const set = (t: LiveStore, settings: Partial<TeamSettings>): Promise<void> =>
  withTeamLock(t.store, t.teamId, async (team) => {
    await team.trx
      .updateTable("teams")
      .set({ settings: JSON.stringify({ ...team.settings, ...settings }) })
      .where("id", "=", team.id)
      .execute();
  });

const refusalOf = (asked: Promise<unknown>): Promise<ProblemError> =>
  asked.then(
    () => {
      throw new Error("it was not refused");
    },
    (error: unknown) => {
      if (error instanceof ProblemError) return error;
      throw error;
    },
  );

const agents = (t: LiveStore, count: number): Promise<TestAgent[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => t.agent(`agent ${index}`)));

const record = (t: LiveStore): Promise<string[]> =>
  withTeamLock(t.store, t.teamId, async (team) =>
    (
      await team.trx
        .selectFrom("audit")
        .select("action")
        .where("action", "like", "purchase.%")
        .orderBy("seq")
        .execute()
    ).map((row) => row.action),
  );

const boughtNumbers = (t: LiveStore) =>
  t.twilio.state.numbers.filter((number) => number.friendlyName.startsWith("agentpass "));

describe("an exhausted pool", () => {
  test("buys a number for the agent that asks, with the webhook set and its name on it", async () => {
    await using t = await liveStore();
    const [agent] = await agents(t, 1);
    if (!agent) throw new Error("no agent");
    const given = await getNumber(t.store, agent.viewer, {});
    const [bought, ...others] = t.twilio.state.numbers;
    expect(others).toEqual([]);
    expect(bought).toMatchObject({
      phoneNumber: given.phoneNumber,
      friendlyName: expect.stringMatching(/^agentpass [0-9a-f-]{36}$/),
      smsUrl: "https://agentpass:s3cret%2Fword@sms.example.com/agents/webhook/sms-received",
      smsMethod: "POST",
    });
    expect(given).toMatchObject({ reused: false, mode: "live" });
    expect((await getNumber(t.store, agent.viewer, {})).reused).toBe(true);
    expect(await record(t)).toEqual(["purchase.begun", "purchase.done"]);
    expect(t.errors).toEqual([]);
  });

  test("buys in the country that is asked for, also where others are free", async () => {
    await using t = await liveStore(["+14155550100" as E164]);
    const [agent] = await agents(t, 1);
    if (!agent) throw new Error("no agent");
    const given = await getNumber(t.store, agent.viewer, { country: "GB" });
    expect(given.country).toBe("GB");
    expect(boughtNumbers(t)).toHaveLength(1);
  });

  test("buys one number a need, however often and from however many nodes it is asked", async () => {
    await using t = await liveStore();
    await set(t, { maxNumbers: 20, purchasesPerDay: 20 });
    const nodes = [t.store, t.otherNode()];
    const needy = await agents(t, 10);
    const calls = needy.flatMap((agent) =>
      Array.from({ length: 10 }, (_, index) => {
        const node = nodes[index % 2];
        if (!node) throw new Error("no node");
        return getNumber(node, agent.viewer, {});
      }),
    );
    const given = await Promise.all(calls);
    expect(new Set(given.map((one) => one.phoneNumber)).size).toBe(10);
    expect(boughtNumbers(t)).toHaveLength(10);
    expect((await listLeases(t.store, t.admin, { state: "live", limit: 200 })).leases).toHaveLength(10);
  });

  test("never buys more than the budget, whoever asks at once", async () => {
    await using t = await liveStore();
    await set(t, { maxNumbers: 3, purchasesPerDay: 5 });
    const nodes = [t.store, t.otherNode()];
    const asked = await Promise.allSettled(
      (await agents(t, 100)).map((agent, index) => {
        const node = nodes[index % 2];
        if (!node) throw new Error("no node");
        return getNumber(node, agent.viewer, {});
      }),
    );
    const refused = asked.flatMap((one) => (one.status === "rejected" ? [one.reason as ProblemError] : []));
    expect(refused).toHaveLength(97);
    for (const { problem } of refused)
      expect(problem).toMatchObject({
        code: "pool_exhausted",
        message: expect.stringMatching(/maxNumbers allows 3 .* An admin can raise the setting maxNumbers/),
      });
    expect(boughtNumbers(t)).toHaveLength(3);
  });

  test("counts the day's purchases also where numbers were retired since", async () => {
    await using t = await liveStore();
    await set(t, { maxNumbers: 10, purchasesPerDay: 1, quarantineMs: 0 });
    const [a, b] = await agents(t, 2);
    if (!a || !b) throw new Error("no agents");
    const phoneNumber = await a.number();
    await retireNumber(t.store, t.admin, { phoneNumber });
    expect((await refusalOf(b.number())).message).toContain("purchasesPerDay allows 1 purchases");
    t.advance(25 * 3_600_000);
    expect(await b.number()).not.toBe(phoneNumber);
  });

  test("buys nothing where it is switched off, or the budget is 0, and names the setting", async () => {
    await using t = await liveStore();
    const [agent] = await agents(t, 1);
    if (!agent) throw new Error("no agent");
    for (const [settings, name] of [
      [{ autoProvision: false }, "autoProvision"],
      [{ autoProvision: true, maxNumbers: 0 }, "maxNumbers"],
      [{ maxNumbers: 5, purchasesPerDay: 0 }, "purchasesPerDay"],
    ] as const) {
      await set(t, settings);
      const { problem } = await refusalOf(agent.number());
      expect(problem).toMatchObject({ code: "pool_exhausted", message: expect.stringContaining(name) });
      expect((await poolStateOf(t.store, t.admin)).purchases?.refused).toContain(name);
    }
    expect(t.twilio.state.numbers).toEqual([]);
    expect(await record(t)).toEqual([]);
  });

  test("counts numbers that are being bought for an agent as its own", async () => {
    await using t = await liveStore();
    await set(t, { maxNumbers: 20, purchasesPerDay: 20 });
    const [agent] = await agents(t, 1);
    if (!agent) throw new Error("no agent");
    const asked = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => agent.number(`passport ${index}`)),
    );
    expect(asked.filter((one) => one.status === "fulfilled")).toHaveLength(3);
    expect(boughtNumbers(t)).toHaveLength(3);
  });
});

describe("a purchase that fails", () => {
  const sorts = [
    [
      "no number is for sale",
      (t: LiveStore) => t.twilio.state.inventory.sellOut(true),
      /no number for sale in US/,
    ],
    [
      "the account is suspended",
      (t: LiveStore) => void (t.twilio.state.account.status = "suspended"),
      /account is suspended or closed/,
    ],
    [
      "the account may not buy",
      (t: LiveStore) => t.twilio.fault({ on: "buy", kind: "status", status: 403, code: 20006 }),
      /may not do this/,
    ],
    [
      "the credentials are wrong",
      (t: LiveStore) => t.twilio.fault({ on: "search", kind: "status", status: 401, code: 20003 }),
      /refuses the account's credentials/,
    ],
  ] as const;

  test.each(sorts)("because %s is told as such, recorded, and cools down", async (_, goWrong, words) => {
    await using t = await liveStore();
    goWrong(t);
    const [agent, other] = await agents(t, 2);
    if (!agent || !other) throw new Error("no agents");
    const refused = await refusalOf(agent.number());
    expect(refused.problem).toMatchObject({ code: "pool_exhausted", message: expect.stringMatching(words) });
    expect(await record(t)).toEqual(["purchase.begun", "purchase.failed"]);
    const next = await refusalOf(other.number());
    expect(next.message).toMatch(/The last purchase failed: .* Nothing is bought for another 10 min/);
    expect(await record(t)).toHaveLength(2);
    t.twilio.state.account.status = "active";
    t.twilio.state.inventory.sellOut(false);
    t.advance(11 * 60_000);
    expect(await other.number()).toBe(t.twilio.state.numbers[0]?.phoneNumber);
  });

  test("takes another number where somebody was quicker", async () => {
    await using t = await liveStore();
    t.twilio.fault({ on: "buy", kind: "status", status: 400, code: 21422, times: 2 });
    const [agent] = await agents(t, 1);
    expect(await agent?.number()).toBe(t.twilio.state.numbers[0]?.phoneNumber);
    expect(t.twilio.faultsInjected).toBe(2);
  });
});

describe("a purchase whose answer was lost", () => {
  test("is found again by its name, at once where Twilio tells", async () => {
    await using t = await liveStore();
    t.twilio.fault({ on: "buy", kind: "drop_reply" });
    const [agent] = await agents(t, 1);
    expect(await agent?.number()).toBe(t.twilio.state.numbers[0]?.phoneNumber);
    expect(t.twilio.faultsInjected).toBe(1);
    expect(t.twilio.state.numbers).toHaveLength(1);
  });

  test("is taken up when its worker's claim has lapsed, not earlier, and never bought twice", async () => {
    await using t = await liveStore();
    t.twilio.fault({ on: "buy", kind: "drop_reply" });
    t.twilio.fault({ on: "list_numbers", kind: "status", status: 403, code: 20006 });
    const [agent] = await agents(t, 1);
    if (!agent) throw new Error("no agent");
    const waiting = refusalOf(agent.number());
    await expect.poll(() => t.twilio.faultsInjected, SOON).toBe(2);
    await t.market.settled();
    await resumeOrders(t.store, t.teamId);
    expect(await poolStateOf(t.store, t.admin)).toMatchObject({ beingBought: 1 });
    expect((await waiting).message).toMatch(/being bought for this passport.* again with the same arguments/);
    t.advance(CLAIM_MS + 1);
    await Promise.all([resumeOrders(t.store, t.teamId), resumeOrders(t.otherNode(), t.teamId)]);
    expect(await poolStateOf(t.store, t.admin)).toMatchObject({ beingBought: 0, counts: { leased: 1 } });
    expect(await agent.number()).toBe(t.twilio.state.numbers[0]?.phoneNumber);
    expect(t.twilio.state.numbers).toHaveLength(1);
    expect(await record(t)).toEqual(["purchase.begun", "purchase.done"]);
  }, 30_000);

  test("is the agent's also where an admin imported the number meanwhile", async () => {
    await using t = await liveStore();
    t.twilio.fault({ on: "buy", kind: "drop_reply" });
    t.twilio.fault({ on: "list_numbers", kind: "status", status: 403, code: 20006 });
    const [agent] = await agents(t, 1);
    if (!agent) throw new Error("no agent");
    const waiting = agent.number();
    await expect.poll(() => t.twilio.faultsInjected, SOON).toBe(2);
    await t.market.settled();
    const { numbers } = await importNumbers(t.store, t.admin, { dryRun: false });
    expect(numbers).toMatchObject([{ webhook: "here" }]);
    t.advance(CLAIM_MS + 1);
    await resumeOrders(t.store, t.teamId);
    expect(await waiting).toBe(numbers[0]?.phoneNumber);
    expect(t.twilio.state.numbers).toHaveLength(1);
    expect(await record(t)).toEqual(["purchase.begun", "purchase.done"]);
  });

  test("is ordered again where it was not carried out", async () => {
    await using t = await liveStore();
    t.twilio.fault({ on: "buy", kind: "cut" });
    t.twilio.fault({ on: "list_numbers", kind: "status", status: 403, code: 20006 });
    const [agent] = await agents(t, 1);
    if (!agent) throw new Error("no agent");
    const waiting = refusalOf(agent.number());
    await expect.poll(() => t.twilio.faultsInjected, SOON).toBe(2);
    await t.market.settled();
    t.advance(CLAIM_MS + 1);
    await resumeOrders(t.store, t.teamId);
    await waiting.catch(() => {});
    expect(await agent.number()).toBe(t.twilio.state.numbers[0]?.phoneNumber);
    expect(t.twilio.state.numbers).toHaveLength(1);
  }, 30_000);

  test("goes back to Twilio where it comes so late that another was bought", async () => {
    await using t = await liveStore();
    // The first node's order hangs in the network, longer than its claim lasts, and is carried out after all.
    t.twilio.fault({ on: "buy", kind: "delay", ms: 800 });
    t.twilio.fault({ on: "buy", kind: "status", status: 400, code: 21422 });
    const [agent] = await agents(t, 1);
    if (!agent) throw new Error("no agent");
    const asked = agent.number();
    await expect.poll(() => t.twilio.faultsInjected, SOON).toBe(1);
    t.advance(CLAIM_MS + 1);
    await resumeOrders(t.otherNode(), t.teamId);
    const given = await asked;
    await t.market.settled();
    expect(t.twilio.state.numbers.map((number) => number.phoneNumber)).toEqual([given]);
    expect(await record(t)).toEqual(["purchase.begun", "purchase.done", "purchase.surplus_given_back"]);
    expect(await poolStateOf(t.store, t.admin)).toMatchObject({ beingReleased: 0, counts: { leased: 1 } });
  });
});

describe("a need that has gone", () => {
  test("is not bought for", async () => {
    await using t = await liveStore(["+14155550100" as E164]);
    const [agent] = await agents(t, 1);
    if (!agent) throw new Error("no agent");
    // As if the node that took the agent's call had died before it ordered anything.
    await withTeamLock(t.store, t.teamId, async (team) => {
      const { agentId } = agent.viewer;
      const passportId = await passportOf(team, { agentId, externalId: "" });
      await beginPurchase(team, agent.viewer, {
        need: { agentId, passportId },
        wish: { country: "US", capabilities: ["sms"] },
      });
    });
    expect(await poolStateOf(t.store, t.admin)).toMatchObject({ beingBought: 1 });
    expect(await agent.number()).toBe("+14155550100");
    await resumeOrders(t.store, t.teamId);
    expect(await poolStateOf(t.store, t.admin)).toMatchObject({ beingBought: 0 });
    expect(await record(t)).toEqual(["purchase.begun", "purchase.cancelled"]);
    expect(boughtNumbers(t)).toEqual([]);
  });
});

describe("an agent that is removed while its number is being bought", () => {
  test("leases nothing: the number is free for others", async () => {
    await using t = await liveStore();
    t.twilio.fault({ on: "buy", kind: "delay", ms: 300 });
    const [agent, other] = await agents(t, 2);
    if (!agent || !other) throw new Error("no agents");
    const asked = refusalOf(agent.number());
    await expect.poll(() => t.twilio.faultsInjected, SOON).toBe(1);
    await removeAgent(t.store, t.admin, { agent: agent.viewer.agentId });
    await asked;
    expect(await poolStateOf(t.store, t.admin)).toMatchObject({ counts: { available: 1, leased: 0 } });
    expect(await other.number()).toBe(boughtNumbers(t)[0]?.phoneNumber);
    expect(boughtNumbers(t)).toHaveLength(1);
  });
});

describe("an admin", () => {
  test("buys a number with the area code wished for, within the budget", async () => {
    await using t = await liveStore();
    const wish = { country: "US", capabilities: ["sms" as const], areaCode: 312 };
    const bought = await provisionNumber(t.store, t.admin, wish);
    expect(bought).toMatchObject({ status: "bought", phoneNumber: expect.stringMatching(/^\+1312/) });
    await set(t, { maxNumbers: 1 });
    expect((await refusalOf(provisionNumber(t.store, t.admin, wish))).problem).toMatchObject({
      code: "limit_reached",
      message: expect.stringContaining("maxNumbers"),
    });
    expect(t.twilio.state.numbers).toHaveLength(1);
    expect((await listLeases(t.store, t.admin, { state: "live", limit: 10 })).leases).toEqual([]);
  });

  test("is told where there is no such number", async () => {
    await using t = await liveStore();
    const wish = { capabilities: ["sms" as const] };
    expect(
      (await refusalOf(provisionNumber(t.store, t.admin, { ...wish, country: "US", areaCode: 999 }))).message,
    ).toContain("with the area code 999");
    expect(
      (await refusalOf(provisionNumber(t.store, t.admin, { ...wish, country: "SE" }))).message,
    ).toContain("sells no numbers in SE");
    expect(t.twilio.state.numbers).toEqual([]);
  });
});
