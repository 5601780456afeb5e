import { ProblemError } from "@agentpass/shared/problem";
import { verifies } from "../../../test/support/verifies.ts";
import type { PoolNumber } from "@agentpass/shared/number-api";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { testNumbers, testStore, type TestStore } from "../../../test/support/test-store.ts";
import type { DeviceViewer } from "../domain/access.ts";
import { timestamp } from "../store/timestamp.ts";
import { withTeamLock } from "../store/with-team.ts";
import { addNumber } from "./add-number.ts";
import { addGateway } from "./gateways.ts";
import { endLeaseByAdmin } from "./end-lease-by-admin.ts";
import { getNumber } from "./get-number.ts";
import { consentToNumber, shareNumber } from "./grant-number.ts";
import { listLeases } from "./list-leases.ts";
import { listMessages } from "./list-messages.ts";
import { listNumbers } from "./list-numbers.ts";
import { numberHistory } from "./number-history.ts";
import { poolStateOf } from "./pool-state.ts";
import { liftQuarantine, quarantine } from "./quarantine-number.ts";
import { releaseNumber } from "./release-number.ts";
import { signIn } from "./sign-in.ts";
import { resumeNumber, retireNumber, suspendNumber } from "./withhold-number.ts";

const [first, second] = testNumbers as [(typeof testNumbers)[0], (typeof testNumbers)[0]];
const limit = 50;

async function entryOf(t: TestStore, phoneNumber: string): Promise<PoolNumber> {
  const { numbers } = await listNumbers(t.store, t.admin, { text: phoneNumber, state: undefined, limit });
  const [entry] = numbers;
  if (!entry) throw new Error(`${phoneNumber} is not listed`);
  return entry;
}

async function memberNamed(t: TestStore, name: string): Promise<string> {
  const id = uuidv7();
  await withTeamLock(t.store, t.teamId, (team) =>
    team.trx
      .insertInto("members")
      .values({ team_id: team.id, id, name, role: "member", created_at: timestamp(team.now) })
      .execute(),
  );
  return id;
}

/** An agent that belongs to another member than the owner. */
async function agentOf(t: TestStore, memberId: string, name: string) {
  const agent = await t.agent(name);
  await withTeamLock(t.store, t.teamId, async (team) => {
    await team.trx.updateTable("agents").set({ member_id: memberId }).where("name", "=", name).execute();
    await team.trx
      .updateTable("keys")
      .set({ member_id: memberId })
      .where("id", "=", agent.viewer.keyId)
      .execute();
  });
  const { viewer } = await signIn(t.store, agent.key);
  if (viewer.kind !== "agent") throw new Error("an agent's key");
  return viewer;
}

const actionsOf = (t: TestStore): Promise<string[]> =>
  withTeamLock(t.store, t.teamId, async (team) =>
    (await team.trx.selectFrom("audit").select("action").orderBy("seq").execute()).map((row) => row.action),
  );

describe("the list of numbers", () => {
  test("is filtered by state, holder, country, service and text, and paged by the number", async () => {
    await using t = await testStore();
    const agent = await t.agent("Ada's agent");
    const { phoneNumber } = await getNumber(t.store, agent.viewer, { service: "https://github.com/join" });
    const numbersWith = async (filter: object) =>
      (await listNumbers(t.store, t.admin, { limit, ...filter })).numbers.map((entry) => entry.phoneNumber);
    expect(await numbersWith({})).toEqual(testNumbers);
    for (const only of [
      { state: ["leased" as const] },
      { agent: "Ada's agent" },
      { agent: agent.viewer.agentId },
      { service: "GitHub" },
      { text: "ada's" },
      { text: phoneNumber.slice(-4) },
    ])
      expect(await numbersWith(only), JSON.stringify(only)).toEqual([phoneNumber]);
    expect(await numbersWith({ country: "SE" })).toEqual([]);
    expect(await numbersWith({ provider: "twilio" })).toEqual([]);
    expect(await numbersWith({ state: ["available"] })).toHaveLength(9);

    const pages: string[] = [];
    let after: (typeof testNumbers)[0] | undefined;
    do {
      const page = await listNumbers(t.store, t.admin, { limit: 4, after });
      pages.push(page.numbers.map((entry) => entry.phoneNumber).join(" "));
      after = page.nextAfter as typeof after;
    } while (after !== undefined);
    expect(pages.join(" ")).toBe(testNumbers.join(" "));
    expect(pages).toHaveLength(3);
  });
});

describe("an admin", () => {
  test("suspends a leased number: its lease and waits end, nobody gets it, and it can be resumed", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const open = await agent.wait({ phoneNumber });
    const suspended = await suspendNumber(t.store, t.admin, { phoneNumber });
    expect(suspended).toMatchObject({ state: "suspended", endedLeaseOf: "a", agentName: null });
    expect((await agent.wait({ phoneNumber, requestId: open.requestId })).status).toBe("number_released");
    const { leases } = await listLeases(t.store, t.admin, { state: "ended", limit });
    expect(leases).toMatchObject([{ phoneNumber, agentName: "a", endReason: "admin" }]);
    expect(await agent.number()).not.toBe(phoneNumber);
    await resumeNumber(t.store, t.admin, { phoneNumber });
    expect((await entryOf(t, phoneNumber)).state).toBe("quarantined");
    const seen = await actionsOf(t);
    expect(seen).toEqual(expect.arrayContaining(["number.suspended", "lease.ended", "number.resumed"]));
  });

  test("who acts second is told what is, and changes nothing", async () => {
    await using t = await testStore();
    for (const change of [suspendNumber, retireNumber]) {
      const phoneNumber = change === suspendNumber ? first : second;
      const results = await Promise.allSettled([
        change(t.store, t.admin, { phoneNumber }),
        change(t.store, t.admin, { phoneNumber }),
      ]);
      const refused = results.flatMap((one) =>
        one.status === "rejected" ? [one.reason as ProblemError] : [],
      );
      expect(refused).toHaveLength(1);
      expect(refused[0]?.problem).toMatchObject({ code: "conflict", field: "phoneNumber" });
      expect(refused[0]?.message).toMatch(/is (suspended|retired), so there is nothing to do/);
    }
    expect((await actionsOf(t)).filter((action) => action.startsWith("number.s"))).toHaveLength(1);
  });

  test("who decided on what was seen before is refused when it has changed", async () => {
    await using t = await testStore();
    const agent = await t.agent("late");
    const phoneNumber = await agent.number();
    const refusal = await suspendNumber(t.store, t.admin, { phoneNumber, ifState: "available" }).catch(
      (error: ProblemError) => error,
    );
    expect((refusal as Error).message).toContain('is leased by the agent "late", not available any more');
    expect((await entryOf(t, phoneNumber)).state).toBe("leased");
  });

  test(
    verifies(
      "quarantine",
      "lets a number rest so that its last holder gets it neither, until the rest is lifted",
    ),
    async () => {
      await using t = await testStore();
      const agent = await t.agent("a");
      const phoneNumber = await agent.number();
      const resting = await quarantine(t.store, t.admin, { phoneNumber, forMs: 3_600_000 });
      expect(resting).toMatchObject({ state: "quarantined", endedLeaseOf: "a" });
      expect(Date.parse(resting.quarantinedUntil ?? "") - t.store.clock()).toBeLessThanOrEqual(3_600_000);
      expect(await agent.number()).not.toBe(phoneNumber);
      await liftQuarantine(t.store, t.admin, { phoneNumber });
      expect((await entryOf(t, phoneNumber)).state).toBe("available");
      await expect(liftQuarantine(t.store, t.admin, { phoneNumber })).rejects.toMatchObject({
        problem: { code: "conflict", message: expect.stringContaining("does not rest") },
      });
    },
  );

  test("retires a number: SMS to it are refused, and only adding brings it back, with its history", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const { phoneNumber } = await getNumber(t.store, agent.viewer, { service: "github.com" });
    await retireNumber(t.store, t.admin, { phoneNumber: phoneNumber as typeof first });
    expect(await t.receive({ to: phoneNumber as typeof first, body: "Your code is 482913" })).toBe(
      "unknown_number",
    );
    await expect(
      resumeNumber(t.store, t.admin, { phoneNumber: phoneNumber as typeof first }),
    ).rejects.toMatchObject({ problem: { code: "conflict" } });
    const added = await addNumber(t.store, t.admin, { phoneNumber: phoneNumber as typeof first });
    expect(added.state).toBe("quarantined");
    const history = await numberHistory(t.store, t.admin, {
      phoneNumber: phoneNumber as typeof first,
      limit,
    });
    expect(history.services).toMatchObject([{ service: "github" }]);
    expect(history.leases).toHaveLength(1);
  });

  test("adds a gateway's number as it is, but none twice, none simulated among real ones, none of Twilio without an account", async () => {
    await using t = await testStore([], { mode: "live" }, []);
    const phoneNumber = "+4915112345678" as typeof first;
    await addGateway(t.store, t.admin, { name: "my-phone", kind: "httpsms", publicUrl: "" });
    expect(await addNumber(t.store, t.admin, { phoneNumber, provider: "my-phone" })).toMatchObject({
      provider: "my-phone",
      country: "DE",
      state: "available",
    });
    await expect(addNumber(t.store, t.admin, { phoneNumber, provider: "my-phone" })).rejects.toMatchObject({
      problem: { code: "conflict", message: expect.stringContaining("in the pool already") },
    });
    await expect(addNumber(t.store, t.admin, { phoneNumber, provider: "twilio" })).rejects.toMatchObject({
      problem: { code: "conflict", message: expect.stringContaining("no Twilio account") },
    });
  });

  test("gives one answer for a number that another team has and one that nobody has", async () => {
    await using t = await testStore();
    const other = uuidv7();
    await t.store.app.transaction().execute(async (trx) => {
      await sql`select set_config('app.team', ${other}, true)`.execute(trx);
      await sql`insert into teams (id, name, epoch, created_at) values (${other}, 'Other', '00000000', now())`.execute(
        trx,
      );
      await sql`insert into numbers (team_id, id, e164, provider, created_at) values (${other}, ${uuidv7()}, '+15550001111', 'mock', now())`.execute(
        trx,
      );
    });
    const theirs = await addNumber(t.store, t.admin, { phoneNumber: "+15550001111" as typeof first }).catch(
      (error: ProblemError) => error.message,
    );
    expect(theirs).toContain("+15550001111 is not in your account or not available");
    for (const change of [suspendNumber, resumeNumber, retireNumber, quarantine, liftQuarantine]) {
      const answers = await Promise.all(
        ["+15550001111", "+15550002222"].map((phoneNumber) =>
          change(t.store, t.admin, { phoneNumber: phoneNumber as typeof first }).catch(
            (error: ProblemError) => error.message.replace(phoneNumber, "N"),
          ),
        ),
      );
      expect(answers[0]).toBe(answers[1]);
      expect(answers[0]).toContain("not in the pool");
    }
  });
});

describe("a number's history", () => {
  test("tells leases, services and counts of messages, never what was in them", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const { phoneNumber } = await getNumber(t.store, agent.viewer, { passportId: "p1" });
    await t.receive({ to: phoneNumber as typeof first, body: "Your Google code is 482913" });
    await t.receive({ to: phoneNumber as typeof first, body: "Your Google code is 551177" });
    await agent.wait({ phoneNumber });
    await releaseNumber(t.store, agent.viewer, { phoneNumber: phoneNumber as typeof first });
    const history = await numberHistory(t.store, t.admin, {
      phoneNumber: phoneNumber as typeof first,
      limit,
    });
    expect(history).toMatchObject({
      number: { phoneNumber, state: "quarantined" },
      leases: [{ agentName: "a", passportId: "p1", endReason: "released" }],
      services: [{ service: "google", memberName: "Owner" }],
    });
    expect(history.messages.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(JSON.stringify(history)).not.toMatch(/482913|551177|code is/);
  });
});

describe("leases", () => {
  test("are listed in pages, live and ended, and ended by an admin once", async () => {
    await using t = await testStore();
    const agents = await Promise.all([1, 2, 3].map((index) => t.agent(`agent ${index}`)));
    for (const agent of agents) await agent.number();
    const page = await listLeases(t.store, t.admin, { state: "live", limit: 2 });
    expect(page.leases.map((lease) => lease.agentName)).toEqual(["agent 3", "agent 2"]);
    const rest = await listLeases(t.store, t.admin, { state: "live", limit: 2, before: page.nextBefore });
    expect(rest.leases.map((lease) => lease.agentName)).toEqual(["agent 1"]);
    expect(rest.nextBefore).toBeUndefined();
    const id = rest.leases[0]?.id ?? "";
    expect(await endLeaseByAdmin(t.store, t.admin, { id })).toMatchObject({ agentName: "agent 1" });
    await expect(endLeaseByAdmin(t.store, t.admin, { id })).rejects.toMatchObject({
      problem: { code: "conflict", message: expect.stringContaining("ended at") },
    });
    await expect(endLeaseByAdmin(t.store, t.admin, { id: uuidv7() })).rejects.toMatchObject({
      problem: { code: "not_found" },
    });
    const { leases } = await listLeases(t.store, t.admin, { state: "ended", agent: "agent 1", limit });
    expect(leases).toMatchObject([{ id, endReason: "admin" }]);
  });

  test("of others are hidden from a member", async () => {
    await using t = await testStore();
    const memberId = await memberNamed(t, "Bob");
    await (await t.agent("the owner's")).number();
    await getNumber(t.store, await agentOf(t, memberId, "Bob's"), {});
    const bob = { ...t.admin, kind: "device", role: "member", memberId, deviceId: "" } as DeviceViewer;
    const { leases } = await listLeases(t.store, bob, { state: "live", limit });
    expect(leases.map((lease) => lease.agentName)).toEqual(["Bob's"]);
  });
});

describe("a number that a member has used", () => {
  test("is given to another one with an admin's consent only, and never for the same service", async () => {
    await using t = await testStore([], { mode: "live" }, []);
    const phoneNumber = "+4915112345678" as typeof first;
    await addGateway(t.store, t.admin, { name: "my-phone", kind: "httpsms", publicUrl: "" });
    await addNumber(t.store, t.admin, { phoneNumber, provider: "my-phone" });
    const owner = await t.agent("the owner's");
    await getNumber(t.store, owner.viewer, { service: "github.com", country: "DE" });
    await releaseNumber(t.store, owner.viewer, { phoneNumber });
    t.advance(25 * 3_600_000);
    const bob = await agentOf(t, await memberNamed(t, "Bob"), "Bob's");
    const ask = (service?: string) =>
      getNumber(t.store, bob, { country: "DE", ...(service === undefined ? {} : { service }) }).then(
        (given) => given.phoneNumber,
        (error: ProblemError) => error.message,
      );
    expect(await ask()).toContain("used before with this service or by another member");
    const consent = { phoneNumber, member: "Bob", granted: true };
    await consentToNumber(t.store, t.admin, consent);
    await expect(consentToNumber(t.store, t.admin, consent)).rejects.toMatchObject({
      problem: { code: "conflict", field: "member" },
    });
    expect(await ask("https://www.github.com")).toContain("used before with this service");
    expect(await ask("google.com")).toBe(phoneNumber);
    await consentToNumber(t.store, t.admin, { ...consent, granted: false });
    const { consents } = await numberHistory(t.store, t.admin, { phoneNumber, limit });
    expect(consents).toEqual([]);
    await expect(consentToNumber(t.store, t.admin, { ...consent, member: "Nobody" })).rejects.toMatchObject({
      problem: { code: "not_found", field: "member" },
    });
  });
});

describe("a number that is shared with a member", () => {
  test("shows the member's devices what is stored from then on, and nothing after it is taken back", async () => {
    await using t = await testStore();
    const memberId = await memberNamed(t, "Bob");
    const bob = { ...t.admin, kind: "device", role: "member", memberId, deviceId: "" } as DeviceViewer;
    const phoneNumber = await (await t.agent("the owner's")).number();
    const bobSees = async () =>
      (await listMessages(t.store, bob, { limit })).messages.map((message) => message.otp?.code);
    await t.receive({ to: phoneNumber, body: "Your code is 111222" });
    await shareNumber(t.store, t.admin, { phoneNumber, member: "Bob", granted: true });
    await t.receive({ to: phoneNumber, body: "Your code is 333444" });
    expect(await bobSees()).toEqual(["333444"]);
    await shareNumber(t.store, t.admin, { phoneNumber, member: "Bob", granted: false });
    expect(await bobSees()).toEqual([]);
  });
});

describe("the pool's state", () => {
  test("counts, and says when none will be free once the rate can be told", async () => {
    await using t = await testStore();
    expect(await poolStateOf(t.store, t.admin)).toMatchObject({ counts: { available: 10, leased: 0 } });
    for (const name of ["a", "b", "c", "d", "e"]) await (await t.agent(name)).number();
    const young = await poolStateOf(t.store, t.admin);
    expect(young).toMatchObject({ counts: { available: 5, leased: 5, quarantined: 0 } });
    expect(young.exhaustedAt, "too young to tell").toBeUndefined();
    expect(young.purchases, "mock mode buys nothing").toBeUndefined();
    t.advance(2 * 3_600_000);
    const later = await poolStateOf(t.store, t.admin);
    // Five of ten went in two hours.
    expect((Date.parse(later.exhaustedAt ?? "") - t.store.clock()) / 3_600_000).toBeCloseTo(2, 1);
    t.advance(25 * 3_600_000);
    expect((await poolStateOf(t.store, t.admin)).exhaustedAt, "nothing went on the last day").toBeUndefined();
  });
});
