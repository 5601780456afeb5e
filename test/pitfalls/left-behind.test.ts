/** What a client leaves on the server that goes, or stops reading, in the middle of a subscription. */
import { initTRPC } from "@trpc/server";
import { expect, test } from "vitest";
import { Deployment } from "../support/deployment.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { StockServer } from "../support/stock-server.ts";

const SOON = { timeout: 10_000, interval: 5 };
const t = initTRPC.create();

test("a stock generator that awaits what cannot be aborted is never cleaned up; our server forgets who left", async () => {
  let cleaned = 0;
  const router = t.router({
    quiet: t.procedure.subscription(async function* () {
      try {
        yield "hello";
        await new Promise(() => {});
      } finally {
        cleaned += 1;
      }
    }),
    abortable: t.procedure.subscription(async function* ({ signal }) {
      try {
        yield "hello";
        await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
      } finally {
        cleaned += 1;
      }
    }),
  });
  await using stock = await StockServer.start(router);
  for (const path of ["quiet", "quiet", "quiet", "abortable"]) {
    using socket = await RawSocket.open(stock.url);
    socket.send({ method: "connectionParams", data: {} });
    const id = socket.call("subscription", path);
    await expect.poll(() => socket.data(id).length, SOON).toBe(1);
  }
  await expect.poll(() => [stock.sockets.clients.size, cleaned], SOON).toEqual([0, 1]);

  await using ours = await Deployment.start();
  const agent = await ours.agent();
  // A server looks every 500 ms for what the streams that somebody follows may hold, and for nothing else.
  const lastLook = async (): Promise<number> => {
    const [row] = await ours.sql(
      `select extract(epoch from max(query_start))::float8 * 1000 as at from pg_stat_activity
       where datname = current_database() and application_name = 'agentpass_ingest'
         and query like 'select "id", "head_seq" from "teams"%'`,
    );
    return Number(row?.["at"] ?? 0);
  };
  const sockets: RawSocket[] = [];
  for (let client = 0; client < 10; client += 1) {
    const socket = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
    sockets.push(socket);
    const id = socket.subscribe();
    await expect.poll(() => socket.data(id).length, SOON).toBe(1);
  }
  const before = await lastLook();
  await expect.poll(lastLook, SOON).toBeGreaterThan(before);
  for (const socket of sockets) socket[Symbol.dispose]();
  // Until the next two sweeps of the server, which come every 2 s.
  const leftAt = Date.now();
  let lastSeen = 0;
  const sweeps = new Set<number>();
  await expect
    .poll(
      async () => {
        lastSeen = Math.max(lastSeen, await lastLook());
        const [row] = await ours.sql(
          `select extract(epoch from max(query_start))::float8 * 1000 as at from pg_stat_activity
           where datname = current_database() and query like 'select id from teams order by id'`,
        );
        if (Number(row?.["at"] ?? 0) > leftAt) sweeps.add(Number(row?.["at"]));
        return sweeps.size;
      },
      { timeout: 15_000, interval: 20 },
    )
    .toBeGreaterThanOrEqual(2);
  expect(lastSeen - leftAt, "the last look for anybody who left").toBeLessThan(1_000);
});

test("stock tRPC keeps in memory whatever a stopped reader does not take", async () => {
  const router = t.router({
    flood: t.procedure.subscription(async function* ({ signal }) {
      for (let event = 0; event < 100_000; event += 1) {
        if (signal?.aborted) return;
        yield "x".repeat(300);
      }
    }),
  });
  await using stock = await StockServer.start(router);
  using socket = await RawSocket.open(stock.url);
  socket.send({ method: "connectionParams", data: {} });
  socket.call("subscription", "flood");
  socket.socket.pause();
  const buffered = (): number =>
    Math.max(...[...stock.sockets.clients].map(({ bufferedAmount }) => bufferedAmount));
  await expect.poll(buffered, SOON).toBeGreaterThan(4 * 1024 * 1024);
});
