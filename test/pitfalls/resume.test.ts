/** Where a subscription goes on after its connection was lost (architecture.md, tRPC over WebSocket). */
import { EventEmitter, on } from "node:events";
import type { AppRouter } from "@agentpass/shared/api";
import type { FeedItem } from "@agentpass/shared/feed";
import { initTRPC, tracked } from "@trpc/server";
import { expect, test } from "vitest";
import { z } from "zod";
import { FeedSupervisor } from "@agentpass/shared/feed-client/feed-supervisor";
import { Deployment } from "../support/deployment.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { runProgram } from "../support/run-program.ts";
import { stockClient } from "../support/stock-client.ts";
import { StockServer } from "../support/stock-server.ts";

const SOON = { timeout: 10_000, interval: 5 };
const t = initTRPC.create();
const withLastEventId = z.object({ lastEventId: z.string().nullish() });

/** Waits until a subscription ends. */
const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => signal?.addEventListener("abort", () => resolve(), { once: true }));

test("stock tRPC forgets where it was when a heartbeat is not tracked; every frame of our feed carries its cursor", async () => {
  const resumedFrom: (string | null | undefined)[] = [];
  const router = t.router({
    live: t.procedure.input(withLastEventId).subscription(async function* ({ input, signal }) {
      resumedFrom.push(input.lastEventId);
      yield tracked("1", "an event");
      yield "heartbeat";
      await aborted(signal);
    }),
  });
  await using stock = await StockServer.start(router);
  using client = stockClient<typeof router>({ url: stock.url, retryDelayMs: () => 0 });
  const got: unknown[] = [];
  client.api.live.subscribe({}, { onData: (data) => got.push(data) });
  await expect.poll(() => got.length, SOON).toBe(2);
  stock.cut();
  await expect.poll(() => resumedFrom.length, SOON).toBe(2);
  expect(resumedFrom[1], "a library that mended this would resume from 1").toBeUndefined();

  await using ours = await Deployment.start();
  const agent = await ours.agent();
  using socket = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
  const subscriptions = [
    socket.subscribe(),
    socket.subscribe("garbage"),
    socket.subscribe("garbage".repeat(50)),
  ];
  const [first = 0, second = 0, third = 0] = subscriptions;
  await expect.poll(() => subscriptions.every((id) => socket.started(id)), SOON).toBe(true);
  expect(await ours.node.sms(agent.phoneNumber, "Your code is 482913")).toBe(200);
  for (const id of subscriptions)
    await expect.poll(() => socket.data(id).at(-1)?.item.type, SOON).toBe("message.received");
  expect(socket.data(first)[0]?.item.type).toBe("heartbeat");
  expect(socket.data(second)[0]?.item.type).toBe("gap");
  expect(socket.data(third)[0]?.item.type).toBe("gap");
  for (const { id, item } of subscriptions.flatMap((subscription) => socket.data(subscription)))
    expect(id, item.type).toMatch(/^[0-9a-f]{8}:\d+:[0-9a-f]{8}$/);
});

test("stock tRPC resumes nothing where the input has no lastEventId; ours goes on through tRPC's own reconnect", async () => {
  const events = ["1", "2", "3"];
  const inputs: unknown[] = [];
  const router = t.router({
    live: t.procedure.input(z.object({})).subscription(async function* ({ input, signal }) {
      inputs.push(input);
      for (const event of events.splice(0, 1)) yield tracked(event, event);
      await aborted(signal);
    }),
  });
  await using stock = await StockServer.start(router);
  using client = stockClient<typeof router>({ url: stock.url, retryDelayMs: () => 0 });
  const got: string[] = [];
  client.api.live.subscribe({}, { onData: ({ id }) => got.push(id) });
  await expect.poll(() => got, SOON).toEqual(["1"]);
  stock.cut();
  await expect.poll(() => inputs.length, SOON).toBe(2);
  expect(inputs[1], "the id that the client sent is dropped without a word").toEqual({});

  await using behind = await Deployment.behindProxy();
  const { ours, proxy, socketUrl } = behind;
  const agent = await ours.agent();
  using device = stockClient<AppRouter>({
    url: socketUrl,
    connectionParams: { key: agent.key.reveal() },
    retryDelayMs: () => 0,
  });
  const heard: FeedItem[] = [];
  device.api.feed.live.subscribe({ lastEventId: null }, { onData: ({ data }) => heard.push(data) });
  await expect.poll(() => heard.length, SOON).toBeGreaterThan(0);
  for (let round = 1; round <= 5; round += 1) {
    await ours.node.sms(agent.phoneNumber, `Round ${round}: your code is 48291${round}`);
    expect(proxy.cut()).toBeGreaterThan(0);
    await ours.node.sms(agent.phoneNumber, `Round ${round}: your code is 58291${round}`);
    await expect.poll(() => messagesOf(heard).length, SOON).toBe(round * 2);
  }
  expect(new Set(messagesOf(heard)).size, "nothing twice").toBe(10);
  expect(
    heard.filter(({ type }) => type === "gap"),
    "nothing was in doubt",
  ).toEqual([]);
});

test("stock tRPC says `started` before the generator listens; ours misses nothing of what happens right after", async () => {
  const events = new EventEmitter();
  const lookup = Promise.withResolvers<void>();
  const router = t.router({
    live: t.procedure.subscription(async function* ({ signal }) {
      await lookup.promise;
      for await (const [event] of on(events, "event", signal ? { signal } : {})) yield event as string;
    }),
  });
  await using stock = await StockServer.start(router);
  using client = stockClient<typeof router>({ url: stock.url });
  const got: string[] = [];
  client.api.live.subscribe(undefined, {
    onStarted: () => {
      events.emit("event", "right after started");
      lookup.resolve();
    },
    onData: (event) => got.push(event),
  });
  await expect.poll(() => events.listenerCount("event"), SOON).toBe(1);
  events.emit("event", "later");
  await expect.poll(() => got, SOON).toEqual(["later"]);

  await using ours = await Deployment.start();
  const agent = await ours.agent();
  using socket = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
  for (let round = 0; round < 50; round += 1) {
    const id = socket.subscribe();
    await expect.poll(() => socket.started(id), { timeout: 5_000, interval: 1 }).toBe(true);
    await ours.node.sms(agent.phoneNumber, `Your code is ${482900 + round}`);
    await expect
      .poll(() => messagesOf(socket.data(id).map(({ item }) => item)).length, { timeout: 5_000, interval: 1 })
      .toBe(1);
    socket.send({ id, method: "subscription.stop" });
    await expect.poll(() => socket.answers(id).at(-1)?.result?.type, SOON).toBe("stopped");
  }
});

test("stock tRPC takes an event for handled whose handler threw; the supervisor gets it again", async () => {
  const { stdout } = await runProgram("test/pitfalls/programs/handler-throws.ts", []);
  expect(JSON.parse(stdout), "event 2 was never handled, and never came again").toEqual({
    handled: ["1", "3"],
    resumedFrom: [null, "2"],
  });

  await using ours = await Deployment.start();
  const agent = await ours.agent();
  const handled: string[] = [];
  let failures = 0;
  const feed = new FeedSupervisor({
    endpoint: async () => ({ url: ours.node.socketUrl, key: agent.key }),
    onItem: (item) => {
      if (item.type !== "message.received") return;
      if (handled.length === 1 && failures++ < 2) throw new Error("the work failed");
      handled.push(String(item.messageId));
    },
  });
  feed.start();
  using _stop = { [Symbol.dispose]: () => feed.stop() };
  await expect.poll(() => feed.state.state, SOON).toBe("live");
  for (const code of ["482911", "482912", "482913"])
    await ours.node.sms(agent.phoneNumber, `Your code is ${code}`);
  await expect.poll(() => handled.length, SOON).toBe(3);
  expect(new Set(handled).size).toBe(3);
  expect(failures).toBeGreaterThan(2);
});

function messagesOf(items: readonly FeedItem[]): string[] {
  return items.flatMap((item) => (item.type === "message.received" ? [String(item.messageId)] : []));
}
