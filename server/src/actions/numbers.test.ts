import type { E164 } from "@agentpass/shared/phone-number";
import { ProblemError } from "@agentpass/shared/problem";
import { verifies } from "../../../test/support/verifies.ts";
import { describe, expect, test } from "vitest";
import { received, testNumbers, testStore } from "../../../test/support/test-store.ts";
import { ensureNumbers } from "./first-start.ts";
import { getNumber } from "./get-number.ts";
import { listMessages } from "./list-messages.ts";
import { listNumbers } from "./list-numbers.ts";
import { releaseNumber } from "./release-number.ts";
import { sweepTeam } from "./sweep.ts";

const problemOf = (error: unknown): string =>
  error instanceof ProblemError ? error.problem.code : String(error);

describe("numbers", () => {
  test("50 parallel calls of one passport give one number", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const numbers = await Promise.all(Array.from({ length: 50 }, () => agent.number("ap_test123")));
    expect(new Set(numbers).size).toBe(1);
  });

  test(
    verifies("G7-exhausted", "50 passports of 50 agents get ten different numbers and 40 clear refusals"),
    async () => {
      await using t = await testStore();
      const agents = await Promise.all(Array.from({ length: 50 }, (_, index) => t.agent(`agent ${index}`)));
      const results = await Promise.allSettled(agents.map((agent) => agent.number("same text")));
      const numbers = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
      const refusals = results.flatMap((result) =>
        result.status === "rejected" ? [result.reason as ProblemError] : [],
      );
      expect(new Set(numbers)).toEqual(new Set(testNumbers));
      expect(refusals.map(problemOf)).toEqual(Array.from({ length: 40 }, () => "pool_exhausted"));
      expect(refusals[0]?.message).toContain("10 leased");
      expect(refusals[0]?.message).toContain("ask an admin");
    },
  );

  test(
    verifies("mock-never-leased", "a simulated one is leased to nobody where numbers are real"),
    async () => {
      await using t = await testStore([], { mode: "live" }, []);
      await ensureNumbers(t.store, t.teamId, { provider: "mock", phoneNumbers: testNumbers });
      const agent = await t.agent("a");
      await expect(agent.number()).rejects.toMatchObject({ problem: { code: "pool_exhausted" } });
      await ensureNumbers(t.store, t.teamId, { provider: "twilio", phoneNumbers: ["+14155550100" as E164] });
      expect(await agent.number()).toBe("+14155550100");
    },
  );

  test("equal passport ids of two agents name two passports", async () => {
    await using t = await testStore();
    const [a, b] = [await t.agent("a"), await t.agent("b")];
    expect(await a.number("ap_test123")).not.toBe(await b.number("ap_test123"));
  });

  test("an agent at its limit is told which numbers it holds, longest idle first", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const first = await agent.number("one");
    t.advance(60_000);
    await agent.number("two");
    await agent.number("three");
    const refusal = await agent.number("four").catch((error: ProblemError) => error);
    expect(refusal).toMatchObject({
      problem: { code: "limit_reached", suggestion: { phone_number: first } },
    });
    expect((refusal as Error).message).toContain(`longest idle first: ${first} (unused for 1 min)`);
  });

  test("a released number rests, its own passport may have it back, and nobody else", async () => {
    await using t = await testStore();
    const [a, b] = [await t.agent("a"), await t.agent("b")];
    const phoneNumber = await a.number();
    const released = await releaseNumber(t.store, a.viewer, { phoneNumber });
    expect(released.status).toBe("released");
    expect(Date.parse(released.quarantinedUntil ?? "")).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    expect((await releaseNumber(t.store, a.viewer, { phoneNumber })).status).toBe("already_released");
    const others = [await b.number("1"), await b.number("2"), await b.number("3")];
    expect(others).not.toContain(phoneNumber);
    expect(
      (await listNumbers(t.store, t.admin, { limit: 50 })).numbers.find(
        (entry) => entry.phoneNumber === phoneNumber,
      )?.state,
    ).toBe("quarantined");
    expect(await a.number()).toBe(phoneNumber);
  });

  test("a lease ends by itself after a day without use", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    t.advance(23 * 3_600_000);
    await sweepTeam(t.store, t.teamId);
    expect((await getNumber(t.store, agent.viewer, {})).reused).toBe(true);
    t.advance(25 * 3_600_000);
    await sweepTeam(t.store, t.teamId);
    expect(
      (await listNumbers(t.store, t.admin, { limit: 50 })).numbers.find(
        (entry) => entry.phoneNumber === phoneNumber,
      )?.state,
    ).toBe("quarantined");
  });

  test("a country that has no free number is refused by its field", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    await expect(getNumber(t.store, agent.viewer, { country: "SE" })).rejects.toMatchObject({
      problem: { code: "pool_exhausted", field: "country" },
    });
  });
});

describe("a recycled number", () => {
  test("shows the old holder's late code to nobody: not to the old, not to the new", async () => {
    await using t = await testStore();
    const [old, next] = [await t.agent("old"), await t.agent("new")];
    const phoneNumber = await old.number();
    await releaseNumber(t.store, old.viewer, { phoneNumber });
    await t.receive({ to: phoneNumber, body: "Your code is 111222" });
    t.advance(25 * 3_600_000);
    // Takes numbers until the recycled one comes round: it has rested, and is the last choice.
    for (
      let passport = 0;
      (await t.store.ingest.selectFrom("leases").select("id").where("ended_at", "is", null).execute())
        .length < 9;
      passport++
    )
      await (await t.agent(`other ${passport}`)).number();
    expect(await next.number()).toBe(phoneNumber);
    await t.receive({ to: phoneNumber, body: "Your code is 333444" });
    expect(received(await next.wait({ phoneNumber })).message.otp?.code).toBe("333444");
    expect((await next.wait({ phoneNumber, timeoutMs: 0 })).status).toBe("timeout");
    expect((await listMessages(t.store, next.viewer, { limit: 20 })).messages).toHaveLength(1);
    expect((await listMessages(t.store, old.viewer, { limit: 20 })).messages).toHaveLength(0);
    expect((await listMessages(t.store, t.admin, { limit: 20 })).messages).toHaveLength(2);
  });

  test("an SMS within 30 s of the last holder's end belongs to nobody", async () => {
    await using t = await testStore();
    await t.store.app.transaction().execute(async (trx) => {
      const { sql } = await import("kysely");
      await sql`select set_config('app.team', ${t.teamId}, true)`.execute(trx);
      await trx
        .updateTable("teams")
        .set({ settings: JSON.stringify({ quarantineMs: 0 }) })
        .execute();
    });
    const [old, next] = [await t.agent("old"), await t.agent("new")];
    const phoneNumber = await old.number();
    // The end lies between the two, however long a machine takes.
    const before = t.store.clock();
    await releaseNumber(t.store, old.viewer, { phoneNumber });
    const after = t.store.clock();
    for (let passport = 0; passport < 9; passport++) await (await t.agent(`other ${passport}`)).number();
    expect(await next.number()).toBe(phoneNumber);
    t.advance(31_000);
    await t.receive({ to: phoneNumber, body: "Your code is 111222", providerAt: before + 30_000 });
    expect((await next.wait({ phoneNumber, timeoutMs: 0 })).status).toBe("timeout");
    await t.receive({ to: phoneNumber, body: "Your code is 333444", providerAt: after + 30_001 });
    expect(received(await next.wait({ phoneNumber })).message.otp?.code).toBe("333444");
  });

  test("release against an arriving SMS: whichever comes first, the message is the old holder's or nobody's", async () => {
    await using t = await testStore();
    for (let round = 0; round < 20; round++) {
      const [old, next] = [await t.agent(`old ${round}`), await t.agent(`new ${round}`)];
      const phoneNumber = await old.number();
      await Promise.all([
        releaseNumber(t.store, old.viewer, { phoneNumber }),
        t.receive({ to: phoneNumber, body: "Your code is 111222" }),
        next.number().catch(() => {}),
      ]);
      expect((await listMessages(t.store, next.viewer, { limit: 20 })).messages).toHaveLength(0);
      const rows = await t.store.ingest
        .selectFrom("messages")
        .innerJoin("leases", "leases.id", "messages.lease_id")
        .select(["messages.seq", "leases.start_seq", "leases.agent_id"])
        .execute();
      for (const row of rows) expect(row.seq).toBeGreaterThan(row.start_seq);
      const ended = await t.store.ingest
        .selectFrom("events")
        .select("seq")
        .where("type", "=", "lease.ended")
        .where("agent_id", "=", old.viewer.agentId)
        .executeTakeFirstOrThrow();
      for (const row of rows.filter((other) => other.agent_id === old.viewer.agentId))
        expect(row.seq).toBeLessThan(ended.seq);
      await t.store.app.transaction().execute(async (trx) => {
        const { sql } = await import("kysely");
        await sql`select set_config('app.team', ${t.teamId}, true)`.execute(trx);
        await trx.updateTable("numbers").set({ quarantined_until: null }).execute();
        await trx
          .updateTable("leases")
          .set({ ended_at: new Date().toISOString(), end_reason: "admin" })
          .where("ended_at", "is", null)
          .execute();
      });
    }
  });
});
