import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { connectToEmbedded, waitsOpen } from "../support/embedded-database.ts";
import { clientKinds, type ClientKind } from "../support/mcp-clients.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

let server: RunningServer;
let database: Client;

/** Each suite of tests has a server of its own: together they need more numbers than one has. */
function withServer(): void {
  beforeAll(async () => {
    server = await RunningServer.start();
    database = await connectToEmbedded(server.dataFolder);
  });
  afterAll(async () => {
    await database.end();
    await server[Symbol.asyncDispose]();
  });
}

/** A client that is an agent of its own: one holds only three numbers. */
async function agent(kind: ClientKind, purpose: string, program?: string): Promise<AgentClient> {
  const owner = apiClient(server.url, server.ownerKey);
  const { key } = await owner.agent.create.mutate({ name: `${kind} ${purpose}` });
  const client = await AgentClient.connect({ ...server.environment, AGENTPASS_API_KEY: key }, program, kind);
  await client.lease();
  return client;
}

describe.each(clientKinds)("a %s client", (kind) => {
  withServer();

  test.concurrent("hears of progress, and may wait longer than its own limit with it", async () => {
    await using t = await agent(kind, "progress");
    const heard: number[] = [];
    const answer = await t.wait(
      { timeout: 12_000 },
      // A tick comes every 5 s.
      { timeout: 9_000, resetTimeoutOnProgress: true, onprogress: ({ progress }) => heard.push(progress) },
    );
    expect(codeOf(answer)).toBe("no code: timeout");
    expect(heard.length).toBeGreaterThanOrEqual(2);
    expect(heard).toEqual([...new Set(heard)].toSorted((a, b) => a - b));
    await t.call("release_phone_number", { phone_number: t.phoneNumber });
  });

  test.concurrent("cancels a wait, and finds the code with its next call", async () => {
    await using t = await agent(kind, "cancel");
    const cancel = new AbortController();
    const waiting = t.wait({}, { signal: cancel.signal });
    const gaveUp = waiting.then(
      () => "answered",
      () => "gave up",
    );
    await waitsOpen(database, t.phoneNumber, 1);
    cancel.abort("no longer wanted");
    expect(await gaveUp).toBe("gave up");
    await waitsOpen(database, t.phoneNumber, 0);
    const code = randomCode();
    expect(await server.sms(t.phoneNumber, `Your code is ${code}`)).toBe(200);
    const answer = await t.wait();
    expect(codeOf(answer)).toBe(code);
    expect(answer.structuredContent?.["redelivered"]).toBeUndefined();
    await t.call("release_phone_number", { phone_number: t.phoneNumber });
  });

  test.concurrent("gives a wait up at its own limit, and finds the code with its next call", async () => {
    await using t = await agent(kind, "limit");
    await expect(t.wait({}, { timeout: 1_500 })).rejects.toThrow(/timed out/i);
    await waitsOpen(database, t.phoneNumber, 0);
    const code = randomCode();
    expect(await server.sms(t.phoneNumber, `Your code is ${code}`)).toBe(200);
    expect(codeOf(await t.wait())).toBe(code);
    await t.call("release_phone_number", { phone_number: t.phoneNumber });
  });

  test.concurrent("is told that the wait is pending before the limit that its program is known for", async () => {
    // Copilot gives a call 30 s.
    await using t = await agent(kind, "pending", "copilot");
    const pending = await t.wait({ timeout: 60_000 }, { timeout: 30_000 });
    expect(codeOf(pending)).toBe("no code: pending");
    const timeout = Number(pending.structuredContent?.["remaining_ms"]);
    expect(timeout).toBeGreaterThan(20_000);
    const code = randomCode();
    expect(await server.sms(t.phoneNumber, `Your code is ${code}`)).toBe(200);
    expect(codeOf(await t.wait({ timeout }))).toBe(code);
    await t.call("release_phone_number", { phone_number: t.phoneNumber });
  });

  test.concurrent("takes every kind of answer: each fits the schema that the tool was listed with", async () => {
    await using t = await agent(kind, "schemas");
    expect(codeOf(await t.wait({ timeout: 0 }))).toBe("no code: timeout");
    expect(codeOf(await t.wait({ timeout: 30 }))).toContain("error: ");
    expect(await server.sms(t.phoneNumber, "Your parcel is here.")).toBe(200);
    expect((await t.wait()).structuredContent).toMatchObject({ status: "received", otp: null });
    await server.sms(t.phoneNumber, "Your code is 111222");
    expect((await t.wait({ mode: "peek" })).structuredContent).toMatchObject({ otp: { code: "111222" } });
    expect((await t.call("list_sms")).structuredContent).toMatchObject({ messages: { length: 2 } });
    for (const sms_body of ["Your code is 111222", "Your parcel is here.", ""]) {
      const answer = await t.call("extract_otp_from_sms", { sms_body });
      expect(answer.structuredContent ?? answer.isError).toBeTruthy();
    }
    const ended = t.wait({ from: ["+12025550199"] });
    await waitsOpen(database, t.phoneNumber, 1);
    await t.call("release_phone_number", { phone_number: t.phoneNumber });
    expect(codeOf(await ended)).toBe("no code: number_released");
  });
});

describe("clients of all generations", () => {
  withServer();

  test("wait on one number at once, and are served in their order", async () => {
    const clients = await Promise.all(
      clientKinds.map((kind) => AgentClient.connect(server.environment, "a-test", kind)),
    );
    try {
      for (const client of clients) await client.lease();
      const waits = [];
      for (const [index, client] of clients.entries()) {
        waits.push(client.wait());
        await waitsOpen(database, client.phoneNumber, index + 1);
      }
      for (const [index, waiting] of waits.entries()) {
        const code = randomCode();
        expect(await server.sms(clients[0]?.phoneNumber ?? "", `Your code is ${code}`)).toBe(200);
        expect([index, codeOf(await waiting)]).toEqual([index, code]);
      }
    } finally {
      for (const client of clients) await client[Symbol.asyncDispose]();
    }
  });
});
