import { afterAll, beforeAll, expect, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import type { ToolAnswer } from "../support/bridge-process.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

test.concurrent("a stock client with its limit of 60 s is told to call again before it gives up, and has its code then", async () => {
  await using agent = await AgentClient.connect(server.environment, "stock");
  await agent.lease("stock");
  const started = performance.now();
  const pending = await agent.wait({ timeout: 600_000 });
  expect(performance.now() - started).toBeGreaterThan(40_000);
  expect(pending.structuredContent).toMatchObject({ status: "pending" });
  const timeout = Number(pending.structuredContent?.["remaining_ms"]);
  expect(timeout).toBeLessThan(560_000);
  const code = randomCode();
  expect(await server.sms(agent.phoneNumber, `Your code is ${code}`)).toBe(200);
  const next = await agent.wait({ timeout });
  expect(codeOf(next)).toBe(code);
  expect(next.structuredContent?.["redelivered"]).toBeUndefined();
});

test.concurrent("a client of 8 s that takes progress for a sign of life waits on over 12 s", async () => {
  await using agent = await AgentClient.connect(server.environment, "patient");
  await agent.lease("patient");
  const heard: (string | undefined)[] = [];
  const code = randomCode();
  const waiting = agent.wait(
    {},
    {
      timeout: 8_000,
      resetTimeoutOnProgress: true,
      onprogress: ({ progress, message }) => {
        heard.push(message);
        if (progress > 9) void server.sms(agent.phoneNumber, `Your code is ${code}`);
      },
    },
  );
  const answer = await waiting;
  expect(codeOf(answer)).toBe(code);
  expect(answer.structuredContent?.["waited_ms"]).toBeGreaterThan(8_000);
  expect(heard.slice(0, 3)).toEqual([
    "Waiting for the SMS, 0 s so far.",
    "Waiting for the SMS, 5 s so far.",
    "Waiting for the SMS, 10 s so far.",
  ]);
});

test.concurrent("a model with a client of 30 s that waits for ten minutes call by call has the code that came between two of them, once", async () => {
  await using agent = await AgentClient.connect(server.environment, "github-copilot-developer");
  await agent.lease("looping");
  const code = randomCode();
  const statuses: unknown[] = [];
  let timeout = 600_000;
  let last: ToolAnswer | null = null;
  while (statuses.at(-1) !== "received" && statuses.length < 10) {
    if (statuses.length === 2) await server.sms(agent.phoneNumber, `Your code is ${code}`);
    last = await agent.wait({ timeout }, { timeout: 30_000 });
    statuses.push(last.structuredContent?.["status"]);
    timeout = Number(last.structuredContent?.["remaining_ms"]);
  }
  expect(last && codeOf(last)).toBe(code);
  expect(statuses).toEqual(["pending", "pending", "received"]);
  expect(codeOf(await agent.wait({ timeout: 0 }))).toBe("no code: timeout");
});
