/** A subscription that is over while its connection looks healthy, and a database that is away (F6). */
import { once } from "node:events";
import { initTRPC, tracked, TRPCError } from "@trpc/server";
import { expect, test } from "vitest";
import { FeedSupervisor, type FeedState } from "@agentpass/shared/feed-client/feed-supervisor";
import { Deployment } from "../support/deployment.ts";
import { runProgram } from "../support/run-program.ts";
import { stockClient } from "../support/stock-client.ts";
import { StockServer } from "../support/stock-server.ts";
import { verifies } from "../support/verifies.ts";

const SOON = { timeout: 20_000, interval: 10 };
const t = initTRPC.create();

test.each(["throws", "returns"] as const)(
  "stock tRPC leaves the connection open and the client deaf where a generator %s",
  async (how) => {
    let subscriptions = 0;
    const router = t.router({
      live: t.procedure.subscription(async function* () {
        subscriptions += 1;
        yield tracked("1", "an event");
        if (how === "throws") throw new TRPCError({ code: "SERVICE_UNAVAILABLE" });
      }),
      ping: t.procedure.query(() => "pong"),
    });
    await using stock = await StockServer.start(router);
    using client = stockClient<typeof router>({ url: stock.url, retryDelayMs: () => 0 });
    const heard: string[] = [];
    client.api.live.subscribe(undefined, {
      onError: () => heard.push("error"),
      onComplete: () => heard.push("complete"),
    });
    await expect.poll(() => heard, SOON).toEqual([how === "throws" ? "error" : "complete"]);
    for (let call = 0; call < 20; call += 1) expect(await client.api.ping.query()).toBe("pong");
    expect(stock.sockets.clients.size).toBe(1);
    expect(client.socket.connection?.state).toBe("open");
    expect(subscriptions, "nobody subscribes again").toBe(1);
  },
);

test("stock tRPC ends a subscription for good when the context fails while the client comes back", async () => {
  let contexts = 0;
  let subscriptions = 0;
  const router = t.router({
    live: t.procedure.subscription(async function* ({ signal }) {
      subscriptions += 1;
      yield tracked("1", "an event");
      await new Promise((resolve) => signal?.addEventListener("abort", resolve));
    }),
    ping: t.procedure.query(() => "pong"),
  });
  await using stock: StockServer = await StockServer.start(router, async () => {
    if (++contexts !== 2) return {};
    // A context looks the caller up; meanwhile the subscription's request comes in.
    const [socket] = stock.sockets.clients;
    if (socket) await once(socket, "message");
    throw new Error("database away");
  });
  using client = stockClient<typeof router>({ url: stock.url, retryDelayMs: () => 0 });
  const heard: string[] = [];
  client.api.live.subscribe(undefined, { onError: () => heard.push("error") });
  await expect.poll(() => subscriptions, SOON).toBe(1);
  stock.cut();
  await expect.poll(() => heard, SOON).toEqual(["error"]);
  // Contexts work again, and the client is connected again; it does not come back to its subscription.
  await expect.poll(() => contexts, SOON).toBe(3);
  expect(await client.api.ping.query()).toBe("pong");
  expect(client.socket.connection?.state).toBe("open");
  expect(subscriptions).toBe(1);
});

test(
  verifies(
    "F6",
    "a database that goes away under live feeds, and is away while their clients return, costs no event",
  ),
  async () => {
    await using behind = await Deployment.behindProxy();
    const { ours, proxy, socketUrl } = behind;
    const agent = await ours.agent();
    const states: FeedState["state"][] = [];
    const heard: string[] = [];
    const feed = new FeedSupervisor({
      endpoint: async () => ({ url: socketUrl, key: agent.key }),
      onItem: (item) => item.type === "message.received" && heard.push(String(item.messageId)),
      onState: ({ state }) => states.push(state),
    });
    feed.start();
    using _stop = { [Symbol.dispose]: () => feed.stop() };
    await expect.poll(() => feed.state.state, SOON).toBe("live");
    for (let round = 1; round <= 2; round += 1) {
      await ours.node.sms(agent.phoneNumber, "Your code is 482911");
      await expect.poll(() => heard.length, SOON).toBe(2 * round - 1);
      await ours.databaseAway();
      const awayBefore = states.filter((state) => state === "away").length;
      expect(proxy.cut(), "the client has to come back").toBeGreaterThan(0);
      // A try that the server itself failed, since it could not look the key up.
      await expect
        .poll(() => states.filter((state) => state === "away").length, SOON)
        .toBeGreaterThan(awayBefore + 2);
      expect(feed.state.state).not.toBe("live");
      const stored = ours.node.sms(agent.phoneNumber, "Your code is 482912");
      await ours.databaseBack();
      expect(await stored).toBe(200);
      await expect.poll(() => heard.length, SOON).toBe(2 * round);
    }
    expect(new Set(heard).size).toBe(4);
  },
);

test("a pool without a listener ends the process when its idle connection is cut; our server goes on", async () => {
  await using ours = await Deployment.start(2);
  const ended = await runProgram("test/pitfalls/programs/pool-without-listener.ts", [ours.database.url]);
  expect(ended.exitCode).not.toBe(0);
  expect(ended.stdout).toContain("cutting");
  expect(ended.stdout).not.toContain("survived");

  const agent = await ours.agent();
  const heard: string[] = [];
  const feed = new FeedSupervisor({
    endpoint: async () => ({ url: ours.node.socketUrl, key: agent.key }),
    onItem: (item) => item.type === "message.received" && heard.push(String(item.messageId)),
  });
  feed.start();
  using _stop = { [Symbol.dispose]: () => feed.stop() };
  await expect.poll(() => feed.state.state, SOON).toBe("live");
  for (let round = 1; round <= 12; round += 1) {
    expect(await ours.cutDatabaseConnections(), "the fault was there").toBeGreaterThan(0);
    const node = ours.nodes[round % 2];
    expect(await node?.sms(agent.phoneNumber, "Your code is 482913")).toBe(200);
    await expect.poll(() => heard.length, SOON).toBe(round);
  }
  expect(ours.logged.join("\n")).toContain("A database connection broke");
});
