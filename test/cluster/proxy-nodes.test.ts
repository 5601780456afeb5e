/** What compose's cluster is made of, as processes: two nodes, PostgreSQL, NATS, and nginx before all of it. */
import { setTimeout as pause } from "node:timers/promises";
import twilio from "twilio";
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { waitsOpen } from "../support/embedded-database.ts";
import { pairOverHttp, pairOverWebSocket } from "../support/call-from.ts";
import { freePort } from "../support/free-port.ts";
import { History } from "../support/history.ts";
import { NatsServer } from "../support/nats-server.ts";
import { Nginx } from "../support/nginx.ts";
import { randomCode, type RunningServer, type SignedSms } from "../support/running-server.ts";
import { SmsLoad } from "../support/sms-load.ts";
import { startTwoNodes, type TwoNodes } from "../support/two-nodes.ts";
import { WaitingAgent } from "../support/waiting-agent.ts";
import { verifies } from "../support/verifies.ts";

const SOON = { timeout: 30_000, interval: 20 };
const SECRET = "a-second-factor-of-the-webhook";

let nats: NatsServer;
let both: TwoNodes;
let nginx: Nginx;
let publicUrl: string;
beforeAll(async () => {
  const port = await freePort();
  publicUrl = `http://127.0.0.1:${port}/agents`;
  nats = await NatsServer.start();
  both = await startTwoNodes(undefined, {
    AGENTPASS_API_URL: publicUrl,
    NATS_URL: nats.url,
    WEBHOOK_SECRET: SECRET,
    AGENTPASS_TRUSTED_PROXIES: "127.0.0.1",
  });
  const [one, other] = both.nodes;
  nginx = await Nginx.before([one.port, other.port], port);
});
afterAll(async () => {
  await nginx[Symbol.asyncDispose]();
  await both[Symbol.asyncDispose]();
  await nats[Symbol.asyncDispose]();
});
beforeEach(() =>
  onTestFailed(() =>
    console.log([...both.nodes.map(({ output }) => output), nginx.output].join("\n").slice(-6_000)),
  ),
);

/** The webhook as Twilio has it: behind the proxy, with the second factor in its query. */
const webhook = {
  get url(): string {
    return `${publicUrl}/webhook/sms-received?secret=${SECRET}`;
  },
  signed(changes: Record<string, string>): SignedSms {
    const { fields } = both.nodes[0].signed(changes);
    const signature = twilio.getExpectedTwilioSignature(both.twilio.authToken, this.url, fields);
    return { fields, headers: { "X-Twilio-Signature": signature } };
  },
  async post({ fields, headers }: SignedSms): Promise<number> {
    const response = await fetch(this.url, { method: "POST", headers, body: new URLSearchParams(fields) });
    await response.text();
    return response.status;
  },
};

/** The API behind the proxy; whichever node made the team has the owner's key. */
function ownersApi(): ReturnType<typeof apiClient> {
  const [one, other] = both.nodes;
  return apiClient(publicUrl, one.hasOwnerKey ? one.ownerKey : other.ownerKey);
}

/** A new agent's environment, for a bridge that knows of nothing but the proxy. */
const agentBehindProxy = async (name: string): Promise<Record<string, string>> => ({
  ...(await both.agentOn(both.nodes[0], name)),
  AGENTPASS_API_URL: publicUrl,
});

const isReady = ({ url }: RunningServer): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

test("a code that is sent to the proxy reaches agents behind it, on whichever node each is", async () => {
  const agents = await Promise.all(
    ["one", "two", "three", "four"].map(async (name) => AgentClient.connect(await agentBehindProxy(name))),
  );
  try {
    // One after the other: the proxy gives their sockets to the nodes in turn.
    for (const agent of agents) await agent.lease();
    for (const agent of agents) {
      const waiting = agent.wait();
      await waitsOpen(both.database, agent.phoneNumber);
      const code = randomCode();
      const Body = `Your code is ${code}`;
      const sid = `SM${Buffer.from(code.padEnd(16, "x")).toString("hex")}`;
      const sms = webhook.signed({ MessageSid: sid, To: agent.phoneNumber, From: "+12025550123", Body });
      expect(await webhook.post(sms)).toBe(200);
      expect(codeOf(await waiting)).toBe(code);
    }
    const listening = (await nats.clients()).filter(
      ({ subscriptions_list: subjects = [] }) => subjects.length > 0,
    );
    expect(listening, "both nodes have agents").toHaveLength(2);
  } finally {
    for (const agent of agents) await agent[Symbol.asyncDispose]();
  }
  for (const { port } of both.nodes) expect(nginx.output).toContain(`127.0.0.1:${port}`);
  expect(nginx.output).toContain(" sms 200 ");
  expect(nginx.output).not.toMatch(new RegExp(`${SECRET}|secret=|Your code|\\+1212555`));
});

test.each([
  ["over HTTP", pairOverHttp, "127.0.0.2"],
  ["over a WebSocket", pairOverWebSocket, "127.0.0.3"],
])("who calls the proxy %s is known by an address of his own", async (_how, pair, address) => {
  const userCode = await pair(publicUrl, address);
  expect(await ownersApi().pairing.look.mutate({ userCode })).toMatchObject({ address });
});

/** Uses the API over HTTP, through the proxy, until it is stopped; gives what was shown instead of an answer. */
function keepAsking(): { answered: () => number; stop: () => Promise<string[]> } {
  const api = ownersApi();
  const errors: string[] = [];
  const stopping = new AbortController();
  let answered = 0;
  const asking = (async () => {
    while (!stopping.signal.aborted) {
      await api.settings.get.query().then(
        () => (answered += 1),
        (error: unknown) => errors.push(String(error)),
      );
      await pause(20);
    }
  })();
  return {
    answered: () => answered,
    async stop() {
      stopping.abort();
      await asking;
      return errors;
    },
  };
}

interface Run {
  /** What the agent's client was shown instead of a result. */
  agentErrors: string[];
  /** The same of who used the API over HTTP. */
  apiErrors: string[];
  /** Webhooks that got no 2xx. */
  refused: number;
}

/** All traffic goes through the proxy while `happens` does its harm; checks that nothing was lost. */
async function underLoad(name: string, happens: (load: SmsLoad) => Promise<void>): Promise<Run> {
  const env = await agentBehindProxy(name);
  await using agent = await WaitingAgent.start({ server: both.nodes[0], name, env });
  const history = new History(new Map([[agent.phoneNumber, name]]));
  agent.record(history);
  const load = new SmsLoad({ servers: [webhook], history, numbers: [agent.phoneNumber] });
  const asking = keepAsking();
  load.start();
  await load.acknowledgedMore(10);
  await happens(load);
  await load.acknowledgedMore(10);
  await load.stop();
  await expect.poll(() => asking.answered(), { timeout: 20_000 }).toBeGreaterThan(20);
  const apiErrors = await asking.stop();
  await agent.gotEverything();
  expect(history.violations()).toEqual([]);
  return { agentErrors: agent.errors, apiErrors, refused: load.refused };
}

/** Requests that one node did not take and the other answered. */
const failovers = (): number => nginx.output.match(/"[^",]+, [^"]+" "\d+, 2\d\d"/g)?.length ?? 0;

test(
  verifies(
    "F17",
    "a rolling restart of both nodes shows no error to anybody, and loses no message and no webhook",
  ),
  async () => {
    const before = failovers();
    const run = await underLoad("rolling", async (load) => {
      for (const node of both.nodes) {
        await node.stop("SIGTERM");
        await load.acknowledgedMore(10);
        await node.start();
        await expect.poll(() => isReady(node), SOON).toBe(true);
        await load.acknowledgedMore(10);
      }
    });
    expect(run).toEqual({ agentErrors: [], apiErrors: [], refused: 0 });
    expect(failovers(), "requests met a node that was down").toBeGreaterThan(before);
  },
);

test("a kill of a node loses no message, and the proxy finds another node for every webhook", async () => {
  const [, west] = both.nodes;
  const run = await underLoad("killed", async (load) => {
    await west.stop("SIGKILL");
    await load.acknowledgedMore(20);
    await west.start();
  });
  expect(run).toEqual({ agentErrors: [], apiErrors: [], refused: 0 });
});

test("a kill of NATS loses no message and shows no error", async () => {
  const run = await underLoad("nats", async (load) => {
    await nats.kill();
    await load.acknowledgedMore(20);
    await nats.start();
  });
  expect(run).toEqual({ agentErrors: [], apiErrors: [], refused: 0 });
});
