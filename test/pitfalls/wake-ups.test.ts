/** A NOTIFY is only ever a hint: without it, or with a connection that swallows it, nothing is lost or late (F4). */
import { expect, test } from "vitest";
import { proxyBefore } from "../support/database-proxy.ts";
import { Deployment, type DeployedNode } from "../support/deployment.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { Stopwatch } from "../support/stopwatch.ts";
import type { TcpProxy } from "../support/tcp-proxy.ts";
import { verifies } from "../support/verifies.ts";

const SOON = { timeout: 20_000, interval: 5 };
/** As both nodes name the connection by which they hear of each other. */
const LISTENER = "agentpass_wake";

interface TwoNodes extends AsyncDisposable {
  ours: Deployment;
  /** Before the second node's database. */
  proxy: TcpProxy;
  far: DeployedNode;
  /** Sends an SMS to one node; gives how long it took to come over the other's feed, from its acknowledgement. */
  lateness: (from: DeployedNode) => Promise<number>;
}

async function twoNodes(): Promise<TwoNodes> {
  const ours = await Deployment.start();
  const { proxy, url } = await proxyBefore(ours.database);
  const far = await ours.addNode(url);
  const agent = await ours.agent();
  const heardBy = new Map<DeployedNode, { socket: RawSocket; feed: number }>();
  for (const node of ours.nodes) {
    const socket = await RawSocket.open(node.socketUrl, { key: agent.key });
    const feed = socket.subscribe();
    await expect.poll(() => socket.data(feed).length, SOON).toBe(1);
    heardBy.set(node, { socket, feed });
  }
  await expect.poll(() => proxy.connections(LISTENER), SOON).toBe(1);
  let sent = 0;
  return {
    ours,
    proxy,
    far,
    async lateness(from) {
      expect(await from.sms(agent.phoneNumber, "Your code is 482913")).toBe(200);
      sent += 1;
      const acknowledged = new Stopwatch();
      let late = 0;
      for (const [node, { socket, feed }] of heardBy) {
        const got = () => socket.data(feed).filter(({ item }) => item.type === "message.received");
        await expect.poll(() => got().length, { timeout: 5_000, interval: 1 }).toBe(sent);
        if (node !== from) late = acknowledged.ms();
        expect(new Set(got().map(({ item }) => JSON.stringify(item))).size, "nothing twice").toBe(sent);
      }
      return late;
    },
    async [Symbol.asyncDispose]() {
      for (const { socket } of heardBy.values()) socket[Symbol.dispose]();
      await ours[Symbol.asyncDispose]();
      await proxy[Symbol.asyncDispose]();
    },
  };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Infinity;

async function rounds(count: number, work: () => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (let round = 0; round < count; round += 1) results.push(await work());
  return results;
}

test(
  verifies("pushed", "one node hears of the other's messages long before it would look by itself"),
  async () => {
    await using t = await twoNodes();
    expect(median(await rounds(11, () => t.lateness(t.ours.node)))).toBeLessThan(100);
    expect(median(await rounds(11, () => t.lateness(t.far)))).toBeLessThan(100);
  },
);

test(
  verifies(
    "F4",
    "a listening connection that carries nothing any more costs less than a second, and is replaced",
  ),
  async () => {
    await using t = await twoNodes();
    expect(t.proxy.blackHole(LISTENER)).toBe(1);
    const late = [
      ...(await rounds(4, () => t.lateness(t.ours.node))),
      ...(await rounds(4, () => t.lateness(t.far))),
    ];
    expect(Math.max(...late)).toBeLessThan(1_000);
    expect(median(late), "the hole was there").toBeGreaterThan(100);
    t.proxy.mend();
    await expect
      .poll(async () => median(await rounds(3, () => t.lateness(t.ours.node))), { timeout: 30_000 })
      .toBeLessThan(100);
  },
);

test(verifies("F4", "NOTIFY that is switched off costs less than a second and no message"), async () => {
  await using t = await twoNodes();
  // Nobody gets a connection for it from now on.
  t.proxy.blackHole(LISTENER);
  expect(t.proxy.cut(LISTENER)).toBe(1);
  expect(Math.max(...(await rounds(6, () => t.lateness(t.ours.node))))).toBeLessThan(1_000);
});

test("a node whose listening connection carries nothing any more ends within 2 s", async () => {
  await using t = await twoNodes();
  expect(t.proxy.blackHole(LISTENER)).toBe(1);
  const stopping = new Stopwatch();
  await t.far.stop();
  expect(stopping.ms()).toBeLessThan(2_000);
});
