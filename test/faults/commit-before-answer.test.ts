import type { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connectToEmbedded } from "../support/embedded-database.ts";
import { RunningServer } from "../support/running-server.ts";
import { verifies } from "../support/verifies.ts";

const TO = "+15551234567";

let server: RunningServer;
let holder: Client & AsyncDisposable;
let watcher: Client & AsyncDisposable;
beforeAll(async () => {
  server = await RunningServer.start();
  holder = await connectToEmbedded(server.dataFolder);
  watcher = await connectToEmbedded(server.dataFolder);
});
afterAll(async () => {
  await Promise.all([holder.end(), watcher.end()]);
  await server[Symbol.asyncDispose]();
});

/** Of the server's connections those that store SMS; its chores, which wait for the same locks, have others. */
const STORING = "select from pg_stat_activity where application_name = 'agentpass_ingest'";
/** Resolves when the storing of an SMS waits for what `holder` has locked, or behind others that do. */
const storingWaits = () =>
  vi.waitUntil(
    async () =>
      ((await watcher.query(`${STORING} and cardinality(pg_blocking_pids(pid)) > 0`)).rowCount ?? 0) > 0,
    { timeout: 10_000, interval: 10 },
  );
const rowsOf = async (id: string): Promise<number> =>
  (await watcher.query("select from messages where provider_message_id = $1", [id])).rowCount ?? 0;

test.each([
  ["the team's row is locked", "select from teams for update"],
  ["no message can be written", "lock table messages in share mode"],
  ["no event can be written", "lock table events in share mode"],
])(
  verifies("F1", "while %s the webhook does not answer, and after it the row is there"),
  async (_why, lock) => {
    await holder.query("begin");
    await holder.query(lock);
    let answered = false;
    const sms = server.prepareSms(TO, "Your code is 482913");
    const delivery = sms.send().finally(() => (answered = true));
    await storingWaits();
    expect(answered).toBe(false);
    expect(await rowsOf(sms.id)).toBe(0);
    await holder.query("rollback");
    expect(await delivery).toBe(200);
    expect(await rowsOf(sms.id)).toBe(1);
  },
);

test("a database that does not commit within 10 s is answered 503, and the repeat is stored once", async () => {
  await holder.query("begin");
  await holder.query("select from teams for update");
  const sms = server.prepareSms(TO, "Your code is 482913");
  const started = performance.now();
  expect(await sms.send()).toBe(503);
  expect(performance.now() - started, "Twilio listens for 15 s").toBeLessThan(14_000);
  expect(await rowsOf(sms.id)).toBe(0);
  await holder.query("rollback");
  expect(await sms.send()).toBe(200);
  expect(await sms.send()).toBe(200);
  expect(await rowsOf(sms.id)).toBe(1);
});
