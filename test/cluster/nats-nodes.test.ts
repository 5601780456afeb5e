/** Two servers on one PostgreSQL, which hear of each other through a real NATS and in no other way. */
import { randomUUID } from "node:crypto";
import { connect } from "@nats-io/transport-node";
import { afterEach, expect, test, vi } from "vitest";
import { parseNats } from "../../server/src/config/parse-nats.ts";
import { readEnvironment } from "../../server/src/config/read-environment.ts";
import { Deployment, type DeployedAgent, type DeployedNode } from "../support/deployment.ts";
import { scrape } from "../support/metrics-text.ts";
import { NatsServer } from "../support/nats-server.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { verifies } from "../support/verifies.ts";

const SOON = { timeout: 20_000, interval: 5 };
/** As publish/team-streams.ts has it. */
const SAFETY_POLL_MS = 500;

afterEach(() => vi.restoreAllMocks());

/**
 * Stops the timers that repeat of servers that start from now on, the safety poll's among them: what reaches another node
 * now was a hint. Gives what lets those of the safety poll go off once. (vitest moves its own fake timers with every look
 * of `expect.poll`.)
 */
function withoutSafetyPoll(): () => void {
  const polls: (() => void)[] = [];
  vi.spyOn(globalThis, "setInterval").mockImplementation((work: () => void, ms?: number) => {
    if (ms === SAFETY_POLL_MS) polls.push(work);
    return setTimeout(() => {}, 0);
  });
  return () => polls.forEach((poll) => poll());
}

async function twoNodes(nats: NatsServer): Promise<Deployment> {
  const settings = parseNats(readEnvironment({ real: { NATS_URL: nats.url } }));
  return Deployment.start(2, settings);
}

/** Somebody who follows the agent's feed on a node. */
interface Follower extends Disposable {
  messages: () => number;
}

async function followerOn(node: DeployedNode, agent: DeployedAgent): Promise<Follower> {
  const socket = await RawSocket.open(node.socketUrl, { key: agent.key });
  const feed = socket.subscribe();
  await expect.poll(() => socket.data(feed).length, SOON).toBe(1);
  return {
    messages: () => socket.data(feed).filter(({ item }) => item.type === "message.received").length,
    [Symbol.dispose]: () => socket[Symbol.dispose](),
  };
}

const nodesOf = ({ nodes: [near, far] }: Deployment): { near: DeployedNode; far: DeployedNode } => {
  if (!near || !far) throw new Error("two nodes are needed");
  return { near, far };
};

/** How many of the nodes NATS lets in hear of teams. */
const listening = async (nats: NatsServer): Promise<number> =>
  (await nats.clients()).filter(
    ({ name, subscriptions_list = [] }) => name === "agentpass" && subscriptions_list.length > 0,
  ).length;

/** What the nodes were given by NATS, all together. */
const given = async (nats: NatsServer): Promise<number> =>
  (await nats.clients()).reduce((sum, { out_msgs: messages }) => sum + messages, 0);

const natsUp = async (ours: Deployment, node: DeployedNode): Promise<number | undefined> =>
  (await scrape(`${node.url}/metrics`, ours.owner.reveal())).value("agentpass_nats_up");

const isReady = async ({ url }: DeployedNode): Promise<boolean> => (await fetch(`${url}/readyz`)).ok;

const SMS = "Your code is 482913";

test(
  verifies("nats", "a message that comes in at one node reaches a follower on the other by NATS alone"),
  async () => {
    withoutSafetyPoll();
    await using nats = await NatsServer.start();
    await using ours = await twoNodes(nats);
    const { near, far } = nodesOf(ours);
    const agent = await ours.agent();
    using follower = await followerOn(far, agent);
    await expect.poll(() => listening(nats), SOON).toBe(1);
    expect(
      await ours.sql("select 1 from pg_stat_activity where application_name = 'agentpass_wake'"),
    ).toEqual([]);
    for (let round = 1; round <= 5; round += 1) {
      expect(await near.sms(agent.phoneNumber, SMS)).toBe(200);
      await expect.poll(follower.messages, SOON).toBe(round);
    }
    expect([await natsUp(ours, near), await natsUp(ours, far)]).toEqual([1, 1]);
  },
);

test(
  verifies("nats-own-teams", "a node hears nothing of a team whose followers are all elsewhere"),
  async () => {
    await using nats = await NatsServer.start();
    await using ours = await twoNodes(nats);
    const { near, far } = nodesOf(ours);
    const agent = await ours.agent();
    const spy = await connect({ servers: `127.0.0.1:${nats.port}` });
    const subjects: string[] = [];
    spy.subscribe("agentpass.>", { callback: (_error, { subject }) => void subjects.push(subject) });
    await spy.flush();
    const spied = async (): Promise<number> => {
      await spy.flush();
      return subjects.length;
    };

    expect(await near.sms(agent.phoneNumber, SMS)).toBe(200);
    await expect.poll(spied, SOON).toBeGreaterThan(0);
    expect(new Set(subjects).size, "one subject a team").toBe(1);
    expect(await listening(nats)).toBe(0);
    expect(await given(nats), "nobody but the spy was told").toBe(subjects.length);

    {
      using follower = await followerOn(far, agent);
      await expect.poll(() => listening(nats), SOON).toBe(1);
      expect(await near.sms(agent.phoneNumber, SMS)).toBe(200);
      await expect.poll(follower.messages, SOON).toBe(1);
    }
    await expect.poll(() => listening(nats), SOON).toBe(0);
    await spy.close();
  },
);

test(
  verifies(
    ["nats", "F4"],
    "while NATS is away the safety poll brings what came, and after it NATS does again",
  ),
  async () => {
    const pollOnce = withoutSafetyPoll();
    await using nats = await NatsServer.start();
    await using ours = await twoNodes(nats);
    const { near, far } = nodesOf(ours);
    const agent = await ours.agent();
    using follower = await followerOn(far, agent);
    await expect.poll(() => listening(nats), SOON).toBe(1);

    await nats.kill();
    await expect.poll(() => natsUp(ours, far), SOON).toBe(0);
    expect(await isReady(far), "a node without NATS does its work").toBe(true);
    expect(await near.sms(agent.phoneNumber, SMS)).toBe(200);
    await expect.poll(() => natsUp(ours, near), SOON).toBe(0);
    expect(follower.messages(), "no hint, no poll").toBe(0);
    pollOnce();
    await expect.poll(follower.messages, SOON).toBe(1);

    expect(await near.sms(agent.phoneNumber, SMS)).toBe(200);
    await nats.start();
    await expect.poll(follower.messages, SOON).toBe(2);
    await expect.poll(() => listening(nats), SOON).toBe(1);
    await expect.poll(() => natsUp(ours, near), SOON).toBe(1);
    expect(await near.sms(agent.phoneNumber, SMS)).toBe(200);
    await expect.poll(follower.messages, SOON).toBe(3);
    expect(ours.logged.filter((line) => line.startsWith("NATS does not answer"))).toHaveLength(2);
  },
);

test(
  verifies("nats", "nodes start without NATS, and hear of each other as soon as it is there"),
  async () => {
    await using nats = await NatsServer.absent();
    await using ours = await twoNodes(nats);
    const { near, far } = nodesOf(ours);
    const agent = await ours.agent();
    using follower = await followerOn(far, agent);
    expect(await near.sms(agent.phoneNumber, SMS)).toBe(200);
    await expect.poll(follower.messages, SOON).toBe(1);
    await nats.start();
    await expect.poll(() => listening(nats), SOON).toBe(1);
    const before = await given(nats);
    expect(await near.sms(agent.phoneNumber, SMS)).toBe(200);
    await expect.poll(() => given(nats), SOON).toBeGreaterThan(before);
    await expect.poll(follower.messages, SOON).toBe(2);
  },
);

test("no credential of NATS_URL is in a log or a metric", async () => {
  const [user, password] = [`user-${randomUUID()}`, `password-${randomUUID()}`];
  await using nats = await NatsServer.start(["--user", user, "--pass", password]);
  const nodeWith = async (secret: string): Promise<Deployment> =>
    Deployment.start(
      1,
      parseNats(readEnvironment({ real: { NATS_URL: nats.url.replace("//", `//${user}:${secret}@`) } })),
    );
  await using welcome = await nodeWith(password);
  await using refused = await nodeWith(`${password}x`);
  await expect.poll(() => natsUp(welcome, welcome.node), SOON).toBe(1);
  await expect.poll(() => refused.logged, SOON).toHaveLength(1);
  expect(await natsUp(refused, refused.node)).toBe(0);
  const { text } = await scrape(`${refused.node.url}/metrics`, refused.owner.reveal());
  for (const written of [...welcome.logged, ...refused.logged, text])
    expect(written).not.toMatch(new RegExp(`${user}|${password}`));
});
