import type { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { connectToEmbedded, waitsOpen } from "../support/embedded-database.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";
import { TrayProcess } from "../support/tray/tray-process.ts";
import { verifies } from "../support/verifies.ts";

let server: RunningServer;
let database: Client;
let tray: TrayProcess;
beforeAll(async () => {
  server = await RunningServer.start();
  database = await connectToEmbedded(server.dataFolder);
  tray = await TrayProcess.start(server.dataFolder);
});
afterAll(async () => {
  await tray[Symbol.asyncDispose]();
  await database.end();
  await server[Symbol.asyncDispose]();
});
afterEach(({ task }) => {
  if (tray.bugs.length > 0) throw new Error(`${task.name}: ${tray.bugs.join(", ")}`);
});

/** A stock MCP client with a number of its own. */
async function agent(name: string): Promise<AgentClient> {
  const client = await AgentClient.connect(server.environment, name);
  await client.lease();
  return client;
}

test("four programs at once: each is asked about, each gets a number and its own code", async () => {
  const names = ["claude-code", "cursor", "codex", "zed"];
  const agents = await Promise.all(names.map(agent));
  try {
    expect(tray.asked.toSorted()).toEqual(names.toSorted());
    expect(new Set(agents.map(({ phoneNumber }) => phoneNumber)).size).toBe(4);
    const codes = agents.map(() => randomCode());
    const waits = agents.map((one) => one.wait());
    for (const { phoneNumber } of agents) await waitsOpen(database, phoneNumber);
    await Promise.all(
      agents.map(({ phoneNumber }, index) => server.sms(phoneNumber, `Your code is ${codes[index]}`)),
    );
    expect((await Promise.all(waits)).map(codeOf)).toEqual(codes);
  } finally {
    for (const one of agents) await one[Symbol.asyncDispose]();
  }
});

test(
  verifies(
    "F14",
    "a tray that is killed in the middle of a wait and started again: the wait ends with its code, once",
  ),
  async () => {
    await using client = await agent("survivor");
    const waiting = client.wait();
    await waitsOpen(database, client.phoneNumber);
    await tray.kill();
    const code = randomCode();
    expect(await server.sms(client.phoneNumber, `Your code is ${code}`)).toBe(200);
    await tray.start();
    const answer = await waiting;
    expect(codeOf(answer)).toBe(code);
    expect(answer.structuredContent?.["redelivered"]).toBeUndefined();
    expect(codeOf(await client.wait({ timeout: 0 }))).toBe("no code: timeout");
    expect(tray.asked.filter((name) => name === "survivor")).toHaveLength(1);
  },
);

test("two bridges with one token share the number, and each message reaches one of them", async () => {
  await using first = await agent("twins");
  await using second = await agent("twins");
  expect(second.phoneNumber).toBe(first.phoneNumber);
  expect(tray.asked.filter((name) => name === "twins")).toHaveLength(1);
  const waits = [first.wait(), second.wait()];
  await waitsOpen(database, first.phoneNumber, 2);
  const codes = [randomCode(), randomCode()];
  for (const [index, code] of codes.entries())
    await server.sms(first.phoneNumber, `Your code is ${code}`, `+1202555019${index}`);
  expect((await Promise.all(waits)).map(codeOf).toSorted()).toEqual(codes.toSorted());
});

test("a bridge that is killed before it confirmed leaves its code to the one beside it", async () => {
  await using survivor = await agent("pair");
  await using killed = await agent("pair");
  const dying = killed.wait();
  await waitsOpen(database, killed.phoneNumber, 1);
  const waiting = survivor.wait({ timeout: 60_000 });
  await waitsOpen(database, killed.phoneNumber, 2);
  const code = randomCode();
  expect(await server.sms(killed.phoneNumber, `Your code is ${code}`)).toBe(200);
  expect(codeOf(await dying)).toBe(code);
  process.kill(killed.pid ?? 0, "SIGKILL");
  const answer = await waiting;
  expect(codeOf(answer)).toBe(code);
  expect(answer.structuredContent?.["redelivered"]).toBe(true);
});

test("a tray that freezes with its sockets open is named, and the wait goes on when it wakes", async () => {
  await using client = await agent("frozen");
  const waiting = client.wait({ timeout: 60_000 });
  await waitsOpen(database, client.phoneNumber);
  tray.freeze();
  const code = randomCode();
  const sent = server.sms(client.phoneNumber, `Your code is ${code}`);
  const meanwhile = await client.wait({ timeout: 0 });
  tray.thaw();
  expect(codeOf(meanwhile)).toContain("AgentPass (the tray app) does not answer");
  expect(await sent).toBe(200);
  expect(codeOf(await waiting)).toBe(code);
});

test("the server restarts behind the tray: the wait goes on and gets its code", async () => {
  await using client = await agent("patient");
  const waiting = client.wait();
  await waitsOpen(database, client.phoneNumber);
  await database.end();
  await server.stop("SIGKILL");
  await server.start();
  database = await connectToEmbedded(server.dataFolder);
  const code = randomCode();
  expect(await server.sms(client.phoneNumber, `Your code is ${code}`)).toBe(200);
  expect(codeOf(await waiting)).toBe(code);
});

test("a revoked program is told so in the middle of its wait, and its number is free again", async () => {
  await using client = await agent("revoked");
  const waiting = client.wait();
  await waitsOpen(database, client.phoneNumber);
  await tray.revoke("revoked");
  expect(codeOf(await waiting)).toContain('"revoked" was disconnected in AgentPass');
  await waitsOpen(database, client.phoneNumber, 0);
});

test("a second tray on the same folder is told that one runs", async () => {
  await using second = await TrayProcess.start(server.dataFolder);
  expect(second.state).toMatchObject({ listening: false, problems: [{ code: "conflict" }] });
  await using client = await AgentClient.connect(server.environment, "after-the-second");
  expect((await client.call("list_sms")).isError).toBeUndefined();
});
