import { once } from "node:events";
import type { RequestListener } from "node:http";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { silentLogger } from "../ops/logger.ts";
import { createDrain, type DrainOptions } from "./drain.ts";
import { createHttpServer, listen } from "./listen.ts";
import { verifies } from "../../../test/support/verifies.ts";

async function start(handler: RequestListener, options: Partial<DrainOptions> = {}) {
  const server = createHttpServer(handler);
  const drain = createDrain({ server, log: silentLogger, closeSockets: () => Promise.resolve(), ...options });
  const listening = await listen(server, { host: "127.0.0.1", port: 0 });
  if (!listening.ok) throw new Error(listening.message);
  return { server, drain, port: listening.port, url: `http://127.0.0.1:${listening.port}/` };
}

test(verifies("F17", "a request under way is answered, and no new connection is taken"), async () => {
  const reached = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const { drain, url, port } = await start((_request, response) => {
    reached.resolve();
    void release.promise.then(() => response.end("done"));
  });
  const ready = drain.readiness(() => Promise.resolve({ ready: true, reasons: [] }));
  const answer = fetch(url);
  await reached.promise;
  expect((await ready()).ready).toBe(true);
  const drained = drain.drain();
  expect(drain.drain()).toBe(drained);
  expect(await ready()).toEqual({ ready: false, reasons: ["The server is shutting down."] });
  await expect(once(connect(port, "127.0.0.1"), "connect")).rejects.toThrow("ECONNREFUSED");
  release.resolve();
  const answered = async (): Promise<[string, string | null]> => {
    const response = await answer;
    return [await response.text(), response.headers.get("connection")];
  };
  expect(await answered().catch(() => "cut")).toEqual(["done", "close"]);
  expect(await drained).toBe(true);
});

test("idle connections that are kept alive do not hold it up", async () => {
  const { drain, port } = await start((_request, response) => response.end("x"));
  using agent = Object.assign(new Agent({ keepAlive: true }), {
    [Symbol.dispose](this: Agent) {
      this.destroy();
    },
  });
  const sent = request({ port, host: "127.0.0.1", agent }).end();
  const [response] = (await once(sent, "response")) as [NodeJS.ReadableStream];
  response.resume();
  await once(response, "end");
  expect(await drain.drain()).toBe(true);
});

test("a request that does not end is cut after the time given", async () => {
  const reached = Promise.withResolvers<void>();
  const { drain, url } = await start(() => reached.resolve(), { timeoutMs: 30 });
  const answer = fetch(url).then(
    () => "answered",
    () => "cut",
  );
  await reached.promise;
  expect(await drain.drain()).toBe(false);
  expect(await answer).toBe("cut");
});

test("sockets are told, and their failure ends nothing", async () => {
  let told = false;
  const { drain } = await start(() => {}, {
    closeSockets: () => {
      told = true;
      return Promise.reject(new Error("x"));
    },
  });
  expect(await drain.drain()).toBe(true);
  expect(told).toBe(true);
});
