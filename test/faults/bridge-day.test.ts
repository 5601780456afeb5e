import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test } from "vitest";
import { BridgeInProcess } from "../support/bridge-in-process.ts";
import { EmulatedAgentServer } from "../support/emulated-agent-server.ts";
import { MovedClock } from "../support/moved-clock.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const HOURS = 24;
const HOUR_MS = 3_600_000;
/** What the warm parts of a heap of 40 MB come and go by. */
const HEAP_SLACK = 3 * 1024 * 1024;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

async function heapUsed(clock: MovedClock): Promise<number> {
  await clock.settle(200);
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

test("a day of waiting, by a moved clock: each connection with the key of its time, no memory grows, and the last wait has its code", async () => {
  const keyFile = join(temporaryFolder(), "key");
  writeFileSync(keyFile, "key of hour 0");
  const server = await EmulatedAgentServer.start();
  onTestFinished(() => server.stop());
  const keys: (string | undefined)[] = [];
  server.onContext = (key) => keys.push(key);
  using clock = new MovedClock({ turns: 8 });
  // As the server's.
  const heartbeat = setInterval(() => server.publish({ type: "heartbeat" }), 15_000);
  onTestFinished(() => clearInterval(heartbeat));
  const bridge = new BridgeInProcess({ dataFolder: "/nonexistent", apiKeyFile: keyFile, apiUrl: server.url });
  onTestFinished(() => bridge[Symbol.asyncDispose]());
  const connected = bridge.connect();
  let isConnected = false;
  void connected.then(() => (isConnected = true));
  await clock.stand(() => isConnected);
  const errors: unknown[] = [];
  const statuses = new Set<unknown>();
  let got: unknown = null;
  let calls = 0;
  // As a model does that was told to wait for its code, whatever it takes.
  const loop = (async () => {
    while (got === null) {
      calls += 1;
      const answer = await bridge.call("wait_for_sms", { phone_number: "+15551234567", timeout: HOUR_MS });
      if (answer.isError) errors.push(`${performance.now()} ${answer.content[0]?.text}`);
      statuses.add(answer.structuredContent?.["status"]);
      got = answer.structuredContent?.["otp"] ?? null;
    }
  })();
  await clock.stand(() => server.waits.size > 0);
  const samples: number[] = [];
  for (let hour = 1; hour <= HOURS; hour += 1) {
    await clock.advance(HOUR_MS);
    samples.push(await heapUsed(clock));
    writeFileSync(keyFile, `key of hour ${hour}`);
    await server.stop();
    await server.start();
    // What the emulated server remembers is not the bridge's.
    server.log.length = 0;
    server.touched.length = 0;
    for (const id of [...server.waits.keys()].slice(0, -1)) server.waits.delete(id);
  }
  await clock.advance(10_000);
  server.answer([...server.waits.keys()].at(-1) ?? "");
  await clock.until(loop);
  expect(got).toMatchObject({ code: "482913" });
  expect(errors).toEqual([]);
  expect(calls).toBeGreaterThan((HOURS * HOUR_MS) / 60_000);
  expect(statuses).toEqual(new Set(["pending", "received"]));
  expect(new Set(keys)).toEqual(
    new Set(Array.from({ length: HOURS + 1 }, (_, hour) => `key of hour ${hour}`)),
  );
  const [early, late] = [samples[0], samples.at(-1)];
  if (early === undefined || late === undefined) throw new Error("no samples");
  expect(late).toBeLessThan(early + HEAP_SLACK);
  expect(bridge.notes).toEqual([]);
}, 600_000);
