import type { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { connectToEmbedded, waitsOpen } from "../support/embedded-database.ts";
import { PairedDevice } from "../support/paired-device.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

let server: RunningServer;
let database: Client;
beforeAll(async () => {
  server = await RunningServer.start();
  database = await connectToEmbedded(server.dataFolder);
});
afterAll(async () => {
  await database.end();
  await server[Symbol.asyncDispose]();
});

async function agentOf(name: string, policy: "allow" | "ask" = "allow"): Promise<AgentClient> {
  const owner = apiClient(server.url, server.ownerKey);
  const { name: agent, key } = await owner.agent.create.mutate({ name });
  await owner.agent.setPolicy.mutate({ agent, policy });
  const client = await AgentClient.connect({ ...server.environment, AGENTPASS_API_KEY: key });
  await client.lease();
  return client;
}

test("a client that gives up by its own limit has the code in its next call, also where it came between the two", async () => {
  await using agent = await agentOf("gives up");
  for (const isLate of [false, true]) {
    const hasty = agent.wait({}, { timeout: 400 });
    const code = randomCode();
    if (!isLate) await waitsOpen(database, agent.phoneNumber);
    await expect(hasty).rejects.toThrow("Request timed out");
    if (isLate) await waitsOpen(database, agent.phoneNumber, 0);
    expect(await server.sms(agent.phoneNumber, `Your code is ${code}`)).toBe(200);
    expect(codeOf(await agent.wait())).toBe(code);
    expect(codeOf(await agent.wait({ timeout: 0 }))).toBe("no code: timeout");
  }
});

test("a client that gives up a millisecond before its answer, or after, never loses the code", async () => {
  await using agent = await agentOf("just before");
  const outcomes = { inTime: 0, late: 0 };
  for (let round = 0; round < 12; round += 1) {
    const patience = new AbortController();
    let isAnswered = false;
    const hasty = agent.wait({}, { signal: patience.signal }).then(
      (answer) => {
        isAnswered = true;
        return answer;
      },
      () => null,
    );
    await waitsOpen(database, agent.phoneNumber);
    const code = randomCode();
    const stored = server.sms(agent.phoneNumber, `Your code is ${code}`);
    // From before the SMS is stored to after its answer has come.
    const until = performance.now() + round;
    await vi.waitUntil(() => performance.now() >= until, { interval: 1 });
    if (round % 4 === 3) await hasty;
    // Aborted after its answer it would cancel the call nevertheless, as one whose answer it never saw.
    if (!isAnswered) patience.abort();
    const first = await hasty;
    await stored;
    if (first === null) outcomes.late += 1;
    else outcomes.inTime += 1;
    expect(first === null ? codeOf(await agent.wait()) : codeOf(first)).toBe(code);
  }
  expect(outcomes.inTime).toBeGreaterThan(0);
  expect(outcomes.late).toBeGreaterThan(0);
});

test("a person's no is told with its reason, and the code stays away", async () => {
  await using agent = await agentOf("is denied", "ask");
  using device = await PairedDevice.pair(server.url, server.ownerKey);
  const waiting = agent.wait();
  const code = randomCode();
  expect(await server.sms(agent.phoneNumber, `Your code is ${code}`)).toBe(200);
  const question = async () =>
    (await device.api.approval.list.query()).find(({ agentName }) => agentName === "is denied");
  const asked = await vi.waitUntil(question, { timeout: 20_000, interval: 50 });
  await device.api.approval.answer.mutate({ id: asked.id, decision: "deny" });
  const denied = await waiting;
  expect(denied.structuredContent).toMatchObject({ status: "denied", reason: "person" });
  expect(denied.structuredContent?.["message"]).toContain("A person decided");
  expect(JSON.stringify([denied, await agent.call("list_sms")])).not.toContain(code);
});
