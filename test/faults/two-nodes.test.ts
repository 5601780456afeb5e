import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test, vi } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { History } from "../support/history.ts";
import { randomCode, type RunningServer } from "../support/running-server.ts";
import { SmsLoad } from "../support/sms-load.ts";
import { startTwoNodes, type TwoNodes } from "../support/two-nodes.ts";
import { WaitingAgent } from "../support/waiting-agent.ts";

let both: TwoNodes;
let east: RunningServer;
let west: RunningServer;
beforeAll(async () => {
  both = await startTwoNodes();
  [east, west] = both.nodes;
});
afterAll(() => both[Symbol.asyncDispose]());
beforeEach(() => onTestFailed(() => console.log(`${east.output}\n${west.output}`.slice(-6_000))));

async function agentOn(node: RunningServer): Promise<AgentClient> {
  const agent = await AgentClient.connect(await both.agentOn(node, randomBytes(4).toString("hex")));
  await agent.lease();
  return agent;
}

const release = (agent: AgentClient) =>
  agent.call("release_phone_number", { phone_number: agent.phoneNumber });

/** Twilio mode rests a released number for a day; the tests need it at once. */
beforeEach(async () => {
  await both.database.query("update numbers set quarantined_until = null");
});

test("of two nodes that start at once on an empty database, one makes the team, with one owner's key", async () => {
  expect(both.nodes.filter((node) => node.hasOwnerKey)).toHaveLength(1);
  const { rows } = await both.database.query(
    "select (select count(*) from teams)::int as teams, (select count(*) from numbers)::int as numbers",
  );
  expect(rows).toEqual([{ teams: 1, numbers: 3 }]);
});

test("a code that comes in at one node reaches the agent that waits on the other, once", async () => {
  await using agent = await agentOn(west);
  const waiting = agent.wait();
  await agent.look();
  const sent = randomCode();
  expect(await east.sms(agent.phoneNumber, `Your code is ${sent}`)).toBe(200);
  expect(codeOf(await waiting)).toBe(sent);
  expect(codeOf(await agent.wait({ timeout: 0 }))).toBe("no code: timeout");
  await release(agent);
});

test("one SMS that comes in at both nodes at once is one row and one answer", async () => {
  await using agent = await agentOn(west);
  for (let round = 0; round < 10; round++) {
    const waiting = agent.wait();
    await agent.look();
    const sent = randomCode();
    const id = `SM${randomBytes(16).toString("hex")}`;
    const sms = { MessageSid: id, To: agent.phoneNumber, From: "+12025550123", Body: `Your code is ${sent}` };
    const statuses = await Promise.all([east, west, east, west].map((node) => node.post(node.signed(sms))));
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(codeOf(await waiting)).toBe(sent);
    expect(codeOf(await agent.wait({ timeout: 0 }))).toBe("no code: timeout");
    const { rows } = await both.database.query(
      "select (select count(*)::int from messages where provider_message_id = $1) as rows, count(*)::int as events from events join messages on messages.id = events.message_id where provider_message_id = $1 and type = 'message.received'",
      [id],
    );
    expect(rows).toEqual([{ rows: 1, events: 1 }]);
  }
  await release(agent);
});

test("a rolling restart of both nodes shows no error to a waiting client, and no code is lost", async () => {
  const name = "rolling";
  await using agent = await WaitingAgent.start({
    server: west,
    name,
    env: await both.agentOn(west, name),
  });
  const history = new History(new Map([[agent.phoneNumber, name]]));
  agent.record(history);
  const load = new SmsLoad({ servers: both.nodes, history, numbers: [agent.phoneNumber] });
  load.start();
  for (const node of [west, east]) {
    await load.acknowledgedMore(10);
    await node.stop("SIGTERM");
    history.fault("restart");
    await node.start();
  }
  await load.acknowledgedMore(10);
  await load.stop();
  await agent.gotEverything();
  expect(history.faults("restart")).toBe(2);
  expect(history.violations()).toEqual([]);
  expect(agent.errors).toEqual([]);
  await vi.waitFor(async () => expect((await fetch(`${west.url}/readyz`)).status).toBe(200));
});
