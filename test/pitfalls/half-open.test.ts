/** Keep-alive is off by default on both sides of stock tRPC: a peer that is gone without a word is never missed (F7). */
import { initTRPC } from "@trpc/server";
import { test } from "vitest";
import { FeedSupervisor } from "@agentpass/shared/feed-client/feed-supervisor";
import { Deployment } from "../support/deployment.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { stockClient } from "../support/stock-client.ts";
import { StockServer } from "../support/stock-server.ts";
import { Stopwatch } from "../support/stopwatch.ts";
import { TcpProxy } from "../support/tcp-proxy.ts";
import { verifies } from "../support/verifies.ts";

const SOON = { timeout: 10_000, interval: 5 };
const t = initTRPC.create();
const router = t.router({
  live: t.procedure.subscription(async function* ({ signal }) {
    yield "hello";
    await new Promise((resolve) => signal?.addEventListener("abort", resolve));
  }),
});

test.concurrent(
  verifies("F7", "a client that is silent for 35 s is let go; stock tRPC keeps it"),
  { timeout: 50_000 },
  async ({ expect }) => {
    await using stock = await StockServer.start(router);
    using kept = await RawSocket.open(stock.url, { answersPings: false });
    kept.send({ method: "connectionParams", data: {} });
    kept.call("subscription", "live");
    await using ours = await Deployment.start();
    const agent = await ours.agent();
    using frozen = await RawSocket.open(ours.node.socketUrl, { key: agent.key, answersPings: false });
    using alive = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
    const frozenFor = new Stopwatch();
    frozen.subscribe();
    const feed = alive.subscribe();
    await expect.poll(() => frozen.closed !== null, { timeout: 40_000, interval: 100 }).toBe(true);
    expect(frozenFor.ms(frozen.closed?.at)).toBeLessThan(36_000);
    expect(alive.closed).toBeNull();
    expect(kept.closed).toBeNull();
    // The one that answers heard a heartbeat every 15 s, each with a cursor to go on from.
    const heartbeats = alive.data(feed);
    expect(heartbeats.length).toBeGreaterThanOrEqual(3);
    for (const { id, item } of heartbeats) {
      expect(item.type).toBe("heartbeat");
      expect(id).toMatch(/^[0-9a-f]{8}:\d+:[0-9a-f]{8}$/);
    }
  },
);

test.concurrent(
  verifies(
    "F7",
    "a server that is silent is given up within 2 s, and nothing of it is missed; stock tRPC waits for ever",
  ),
  async ({ expect }) => {
    await using behind = await Deployment.behindProxy();
    const { ours, proxy, socketUrl } = behind;
    const agent = await ours.agent();
    await using stock = await StockServer.start(router);
    await using stockProxy = await TcpProxy.start({ host: "127.0.0.1", port: stock.port });
    using stuck = stockClient<typeof router>({ url: `ws://127.0.0.1:${stockProxy.port}` });
    const hellos: string[] = [];
    stuck.api.live.subscribe(undefined, { onData: (hello) => hellos.push(hello) });
    await expect.poll(() => hellos.length, SOON).toBe(1);
    let messages = 0;
    const feed = new FeedSupervisor({
      endpoint: async () => ({ url: socketUrl, key: agent.key }),
      onItem: (item) => void (messages += item.type === "message.received" ? 1 : 0),
    });
    feed.start();
    using _stop = { [Symbol.dispose]: () => feed.stop() };
    await expect.poll(() => feed.state.state, SOON).toBe("live");
    const silent = new Stopwatch();
    expect(stockProxy.blackHole()).toBe(1);
    expect(proxy.blackHole()).toBe(1);
    await ours.node.sms(agent.phoneNumber, "Your code is 482913");
    await expect.poll(() => feed.state.state, SOON).not.toBe("live");
    expect(silent.ms()).toBeLessThan(2_000);
    expect(stuck.socket.connection?.state).toBe("open");
    proxy.mend();
    await expect.poll(() => messages, SOON).toBe(1);
  },
);
