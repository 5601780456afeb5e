import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { killPostgres, waitsOpen } from "../support/embedded-database.ts";
import { History } from "../support/history.ts";
import { randomCode, type RunningServer } from "../support/running-server.ts";
import { SmsLoad } from "../support/sms-load.ts";
import { startTwoNodes, type TwoNodes } from "../support/two-nodes.ts";
import { WaitingAgent } from "../support/waiting-agent.ts";
import { verifies } from "../support/verifies.ts";

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

test(
  verifies(
    "F12",
    "of two nodes that start at once on an empty database, one makes the team, with one owner's key",
  ),
  async () => {
    expect(both.nodes.filter((node) => node.hasOwnerKey)).toHaveLength(1);
    const { rows } = await both.database.query(
      "select (select count(*) from teams)::int as teams, (select count(*) from numbers)::int as numbers",
    );
    expect(rows).toEqual([{ teams: 1, numbers: 8 }]);
  },
);

test("a code that comes in at one node reaches the agent that waits on the other, once", async () => {
  await using agent = await agentOn(west);
  const waiting = agent.wait();
  await waitsOpen(both.database, agent.phoneNumber);
  const sent = randomCode();
  expect(await east.sms(agent.phoneNumber, `Your code is ${sent}`)).toBe(200);
  expect(codeOf(await waiting)).toBe(sent);
  expect(codeOf(await agent.wait({ timeout: 0 }))).toBe("no code: timeout");
});

test(verifies("F16", "one SMS that comes in at both nodes at once is one row and one answer"), async () => {
  await using agent = await agentOn(west);
  for (let round = 0; round < 10; round++) {
    const waiting = agent.wait();
    await waitsOpen(both.database, agent.phoneNumber);
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
});

interface Run {
  agent: WaitingAgent;
  history: History;
}

/** Both nodes take webhooks for an agent on the western one while `happens` does its harm; checks what came of it. */
async function underLoad(name: string, happens: (load: SmsLoad) => Promise<void>): Promise<Run> {
  const env = await both.agentOn(west, name);
  await using agent = await WaitingAgent.start({ server: west, name, env });
  const history = new History(new Map([[agent.phoneNumber, name]]));
  agent.record(history);
  const load = new SmsLoad({ servers: both.nodes, history, numbers: [agent.phoneNumber] });
  load.start();
  await load.acknowledgedMore(10);
  await happens(load);
  await load.acknowledgedMore(10);
  await load.stop();
  await agent.gotEverything();
  expect(history.violations()).toEqual([]);
  expect(both.nodes.map((node) => node.runs)).toEqual([true, true]);
  return { agent, history };
}

test(
  verifies("F17", "a rolling restart of both nodes shows no error to a waiting client, and no code is lost"),
  async () => {
    const { agent } = await underLoad("rolling", async (load) => {
      for (const node of [west, east]) {
        await node.stop("SIGTERM");
        await node.start();
        await load.acknowledgedMore(10);
      }
    });
    expect(agent.errors).toEqual([]);
  },
);

test("a kill of the node on which an agent waits loses no code that the other took", async () => {
  const { agent } = await underLoad("killed", async (load) => {
    await west.stop("SIGKILL");
    await load.acknowledgedMore(5);
    await west.start();
  });
  expect(agent.errors).toEqual([]);
});

// The last one: it ends the test's own connection.
test("a kill of the PostgreSQL under both nodes loses nothing, and both live on", async () => {
  const { agent } = await underLoad("database", () => killPostgres(both.databaseFolder));
  expect(agent.errors).toEqual([]);
});
