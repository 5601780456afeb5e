import { expect, test } from "vitest";
import { agentOf, testStore, type TestStore } from "../../../test/support/test-store.ts";
import type { PersonViewer } from "../domain/access.ts";
import {
  createAgent,
  listAgents,
  pauseAgent,
  removeAgent,
  renameAgent,
  resumeAgent,
  setAgentLimits,
  setAgentPolicy,
} from "./agents.ts";
import { signIn } from "./sign-in.ts";

const problem = (code: string, message?: RegExp) => ({
  problem: { code, ...(message ? { message: expect.stringMatching(message) as unknown } : {}) },
});
const names = async (t: TestStore, viewer: PersonViewer) =>
  (await listAgents(t.store, viewer)).map(({ name }) => name);

test("a member makes agents for itself only, and manages those; an admin all of the team's", async () => {
  await using t = await testStore();
  const ann = await t.person("Ann", "member");
  const bob = await t.person("Bob", "admin");
  const { memberId, key } = await createAgent(t.store, ann.viewer, { name: "ann's" });
  expect(memberId).toBe(ann.memberId);
  expect((await signIn(t.store, key)).viewer).toMatchObject({ kind: "agent", memberId: ann.memberId });
  await expect(createAgent(t.store, ann.viewer, { name: "x", member: "Bob" })).rejects.toMatchObject(
    problem("not_found"),
  );
  await createAgent(t.store, bob.viewer, { name: "ann's other", member: "Ann" });
  await createAgent(t.store, bob.viewer, { name: "bob's" });
  expect(await names(t, ann.viewer)).toEqual(["ann's", "ann's other"]);
  expect(await names(t, t.admin)).toEqual(["ann's", "ann's other", "bob's"]);
  for (const act of [
    () => renameAgent(t.store, ann.viewer, { agent: "bob's", name: "mine" }),
    () => pauseAgent(t.store, ann.viewer, { agent: "bob's" }),
    () => setAgentPolicy(t.store, ann.viewer, { agent: "bob's", policy: "ask" }),
    () => removeAgent(t.store, ann.viewer, { agent: "bob's" }),
  ])
    await expect(act()).rejects.toMatchObject(problem("not_found"));
  await expect(setAgentLimits(t.store, ann.viewer, { agent: "ann's", maxLeases: 99 })).rejects.toMatchObject(
    problem("not_allowed"),
  );
});

test("two agents of a team never have one name", async () => {
  await using t = await testStore();
  await createAgent(t.store, t.admin, { name: "a" });
  await createAgent(t.store, t.admin, { name: "b" });
  await expect(createAgent(t.store, t.admin, { name: "a" })).rejects.toMatchObject(problem("conflict"));
  await expect(renameAgent(t.store, t.admin, { agent: "b", name: "a" })).rejects.toMatchObject(
    problem("conflict"),
  );
  await renameAgent(t.store, t.admin, { agent: "b", name: "c" });
  expect(await names(t, t.admin)).toEqual(["a", "c"]);
});

test("a paused agent is refused, and goes on with its number and its wait once it is resumed", async () => {
  await using t = await testStore();
  const agent = await t.agent("a");
  const phoneNumber = await agent.number();
  await agent.wait({ phoneNumber, requestId: "the-wait-1" });
  await pauseAgent(t.store, t.admin, { agent: "a" });
  await expect(signIn(t.store, agent.key)).rejects.toMatchObject(problem("not_allowed", /paused/));
  await expect(agent.wait({ phoneNumber })).rejects.toMatchObject(problem("not_signed_in"));
  await t.receive({ to: phoneNumber, body: "Your code is 482913" });
  await resumeAgent(t.store, t.admin, { agent: "a" });
  expect(await agent.wait({ phoneNumber, requestId: "the-wait-1" })).toMatchObject({
    status: "received",
    message: { otp: { code: "482913" } },
  });
});

test("a removed agent loses its keys and its numbers, and its name is free", async () => {
  await using t = await testStore();
  const agent = await t.agent("a");
  const phoneNumber = await agent.number();
  const wait = await agent.wait({ phoneNumber });
  await removeAgent(t.store, t.admin, { agent: "a" });
  await expect(signIn(t.store, agent.key)).rejects.toMatchObject(problem("not_signed_in"));
  expect(await names(t, t.admin)).toEqual([]);
  const rows = await t.store.ingest.selectFrom("waits").select(["state", "request_id"]).execute();
  expect(rows).toEqual([{ state: "number_released", request_id: wait.requestId }]);
  const next = await agentOf(t.store, await createAgent(t.store, t.admin, { name: "a" }));
  expect(next.viewer.agentId).not.toBe(agent.viewer.agentId);
  await expect(pauseAgent(t.store, t.admin, { agent: agent.viewer.agentId })).rejects.toMatchObject(
    problem("not_found"),
  );
});

test("an agent's own limits hold before the team's, null is the team's again, and 0 is none", async () => {
  await using t = await testStore();
  const agent = await t.agent("a");
  await setAgentLimits(t.store, t.admin, { agent: "a", maxLeases: 1 });
  await agent.number("one");
  await expect(agent.number("two")).rejects.toMatchObject(problem("limit_reached", /holds 1 of 1 numbers/));
  expect((await listAgents(t.store, t.admin))[0]).toMatchObject({
    limits: { callsPerMinute: null, maxLeases: 1, messagesPerDay: null },
    limitsInForce: { callsPerMinute: 600, maxLeases: 1, messagesPerDay: null },
    leases: [{ phoneNumber: expect.any(String) as unknown }],
  });
  await setAgentLimits(t.store, t.admin, { agent: "a", maxLeases: null });
  await agent.number("two");
  await setAgentLimits(t.store, t.admin, { agent: "a", maxLeases: 0 });
  await expect(agent.number("three")).rejects.toMatchObject(problem("limit_reached", /its limit is 0/));
});

test("an agent that has had its messages of the day is told when the next wait may come, and keeps what it had", async () => {
  await using t = await testStore();
  const agent = await t.agent("a");
  const phoneNumber = await agent.number();
  await setAgentLimits(t.store, t.admin, { agent: "a", messagesPerDay: 2 });
  const first = await agent.wait({ phoneNumber });
  await t.receive({ to: phoneNumber, body: "Your code is 482911" });
  t.advance(3_600_000);
  const second = await agent.wait({ phoneNumber });
  // Each wait that listens may take one, so a third could not be kept to the limit.
  await expect(agent.wait({ phoneNumber })).rejects.toMatchObject(problem("limit_reached"));
  await t.receive({ to: phoneNumber, body: "Your code is 482912" });
  await expect(agent.wait({ phoneNumber })).rejects.toMatchObject({
    problem: {
      code: "limit_reached",
      message: expect.stringMatching(
        /all of its 2 messages within 24 h; the next wait can be opened at 20/,
      ) as unknown,
      retryAfterMs: expect.closeTo(23 * 3_600_000, -5) as unknown,
    },
  });
  for (const { requestId } of [first, second])
    expect(await agent.wait({ phoneNumber, requestId })).toMatchObject({ status: "received" });
  t.advance(23 * 3_600_000);
  expect(await agent.wait({ phoneNumber })).toMatchObject({ status: "open" });
  await setAgentLimits(t.store, t.admin, { agent: "a", messagesPerDay: 0 });
  await expect(agent.wait({ phoneNumber })).rejects.toMatchObject(
    problem("limit_reached", /its limit is 0 a day/),
  );
});

test("what is changed of an agent is put on record once, with what it was before", async () => {
  await using t = await testStore();
  await createAgent(t.store, t.admin, { name: "a" });
  await setAgentPolicy(t.store, t.admin, { agent: "a", policy: "ask" });
  await setAgentPolicy(t.store, t.admin, { agent: "a", policy: "ask" });
  await pauseAgent(t.store, t.admin, { agent: "a" });
  const rows = await t.audit();
  const own = rows.filter(({ action }) => action.startsWith("agent."));
  expect(own.map(({ action }) => action)).toEqual(["agent.created", "agent.policy_set", "agent.paused"]);
  expect(own[1]).toMatchObject({
    before: { policy: "allow" },
    after: { policy: "ask" },
  });
});
