import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { connectToEmbedded, waitsOpen } from "../support/embedded-database.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

let server: RunningServer;
let database: Client;
beforeAll(async () => {
  server = await RunningServer.start();
  database = await connectToEmbedded(server.dataFolder);
});
afterAll(async () => {
  await database.end();
  await server[Symbol.asyncDispose]();
});

test.concurrent("two waits on one number through two bridges are served in their order, each message once", async () => {
  await using first = await AgentClient.connect(server.environment);
  await using second = await AgentClient.connect(server.environment);
  expect(await first.lease("shared")).toBe(await second.lease("shared"));
  for (let round = 0; round < 5; round++) {
    const [earlier, later] = round % 2 === 0 ? [first, second] : [second, first];
    const one = earlier.wait();
    await waitsOpen(database, first.phoneNumber, 1);
    const other = later.wait();
    await waitsOpen(database, first.phoneNumber, 2);
    const [a, b] = [randomCode(), randomCode()];
    expect(await server.sms(first.phoneNumber, `Your code is ${a}`)).toBe(200);
    expect(codeOf(await one)).toBe(a);
    expect(await server.sms(first.phoneNumber, `Your code is ${b}`)).toBe(200);
    expect(codeOf(await other)).toBe(b);
    expect(codeOf(await first.wait({ timeout: 0 }))).toBe("no code: timeout");
    expect(codeOf(await second.wait({ timeout: 0 }))).toBe("no code: timeout");
  }
});

test.concurrent("two messages that come together go to the two that wait, one each", async () => {
  await using first = await AgentClient.connect(server.environment);
  await using second = await AgentClient.connect(server.environment);
  await first.lease("together");
  await second.lease("together");
  const waits = [first.wait(), second.wait()];
  await waitsOpen(database, first.phoneNumber, 2);
  const codes = [randomCode(), randomCode()];
  const sent = codes.map((code, index) =>
    server.sms(first.phoneNumber, `Your code is ${code}`, `+1202555019${index}`),
  );
  expect(await Promise.all(sent)).toEqual([200, 200]);
  expect((await Promise.all(waits)).map(codeOf).toSorted()).toEqual(codes.toSorted());
});

test.concurrent("a bridge that is killed before it confirmed leaves its code to the one that waits beside it", async () => {
  await using survivor = await AgentClient.connect(server.environment);
  await using killed = await AgentClient.connect(server.environment);
  await survivor.lease("survivor");
  await killed.lease("survivor");
  const dying = killed.wait();
  await waitsOpen(database, killed.phoneNumber, 1);
  const waiting = survivor.wait({ timeout: 60_000 });
  await waitsOpen(database, killed.phoneNumber, 2);
  const sent = randomCode();
  expect(await server.sms(survivor.phoneNumber, `Your code is ${sent}`)).toBe(200);
  expect(codeOf(await dying)).toBe(sent);
  process.kill(killed.pid ?? 0, "SIGKILL");
  const answer = await waiting;
  expect(codeOf(answer)).toBe(sent);
  expect(answer.structuredContent?.["redelivered"]).toBe(true);
});
