import { describe, expect, test } from "vitest";
import { newRequestId, received, testStore } from "../../../test/support/test-store.ts";
import { feedItem } from "./feed-item.ts";
import { listMessages } from "./list-messages.ts";
import { sweepTeam } from "./sweep.ts";

const blocked = { blocked: true, body: "Your GitHub code is ******", from: "+12025550123" } as const;

describe("a message whose text the provider withheld", () => {
  test("ends the wait on its lease, which says so, and is shown as that", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    expect(await t.receive({ to: phoneNumber, ...blocked })).toBe("stored");
    const [message] = (await listMessages(t.store, agent.viewer, { limit: 20 })).messages;
    expect(message).toMatchObject({ state: "provider_blocked", otp: null, body: blocked.body });
    const answer = await agent.wait({ phoneNumber, requestId });
    expect(answer).toMatchObject({ status: "provider_blocked", messageId: message?.id });
    expect((await listMessages(t.store, t.admin, { limit: 20 })).messages[0]?.state).toBe("provider_blocked");
    t.advance(60_000);
    await sweepTeam(t.store, t.teamId);
    expect(await agent.wait({ phoneNumber, requestId })).toMatchObject({ status: "provider_blocked" });
  });

  test("reaches the waiting agent over its feed, once", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    await t.receive({ to: phoneNumber, ...blocked });
    const rows = await t.store.ingest
      .selectFrom("events")
      .selectAll()
      .where("type", "=", "wait.changed")
      .execute();
    expect(rows).toHaveLength(1);
    const [row] = rows;
    if (!row) throw new Error("no event");
    const item = await feedItem(t.store, agent.viewer, {
      seq: row.seq,
      check: row.check_value,
      type: row.type,
      agentId: row.agent_id,
      numberId: row.number_id,
      leaseId: row.lease_id,
      messageId: row.message_id,
      waitId: row.wait_id,
      keyId: row.key_id,
    });
    expect(item).toMatchObject({ type: "wait.changed", requestId, answer: { status: "provider_blocked" } });
  });

  test("that nobody waited for ends the next wait, but no wait after that", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, ...blocked });
    expect(await agent.wait({ phoneNumber, mode: "peek" })).toMatchObject({ status: "provider_blocked" });
    expect(await agent.wait({ phoneNumber })).toMatchObject({ status: "provider_blocked" });
    expect(await agent.wait({ phoneNumber, timeoutMs: 0 })).toMatchObject({ status: "timeout" });
  });

  test.each(["claim", "peek"] as const)(
    "that comes between two calls (%s) is what the next call hears",
    async (mode) => {
      await using t = await testStore();
      const agent = await t.agent("a");
      const phoneNumber = await agent.number();
      const requestId = newRequestId();
      await agent.wait({ phoneNumber, requestId, mode });
      await agent.settle(requestId, "park");
      await t.receive({ to: phoneNumber, ...blocked });
      expect(await agent.wait({ phoneNumber, mode })).toMatchObject({ status: "provider_blocked" });
    },
  );

  test("gives way to a message that can be read", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, ...blocked });
    await t.receive({ to: phoneNumber, body: "Your GitHub code is 482913" });
    const answer = received(await agent.wait({ phoneNumber }));
    expect(answer.message.otp?.code).toBe("482913");
    expect(answer.superseded).toEqual([]);
  });

  test.for([
    ["of another sender goes on", { from: ["+12025550999"] }, "open"],
    ["of its sender ends", { from: ["+12025550123"] }, "provider_blocked"],
    [
      "whose filter reads the text ends, since nobody can read it",
      { match: "code is (\\d{6})" },
      "provider_blocked",
    ],
    ["whose text is looked for ends", { bodyContains: "stripe" }, "provider_blocked"],
  ] as const)("meets filters: a wait %s", async ([, filters, status]) => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({
      phoneNumber,
      requestId,
      ...("from" in filters ? { from: [...filters.from] } : filters),
    });
    await t.receive({ to: phoneNumber, ...blocked });
    expect(await agent.wait({ phoneNumber, requestId })).toMatchObject({ status });
  });

  test("ends the first of two waits only", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const [first, second] = [newRequestId(), newRequestId()];
    await agent.wait({ phoneNumber, requestId: first });
    await agent.wait({ phoneNumber, requestId: second });
    await t.receive({ to: phoneNumber, ...blocked });
    expect((await agent.wait({ phoneNumber, requestId: first })).status).toBe("provider_blocked");
    expect((await agent.wait({ phoneNumber, requestId: second })).status).toBe("open");
  });

  test("on a number that nobody holds belongs to nobody", async () => {
    await using t = await testStore();
    const [a, b] = [await t.agent("a"), await t.agent("b")];
    const phoneNumber = await a.number();
    const other = await b.number();
    await t.receive({ to: phoneNumber, ...blocked });
    expect(await b.wait({ phoneNumber: other, timeoutMs: 0 })).toMatchObject({ status: "timeout" });
    expect((await listMessages(t.store, b.viewer, { limit: 20 })).messages).toEqual([]);
  });
});
