/** Nothing about a stock tRPC WebSocket is bounded (T7). Each attack on ours is refused, and nobody else notices. */
import { once } from "node:events";
import { initTRPC } from "@trpc/server";
import { expect, test } from "vitest";
import { WebSocket, type ClientOptions } from "ws";
import { unnoticed } from "../support/bystander.ts";
import { Deployment } from "../support/deployment.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { StockServer } from "../support/stock-server.ts";
import { verifies } from "../support/verifies.ts";
import { faultSeed, fullCount } from "../support/full-count.ts";

const SOON = { timeout: 10_000, interval: 5 };
const t = initTRPC.create();
const router = t.router({
  live: t.procedure.subscription(async function* ({ signal }) {
    await new Promise((resolve) => signal?.addEventListener("abort", resolve));
    yield "never";
  }),
  echo: t.procedure.input((value: unknown) => value).query(({ input }) => String(input).length),
});

/** The status that refuses the upgrade; 101 where it is let in. */
async function upgrade(url: string, options: ClientOptions): Promise<number> {
  const socket = new WebSocket(url, options);
  socket.on("error", () => {});
  const refused = once(socket, "unexpected-response").then(([, response]) => {
    (response as { destroy: () => void }).destroy();
    return (response as { statusCode: number }).statusCode;
  });
  const accepted = once(socket, "open").then(() => 101);
  const status = await Promise.race([refused, accepted]);
  socket.terminate();
  return status;
}

const batchOf = (size: number, path: string): unknown[] =>
  Array.from({ length: size }, (_, index) => ({
    id: 1_000 + index,
    method: "query",
    params: { path, input: {} },
  }));

test("stock tRPC accepts any number of subscriptions and calls, any frame, and a page of any site", async () => {
  await using stock = await StockServer.start(router);
  using socket = await RawSocket.open(stock.url);
  socket.send({ method: "connectionParams", data: {} });
  const live = Array.from({ length: 200 }, () => socket.call("subscription", "live"));
  socket.send(batchOf(1_000, "echo"));
  const large = socket.call("query", "echo", "x".repeat(5 * 1024 * 1024));
  await expect.poll(() => live.every((id) => socket.started(id)), SOON).toBe(true);
  await expect.poll(() => socket.answers(large)[0]?.result?.data, SOON).toBe(5 * 1024 * 1024);
  await expect.poll(() => socket.answers(1_999)[0]?.result?.type, SOON).toBe("data");
  expect(await upgrade(stock.url, { origin: "https://evil.example" })).toBe(101);
  expect(await upgrade(stock.url, { headers: { Host: "evil.example" } })).toBe(101);
});

test(
  verifies("T7", "ours refuses the ninth subscription of a connection, and the others go on"),
  async () => {
    await using ours = await Deployment.start();
    const agent = await ours.agent();
    using socket = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
    await unnoticed(ours, async () => {
      const ids = Array.from({ length: 200 }, () => socket.subscribe());
      const problemOf = (id: number) => socket.answers(id)[0]?.error?.data?.problem?.code;
      await expect
        .poll(() => ids.filter((id) => problemOf(id) === "too_many_requests").length, SOON)
        .toBe(192);
      await expect.poll(() => ids.filter((id) => socket.started(id)).length, SOON).toBe(8);
      await ours.node.sms(agent.phoneNumber, "Your code is 482914");
      for (const id of ids.filter((one) => socket.started(one)))
        await expect.poll(() => socket.data(id).at(-1)?.item.type, SOON).toBe("message.received");
      // One that is stopped makes room for another.
      const first = ids.find((id) => socket.started(id));
      socket.send({ id: first, method: "subscription.stop" });
      await expect.poll(() => socket.answers(first ?? 0).at(-1)?.result?.type, SOON).toBe("stopped");
      const next = socket.subscribe();
      await expect.poll(() => socket.started(next), SOON).toBe(true);
    });
  },
);

test(
  verifies("T7", "ours refuses frames above 64 KiB and batches above 20 calls, and answers what is below"),
  async () => {
    await using ours = await Deployment.start();
    const agent = await ours.agent();
    await unnoticed(ours, async () => {
      using batching = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
      batching.send(batchOf(21, "agent.listMessages"));
      await expect.poll(() => batching.frames.at(-1)?.error?.message, SOON).toBeTypeOf("string");
      expect(batching.frames, "no call of the batch was done").toHaveLength(1);
      batching.send(batchOf(20, "agent.listMessages"));
      await expect
        .poll(() => batching.frames.filter(({ result }) => result?.type === "data").length, SOON)
        .toBe(20);
      const largest = batching.call("query", "agent.listMessages", { limit: 1, x: "x".repeat(60_000) });
      await expect
        .poll(() => batching.answers(largest)[0]?.error?.data?.problem?.code, SOON)
        .toBe("invalid_input");
      batching.call("query", "agent.listMessages", { limit: 1, x: "x".repeat(66_000) });
      await expect.poll(() => batching.closed?.code, SOON).toBe(1009);
      for (let frame = 0; frame < 20; frame += 1) {
        using large = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
        large.send("x".repeat(8 * 1024 * 1024));
        await expect.poll(() => large.closed !== null, SOON).toBe(true);
      }
    });
  },
);

test(verifies("T7", "ours lets in no page of another site and answers for no other host"), async () => {
  await using ours = await Deployment.start();
  const { socketUrl, port } = ours.node;
  for (const origin of [
    "https://evil.example",
    "null",
    `http://127.0.0.1:${port + 1}`,
    `https://127.0.0.1:${port}.evil`,
  ])
    expect(await upgrade(socketUrl, { origin }), origin).toBe(403);
  for (const Host of ["evil.example", `evil.example:${port}`, "127.0.0.1", "127.0.0.1:1"])
    expect(await upgrade(socketUrl, { headers: { Host } }), Host).toBe(403);
  expect(await upgrade(socketUrl, { origin: `http://127.0.0.1:${port}` })).toBe(101);
  expect(await upgrade(socketUrl, {})).toBe(101);
});

test("ours gives the feed over a WebSocket only, where it has limits and ends with its key", async () => {
  await using ours = await Deployment.start();
  const agent = await ours.agent();
  const input = encodeURIComponent(JSON.stringify({ lastEventId: null }));
  const response = await fetch(`${ours.node.url}/trpc/feed.live?input=${input}`, {
    headers: { Authorization: `Bearer ${agent.key.reveal()}`, Accept: "text/event-stream" },
    signal: AbortSignal.timeout(5_000),
  });
  // tRPC sends an error of a subscription as an event of its stream.
  expect(await response.text()).toContain("over a WebSocket only");
});

test(
  verifies("T7", "ours closes connections that do not say who they are within 5 s; stock tRPC keeps them"),
  async () => {
    await using stock = await StockServer.start(router);
    await using ours = await Deployment.start();
    const agent = await ours.agent();
    using kept = await RawSocket.open(stock.url);
    const silent = await Promise.all(Array.from({ length: 200 }, () => RawSocket.open(ours.node.socketUrl)));
    using wrong = await RawSocket.open(ours.node.socketUrl);
    wrong.send({ method: "connectionParams", data: { key: "ap_agent_wrong" } });
    const refused = wrong.subscribe();
    using good = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
    const feed = good.subscribe();
    await unnoticed(ours, async () => {
      await expect.poll(() => silent.every(({ closed }) => closed?.code === 4401), SOON).toBe(true);
      await expect.poll(() => wrong.closed?.code, SOON).toBe(4401);
    });
    expect(wrong.answers(refused)[0]?.error?.data?.problem?.code).toBe("not_signed_in");
    const lives = [...silent, wrong].map(({ openedAt, closed }) => (closed?.at ?? Infinity) - openedAt);
    expect(Math.max(...lives)).toBeLessThan(7_500);
    expect(good.closed).toBeNull();
    expect(good.started(feed)).toBe(true);
    expect(kept.closed).toBeNull();
  },
);

/** 10^5 in a full run; the seed of a failure stands in its message. */
const FRAMES = fullCount("FAULT_FRAMES", 2_000);
const FRAME_SEED = faultSeed(1);

test(
  verifies("T7", `ours answers or closes, whatever comes in a frame (${FRAMES} of seed ${FRAME_SEED})`),
  { timeout: 60_000 + FRAMES * 20 },
  async () => {
    await using ours = await Deployment.start();
    const agent = await ours.agent();
    const random = seededRandom(FRAME_SEED);
    let sent = 0;
    await unnoticed(ours, async () => {
      while (sent < FRAMES) {
        using socket = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
        while (sent < FRAMES && socket.closed === null) {
          for (let burst = 0; burst < 10; burst += 1) socket.socket.send(badFrame(random));
          sent += 10;
          // What came before it has been dealt with once this is answered, or the connection is over.
          const call = socket.call("query", "agent.listMessages", { limit: 1 });
          await expect.poll(() => socket.answers(call).length > 0 || socket.closed !== null, SOON).toBe(true);
        }
      }
    });
    expect(ours.logged.join("\n"), "no frame is a bug").not.toMatch(/TypeError|RangeError|ReferenceError/);
    using good = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
    const feed = good.subscribe();
    await expect.poll(() => good.started(feed), SOON).toBe(true);
  },
);

/** A frame of tRPC's protocol with something wrong in it, or bytes of any kind. */
function badFrame(random: () => number): string | Buffer {
  const pick = <T>(choices: readonly [T, ...T[]]): T =>
    choices[Math.floor(random() * choices.length)] ?? choices[0];
  const junk = (): unknown =>
    pick<unknown>([
      null,
      0,
      -1,
      1e308,
      "",
      "x".repeat(5_000),
      "\u0000\ud800",
      [],
      {},
      [[[[[]]]]],
      true,
      { __proto__: null, constructor: "x" },
      "feed.live",
      "subscription",
      "agent.openWait",
      "__proto__",
    ]);
  const good: Record<string, unknown> = {
    id: Math.floor(random() * 50),
    jsonrpc: "2.0",
    method: pick(["query", "mutation", "subscription", "subscription.stop", "connectionParams"]),
    params: { path: pick(["agent.listMessages", "feed.live", "agent.openWait", "nothing"]), input: junk() },
  };
  switch (Math.floor(random() * 5)) {
    case 0:
      return Buffer.from(
        Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256)),
      );
    case 1:
      return JSON.stringify(good).slice(0, Math.floor(random() * 60));
    case 2:
      return JSON.stringify({ ...good, [pick(["id", "method", "params", "jsonrpc"])]: junk() });
    case 3:
      return JSON.stringify([good, junk(), good]);
    default:
      return JSON.stringify({ ...good, params: { path: junk(), input: junk(), lastEventId: junk() } });
  }
}
