import type { WaitFilters } from "@agentpass/shared/agent-api";
import { verifies } from "../../../test/support/verifies.ts";
import { describe, expect, test } from "vitest";
import { newRequestId, received, testStore } from "../../../test/support/test-store.ts";
import { listMessages } from "./list-messages.ts";
import { releaseNumber } from "./release-number.ts";
import { sweepTeam } from "./sweep.ts";
import { touchWaits } from "./touch-waits.ts";

describe("a wait", () => {
  test("is answered at once by a message that came before it", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    const answer = received(await agent.wait({ phoneNumber }));
    expect(answer.message.otp?.code).toBe("482913");
    expect(answer.redelivered).toBe(false);
  });

  test(
    verifies("never-twice", "is answered by a message that comes after it, and the next wait is not"),
    async () => {
      await using t = await testStore();
      const agent = await t.agent("a");
      const phoneNumber = await agent.number();
      const requestId = newRequestId();
      expect((await agent.wait({ phoneNumber, requestId })).status).toBe("open");
      await t.receive({ to: phoneNumber, body: "Your code is 482913" });
      expect(received(await agent.wait({ phoneNumber, requestId })).message.otp?.code).toBe("482913");
      expect((await agent.wait({ phoneNumber, timeoutMs: 0 })).status).toBe("timeout");
    },
  );

  test("of two on one number the first gets the first message, the second the next", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const [first, second] = [newRequestId(), newRequestId()];
    await agent.wait({ phoneNumber, requestId: first });
    await agent.wait({ phoneNumber, requestId: second });
    await t.receive({ to: phoneNumber, body: "Your code is 111222" });
    await t.receive({ to: phoneNumber, body: "Your code is 333444" });
    expect(received(await agent.wait({ phoneNumber, requestId: first })).message.otp?.code).toBe("111222");
    expect(received(await agent.wait({ phoneNumber, requestId: second })).message.otp?.code).toBe("333444");
  });

  test(
    verifies(
      "newest-code",
      "gets the newest of several, which replaces the older codes of the same sender and service",
    ),
    async () => {
      await using t = await testStore();
      const agent = await t.agent("a");
      const phoneNumber = await agent.number();
      await t.receive({ to: phoneNumber, body: "Your GitHub code is 111222" });
      await t.receive({ to: phoneNumber, body: "Your Stripe code is 555666", from: "+12025550999" });
      await t.receive({ to: phoneNumber, body: "Your GitHub code is 333444" });
      const answer = received(await agent.wait({ phoneNumber, service: "github.com" }));
      expect(answer.message.otp?.code).toBe("333444");
      expect(answer.superseded).toHaveLength(1);
      expect(received(await agent.wait({ phoneNumber })).message.otp?.code).toBe("555666");
      expect((await agent.wait({ phoneNumber, timeoutMs: 0 })).status).toBe("timeout");
    },
  );

  test.for([
    ["from, however it is written", { from: ["+1 (202) 555-0123"] }, true],
    ["another sender", { from: ["+12025550999"] }, false],
    ["the service's domain", { service: "github.com" }, true],
    ["another service", { service: "stripe.com" }, false],
    ["a part of the text in any case", { bodyContains: "GITHUB" }, true],
    ["a part that is not there", { bodyContains: "stripe" }, false],
    ["a pattern whose group is the code", { match: "code is (\\d{6})" }, true],
    ["a pattern whose group is no code", { match: "(Your GitHub code)" }, false],
  ] satisfies [string, WaitFilters, boolean][])("filters by %s", async ([, filters, matches]) => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Your GitHub code is 482913" });
    const answer = await agent.wait({
      phoneNumber,
      timeoutMs: 0,
      ...filters,
    });
    expect(answer).toMatchObject(
      matches
        ? { status: "received", message: { otp: { code: "482913" } } }
        : { status: "timeout", seenNonmatching: 1 },
    );
  });

  test(
    verifies("wait-goes-on", "that a message does not satisfy goes on, counts it, and leaves it to others"),
    async () => {
      await using t = await testStore();
      const agent = await t.agent("a");
      const phoneNumber = await agent.number();
      const requestId = newRequestId();
      await agent.wait({ phoneNumber, requestId, service: "stripe.com" });
      await t.receive({ to: phoneNumber, body: "Your GitHub code is 482913" });
      expect(await agent.wait({ phoneNumber, requestId })).toMatchObject({
        status: "open",
        seenNonmatching: 1,
      });
      expect(received(await agent.wait({ phoneNumber })).message.otp?.code).toBe("482913");
    },
  );

  test("that peeks changes nothing", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    expect((await agent.wait({ phoneNumber, mode: "peek" })).status).toBe("received");
    expect(received(await agent.wait({ phoneNumber })).redelivered).toBe(false);
  });

  test(verifies("no-expired-code", "never gets a code past its time, but a peek does, marked"), async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Your code is 482913. It expires in 5 minutes." });
    t.advance(5 * 60_000 + 1);
    expect((await agent.wait({ phoneNumber, timeoutMs: 0 })).status).toBe("timeout");
    expect(received(await agent.wait({ phoneNumber, mode: "peek" })).expired).toBe(true);
  });

  test("after a cursor sees only what came after it, and refuses one that is not of this history", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Your code is 111222" });
    const { cursor } = received(await agent.wait({ phoneNumber, mode: "peek" }));
    expect((await agent.wait({ phoneNumber, after: cursor, timeoutMs: 0 })).status).toBe("timeout");
    await t.receive({ to: phoneNumber, body: "Your code is 333444" });
    expect(received(await agent.wait({ phoneNumber, after: cursor })).message.otp?.code).toBe("333444");
    await expect(agent.wait({ phoneNumber, after: "deadbeef:1:00000000" })).rejects.toThrow("omit after");
    await expect(agent.wait({ phoneNumber, after: "nonsense" })).rejects.toThrow("omit after");
  });

  test(
    verifies("own-number-only", "on a number of another agent or of nobody gets one and the same answer"),
    async () => {
      await using t = await testStore();
      const [mine, theirs] = [await t.agent("mine"), await t.agent("theirs")];
      const foreign = await theirs.number();
      const answers = await Promise.all(
        [foreign, "+15550001111"].map((phoneNumber) =>
          mine.wait({ phoneNumber }).catch((error: Error) => error.message.replace(phoneNumber, "NUMBER")),
        ),
      );
      expect(answers[0]).toBe(answers[1]);
      expect(answers[0]).toContain("get_phone_number");
    },
  );
});

describe("delivery", () => {
  test("given back, a message goes to the lease's next wait, marked as delivered before", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    await agent.settle(requestId, "give_back");
    expect(received(await agent.wait({ phoneNumber })).redelivered).toBe(true);
  });

  test("given back, a message is not given again to the request that gave it back", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    const [first, second] = [newRequestId(), newRequestId()];
    await agent.wait({ phoneNumber, requestId: first });
    expect((await agent.settle(first, "cancel")).status).toBe("cancelled");
    received(await agent.wait({ phoneNumber, requestId: second }));
    expect((await agent.wait({ phoneNumber, requestId: first })).status).toBe("cancelled");
  });

  test("given back, a message goes at once to a wait that is open", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    const [first, second] = [newRequestId(), newRequestId()];
    await agent.wait({ phoneNumber, requestId: first });
    expect((await agent.wait({ phoneNumber, requestId: second })).status).toBe("open");
    await agent.settle(first, "cancel");
    expect(received(await agent.wait({ phoneNumber, requestId: second })).redelivered).toBe(true);
  });

  test("confirmed, a message is consumed: neither a late give_back nor anything else brings it again", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    await agent.settle(requestId, "confirm");
    await agent.settle(requestId, "give_back");
    expect((await agent.wait({ phoneNumber, timeoutMs: 0 })).status).toBe("timeout");
    const page = await listMessages(t.store, agent.viewer, { limit: 20 });
    expect(page.messages[0]).toMatchObject({ state: "consumed", otp: { code: "482913" } });
  });

  test("to a caller that falls silent before it confirms lapses, and the caller still gets it when it returns", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    t.advance(10_000);
    await touchWaits(t.store, agent.viewer, [requestId]);
    t.advance(10_000);
    await sweepTeam(t.store, t.teamId);
    expect((await agent.wait({ phoneNumber, timeoutMs: 0 })).status, "touched in time, so not lapsed").toBe(
      "timeout",
    );
    t.advance(16_000);
    await sweepTeam(t.store, t.teamId);
    expect(received(await agent.wait({ phoneNumber, requestId })).redelivered).toBe(true);
  });

  test("to a caller that was silent, and says then that it got it, is given to nobody again", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    t.advance(20_000);
    await sweepTeam(t.store, t.teamId);
    expect(await agent.settle(requestId, "confirm")).toMatchObject({ status: "received" });
    expect(await agent.wait({ phoneNumber, timeoutMs: 0 })).toMatchObject({ status: "timeout" });
    expect((await listMessages(t.store, agent.viewer, { limit: 1 })).messages[0]?.state).toBe("consumed");
  });

  test("to a caller that was silent is another's who asked meanwhile, whatever the first says then", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    t.advance(20_000);
    await sweepTeam(t.store, t.teamId);
    const second = newRequestId();
    expect(received(await agent.wait({ phoneNumber, requestId: second })).redelivered).toBe(true);
    expect(await agent.settle(requestId, "confirm")).toMatchObject({ status: "open" });
    expect(received(await agent.settle(second, "confirm")).message.otp?.code).toBe("482913");
  });

  test("a parked wait goes on: it takes the message that comes between two calls, and the next call gets it", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId, service: "github.com" });
    await agent.settle(requestId, "park");
    await t.receive({ to: phoneNumber, body: "Your GitHub code is 482913" });
    t.advance(20_000);
    await sweepTeam(t.store, t.teamId);
    const answer = received(await agent.wait({ phoneNumber, service: "github.com" }));
    expect(answer).toMatchObject({ message: { otp: { code: "482913" } }, redelivered: false });
  });

  test("a parked wait does not hold its message back from a call that asks something else", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId, service: "github.com" });
    await agent.settle(requestId, "park");
    await t.receive({ to: phoneNumber, body: "Your GitHub code is 482913" });
    expect(received(await agent.wait({ phoneNumber })).message.otp?.code).toBe("482913");
  });

  test("a message that arrives while nobody listens stays available", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId, timeoutMs: 600_000 });
    t.advance(60_000);
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    expect((await listMessages(t.store, agent.viewer, { limit: 20 })).messages[0]?.state).toBe("available");
    expect(received(await agent.wait({ phoneNumber, requestId })).message.otp?.code).toBe("482913");
  });

  test.each(["park", "timeout"] as const)(
    "a message that arrived while nobody listened is given at the caller's word (%s), and not kept for another call",
    async (action) => {
      await using t = await testStore();
      const agent = await t.agent("a");
      const phoneNumber = await agent.number();
      const requestId = newRequestId();
      await agent.wait({ phoneNumber, requestId, timeoutMs: 600_000 });
      t.advance(60_000);
      await t.receive({ to: phoneNumber, body: "Your code is 482913" });
      expect(received(await agent.settle(requestId, action)).message.otp?.code).toBe("482913");
    },
  );

  test("at the deadline the answer that came first is given", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    expect((await agent.settle(requestId, "timeout")).status).toBe("received");
  });

  test("releasing the number ends its waits", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    await releaseNumber(t.store, agent.viewer, { phoneNumber });
    expect((await agent.wait({ phoneNumber, requestId })).status).toBe("number_released");
  });
});

describe("a caller that was silent and comes back with its connection unharmed", () => {
  test("gets with its next touch what came meanwhile", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId, timeoutMs: 120_000 });
    t.advance(20_000);
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    t.wakeUps.length = 0;
    await touchWaits(t.store, agent.viewer, [requestId]);
    expect(t.wakeUps, "its feed is told").toEqual([t.teamId]);
    expect(received(await agent.wait({ phoneNumber, requestId })).message.otp?.code).toBe("482913");
  });

  test("gets at its deadline what came meanwhile", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId, timeoutMs: 30_000 });
    t.advance(20_000);
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    t.advance(10_000);
    expect(received(await agent.settle(requestId, "timeout")).message.otp?.code).toBe("482913");
  });
});

test("what a silent caller did not take goes at once to another wait that is open", async () => {
  await using t = await testStore();
  const agent = await t.agent("a");
  const phoneNumber = await agent.number();
  const [silent, living] = [newRequestId(), newRequestId()];
  await agent.wait({ phoneNumber, requestId: silent, timeoutMs: 120_000 });
  await agent.wait({ phoneNumber, requestId: living, timeoutMs: 120_000 });
  await t.receive({ to: phoneNumber, body: "Your code is 482913" });
  t.advance(14_000);
  await touchWaits(t.store, agent.viewer, [living]);
  t.advance(2_000);
  t.wakeUps.length = 0;
  await sweepTeam(t.store, t.teamId);
  expect(t.wakeUps).toEqual([t.teamId]);
  const answer = received(await agent.settle(living, "timeout"));
  expect(answer.message.otp?.code).toBe("482913");
  expect(answer.redelivered).toBe(true);
  expect((await agent.wait({ phoneNumber, requestId: silent })).status, "not given out twice").toBe("open");
});
