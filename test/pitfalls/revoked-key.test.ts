/** Stock tRPC builds its context once a connection: a key that is revoked later goes on being heard (T6). */
import { EventEmitter, on } from "node:events";
import { initTRPC } from "@trpc/server";
import { expect, test } from "vitest";
import { Deployment } from "../support/deployment.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { stockClient } from "../support/stock-client.ts";
import { StockServer } from "../support/stock-server.ts";
import { Stopwatch } from "../support/stopwatch.ts";
import { verifies } from "../support/verifies.ts";

const SOON = { timeout: 10_000, interval: 5 };

test("stock tRPC goes on sending to a key that was revoked after it connected", async () => {
  const keys = new Set(["good"]);
  const events = new EventEmitter();
  const t = initTRPC.context<{ allowed: boolean }>().create();
  const mine = t.procedure.use(({ ctx, next }) => {
    if (!ctx.allowed) throw new Error("revoked");
    return next();
  });
  const router = t.router({
    live: mine.subscription(async function* ({ signal }) {
      const heard = on(events, "event", signal ? { signal } : {});
      for await (const [event] of heard) yield event as string;
    }),
    ask: mine.query(() => "answered"),
  });
  await using stock = await StockServer.start(router, () => ({ allowed: keys.has("good") }));
  using client = stockClient<typeof router>({ url: stock.url });
  const got: string[] = [];
  client.api.live.subscribe(undefined, { onData: (event) => got.push(event) });
  await expect.poll(() => events.listenerCount("event"), SOON).toBe(1);
  keys.clear();
  events.emit("event", "a code, after the revocation");
  await expect.poll(() => got, SOON).toEqual(["a code, after the revocation"]);
  expect(await client.api.ask.query()).toBe("answered");
});

test.each([
  ["in the middle of its feed", { subscribes: true, elsewhere: false }],
  ["without any subscription", { subscribes: false, elsewhere: false }],
  ["in the middle of its feed, on another node", { subscribes: true, elsewhere: true }],
  ["without any subscription, on another node", { subscribes: false, elsewhere: true }],
])(
  verifies("T6", "a key that is revoked %s loses its connection within 1 s and hears nothing more"),
  async (_how, { subscribes, elsewhere }) => {
    await using ours = await Deployment.start(2);
    const agent = await ours.agent();
    const node = elsewhere ? ours.nodes[1] : ours.node;
    using socket = await RawSocket.open(node?.socketUrl ?? "", { key: agent.key });
    const call = subscribes ? socket.subscribe() : socket.call("query", "agent.listMessages");
    await expect.poll(() => socket.answers(call).length, SOON).toBeGreaterThan(0);
    await ours.node.sms(agent.phoneNumber, "Your code is 482911");
    await expect
      .poll(() => socket.data(call).at(-1)?.item.type, SOON)
      .toBe(subscribes ? "message.received" : "heartbeat");
    const heardBefore = socket.data(call).length;
    await ours.admin.key.revoke.mutate({ id: agent.keyId });
    const revoked = new Stopwatch();
    // Straight after, and from both nodes: the lease goes on, and so do its messages.
    expect(await ours.node.sms(agent.phoneNumber, "Your code is 482912")).toBe(200);
    expect(await ours.nodes[1]?.sms(agent.phoneNumber, "Your code is 482913")).toBe(200);
    await expect.poll(() => socket.closed?.code, SOON).toBe(4401);
    expect(revoked.ms(socket.closed?.at)).toBeLessThan(1_000);
    expect(socket.data(call).length, "events after the revocation").toBe(heardBefore);
    // It cannot come back, and cannot ask.
    using again = await RawSocket.open(node?.socketUrl ?? "", { key: agent.key });
    const refused = again.subscribe();
    await expect
      .poll(() => again.answers(refused)[0]?.error?.data?.problem?.code, SOON)
      .toBe("not_signed_in");
    await expect(agent.api.agent.listMessages.query({})).rejects.toThrow("not valid here");
  },
);
