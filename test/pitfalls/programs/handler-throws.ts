/** Stock tRPC whose `onData` throws at event 2, in a process of its own: the throw reaches nobody who catches it. */
import { setTimeout as delay } from "node:timers/promises";
import { initTRPC, tracked } from "@trpc/server";
import { z } from "zod";
import { stockClient } from "../../support/stock-client.ts";
import { StockServer } from "../../support/stock-server.ts";

process.on("uncaughtException", () => {});
const handled: string[] = [];
const resumedFrom: (string | null)[] = [];
const t = initTRPC.create();
const router = t.router({
  live: t.procedure.input(z.object({ lastEventId: z.string().nullish() })).subscription(async function* ({
    input,
    signal,
  }) {
    resumedFrom.push(input.lastEventId ?? null);
    const after = Number(input.lastEventId ?? 0);
    for (const id of resumedFrom.length === 1 ? ["1", "2"] : ["1", "2", "3"])
      if (Number(id) > after) yield tracked(id, id);
    await new Promise((resolve) => signal?.addEventListener("abort", resolve));
  }),
});
await using stock = await StockServer.start(router);
using client = stockClient<typeof router>({ url: stock.url, retryDelayMs: () => 0 });
const failed = Promise.withResolvers<void>();
client.api.live.subscribe(
  {},
  {
    onData: ({ id }) => {
      if (id === "2") {
        failed.resolve();
        throw new Error("the work failed");
      }
      handled.push(id);
    },
  },
);
await failed.promise;
stock.cut();
while (!handled.includes("3")) await delay(5);
console.log(JSON.stringify({ handled, resumedFrom }));
process.exit(0);
