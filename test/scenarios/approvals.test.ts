import { afterAll, beforeAll, expect, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { FeedWitness } from "../support/feed-witness.ts";
import { PairedDevice } from "../support/paired-device.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

test("a person is asked on a device before an agent gets its code, and the agent's next call has it", async () => {
  const owner = apiClient(server.url, server.ownerKey);
  const { link } = await owner.invitation.create.mutate({ name: "Ann", role: "member" });
  const secret = link.split("/").at(-1) ?? "";
  const accepted = await apiClient(server.url, "").invitation.accept.mutate({
    secret,
    deviceName: "Ann's laptop",
    platform: "linux",
  });
  const device = apiClient(server.url, accepted.key);
  const made = await device.agent.create.mutate({ name: "ann's agent" });
  await device.agent.setPolicy.mutate({ agent: made.id, policy: "ask" });
  using feed = new FeedWitness(server.url, accepted.key);
  await feed.live();

  await using agent = await AgentClient.connect({ ...server.environment, AGENTPASS_API_KEY: made.key });
  await agent.lease();
  const waiting = agent.wait({ timeout: 5_000 });
  const sent = randomCode();
  await server.sms(agent.phoneNumber, `Your code is ${sent}`);

  await feed.toldOf(1);
  // The message may have come before the wait: then it is the wait that asks.
  await expect.poll(async () => (await device.approval.list.query()).length, { timeout: 20_000 }).toBe(1);
  const [question] = await device.approval.list.query();
  expect(question).toMatchObject({ state: "open", agentName: "ann's agent", code: sent });
  expect(feed.messageIds).toEqual([question?.id]);
  const asked = await owner.message.list.query({});
  expect(JSON.stringify(asked)).toContain('"state":"held"');
  expect(JSON.stringify(asked)).not.toContain(sent);

  const pending = await waiting;
  expect(pending.structuredContent).toMatchObject({ status: "approval_pending" });
  expect(JSON.stringify(pending)).not.toContain(sent);
  // The person has longer than the call had.
  const timeout = Number(pending.structuredContent?.["remaining_ms"]);
  expect(timeout).toBeGreaterThan(30_000);
  const next = agent.wait({ timeout });
  await device.approval.answer.mutate({ id: question?.id ?? "", decision: "allow" });
  expect(codeOf(await next)).toBe(sent);
});

test("a code about which nobody can be asked is not the agent's", async () => {
  const device = apiClient(server.url, server.ownerKey);
  const agents = await device.agent.list.query();
  expect(agents.map(({ name }) => name)).toContain("ann's agent");
  const made = await device.agent.create.mutate({ name: "nobody to ask" });
  await device.agent.setPolicy.mutate({ agent: made.id, policy: "ask" });
  await using agent = await AgentClient.connect({ ...server.environment, AGENTPASS_API_KEY: made.key });
  await agent.lease();
  const sent = randomCode();
  await server.sms(agent.phoneNumber, `Your code is ${sent}`);
  const denied = await agent.wait();
  // The owner has an admin's key, but no device on which to be asked.
  expect(denied.structuredContent).toMatchObject({ status: "denied", reason: "no_device" });
  expect(JSON.stringify([denied, await agent.call("list_sms")])).not.toContain(sent);
});

test("a device hears of the message, then of the question, then of the answer, and can show each when it hears of it", async () => {
  using device = await PairedDevice.pair(server.url, server.ownerKey);
  const made = await device.api.agent.create.mutate({ name: "asks its owner" });
  await device.api.agent.setPolicy.mutate({ agent: made.id, policy: "ask" });
  await using agent = await AgentClient.connect({ ...server.environment, AGENTPASS_API_KEY: made.key });
  await agent.lease();
  const waiting = agent.wait();
  const sent = randomCode();
  await server.sms(agent.phoneNumber, `Your code is ${sent}`);
  const heard = () =>
    device.items.flatMap((item) =>
      "messageId" in item && item.messageId === device.messageIds[0] ? [item.type] : [],
    );
  await expect.poll(() => heard().includes("approval.changed"), { timeout: 20_000 }).toBe(true);
  const [messageId = ""] = device.messageIds;
  const asked = ["message.received", "message.changed", "approval.changed"];
  expect(heard()).toEqual(asked);
  const question = async () => (await device.api.approval.list.query()).find(({ id }) => id === messageId);
  expect(await question()).toMatchObject({
    state: "open",
    agentId: made.id,
    agentName: "asks its owner",
    code: sent,
  });
  const { messages } = await device.api.message.list.query({ messageIds: [messageId] });
  expect(messages).toMatchObject([{ messageId, state: "held", agentId: made.id, otp: { code: sent } }]);
  await device.api.approval.answer.mutate({ id: messageId, decision: "allow" });
  expect(codeOf(await waiting)).toBe(sent);
  await expect.poll(() => heard().length, { timeout: 20_000 }).toBeGreaterThan(asked.length + 1);
  expect(
    heard()
      .slice(asked.length, asked.length + 2)
      .toSorted(),
  ).toEqual(["approval.changed", "message.changed"]);
  expect(await question()).toBeUndefined();
});
