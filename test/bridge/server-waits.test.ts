import { setTimeout as pause } from "node:timers/promises";
import { verifies } from "../support/verifies.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BridgeProcess, correctedCall, type ToolAnswer } from "../support/bridge-process.ts";
import { connectToEmbedded, waitsOpen } from "../support/embedded-database.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

async function agentWithNumber(passport_id: string, clientName?: string) {
  const bridge = new BridgeProcess({ env: server.environment });
  await bridge.initialize(clientName);
  const leased = await bridge.toolAnswer(bridge.callTool("get_phone_number", { passport_id }));
  if (leased.isError) throw new Error(leased.content[0]?.text);
  const phone_number = String(leased.structuredContent?.["phone_number"]);
  return {
    bridge,
    phone_number,
    wait: (args: object = {}) => bridge.callTool("wait_for_sms", { phone_number, ...args }),
    /** Resolves when a call that was sent later has been answered: a wait is under way by then, and mostly open. */
    settled: async () => bridge.toolAnswer(bridge.callTool("list_sms", { phone_number })),
    async [Symbol.asyncDispose]() {
      if (bridge.child.exitCode === null && server.output !== "") {
        await bridge.toolAnswer(bridge.callTool("release_phone_number", { phone_number }));
      }
      await bridge[Symbol.asyncDispose]();
    },
  };
}

const code = (answer: ToolAnswer): unknown =>
  (answer.structuredContent?.["otp"] as { code?: string } | null | undefined)?.code;

test("a code that came between the form and the call is returned at once, and once", async () => {
  await using t = await agentWithNumber("backlog");
  const sent = randomCode();
  await server.sms(t.phone_number, `Your code is ${sent}`);
  expect(code(await t.bridge.toolAnswer(t.wait()))).toBe(sent);
  const again = await t.bridge.toolAnswer(t.wait({ timeout: 0 }));
  expect(again.structuredContent).toMatchObject({ status: "timeout" });
});

test("a client that gives up just before its answer finds the code again, marked as redelivered", async () => {
  await using t = await agentWithNumber("crossing");
  const first = t.wait();
  await t.settled();
  const sent = randomCode();
  const delivered = server.sms(t.phone_number, `Your code is ${sent}`);
  await t.bridge.answerTo(first);
  // The client had given up before it read the answer; its cancellation crosses it.
  t.bridge.send({ method: "notifications/cancelled", params: { requestId: first } });
  await delivered;
  const second = await t.bridge.toolAnswer(t.wait());
  expect(code(second)).toBe(sent);
  expect(second.structuredContent?.["redelivered"]).toBe(true);
});

test("cancelling at any moment around the answer never loses the code", async () => {
  await using t = await agentWithNumber("cancel-sweep");
  const before: number[] = [];
  const after: number[] = [];
  for (let round = 0; round < 16; round += 1) {
    const id = t.wait();
    await t.settled();
    const sent = randomCode();
    const delivered = server.sms(t.phone_number, `Your code is ${sent}`);
    // From before the SMS is stored to after its answer was written; every fourth surely after.
    if (round % 4 === 3) await t.bridge.answerTo(id);
    else await pause(round * 2);
    (t.bridge.messages.some((message) => message.id === id) ? after : before).push(round);
    t.bridge.send({ method: "notifications/cancelled", params: { requestId: id } });
    await delivered;
    expect(code(await t.bridge.toolAnswer(t.wait()))).toBe(sent);
  }
  expect(before).not.toEqual([]);
  expect(after).not.toEqual([]);
});

test("a cancelled wait leaves the code to the next call", async () => {
  await using t = await agentWithNumber("cancelled");
  const id = t.wait();
  await t.settled();
  t.bridge.send({ method: "notifications/cancelled", params: { requestId: id } });
  const sent = randomCode();
  await server.sms(t.phone_number, `Your code is ${sent}`);
  expect(code(await t.bridge.toolAnswer(t.wait()))).toBe(sent);
});

test("a bridge that ends before its answer was confirmed leaves the code to the next one", async () => {
  const sent = randomCode();
  {
    const t = await agentWithNumber("killed");
    await server.sms(t.phone_number, `Your code is ${sent}`);
    expect(code(await t.bridge.toolAnswer(t.wait()))).toBe(sent);
    t.bridge.child.stdin.end();
    await t.bridge.ended();
  }
  await using t = await agentWithNumber("killed");
  const answer = await t.bridge.toolAnswer(t.wait());
  expect(code(answer)).toBe(sent);
  expect(answer.structuredContent?.["redelivered"]).toBe(true);
});

test(
  verifies(
    "client-limit",
    "at the client's limit the call is pending; the code that comes between two calls is not lost",
  ),
  async () => {
    // Copilot gives a call 30 s.
    await using t = await agentWithNumber("pending", "copilot");
    const first = t.wait({ timeout: 120_000 });
    const message = await t.bridge.until(
      () => t.bridge.messages.find(({ id }) => id === first) ?? null,
      26_000,
    );
    const pending = message.result as unknown as ToolAnswer;
    expect(pending.structuredContent?.["status"]).toBe("pending");
    const timeout = Number(pending.structuredContent?.["remaining_ms"]);
    expect(timeout).toBeGreaterThan(90_000);
    const sent = randomCode();
    await server.sms(t.phone_number, `Your code is ${sent}`);
    const next = await t.bridge.toolAnswer(t.wait({ timeout }));
    expect(code(next)).toBe(sent);
    expect(next.structuredContent?.["redelivered"]).toBeUndefined();
  },
);

test("filters leave other messages alone and count them", async () => {
  await using t = await agentWithNumber("filters");
  await server.sms(t.phone_number, "Acme: your code is 111222", "+12025550111");
  const wanted = t.wait({ from: ["+12025550199"], timeout: 20_000 });
  await t.settled();
  await server.sms(t.phone_number, "Your code is 333444", "+12025550199");
  const answer = await t.bridge.toolAnswer(wanted);
  expect(code(answer)).toBe("333444");
  expect(answer.structuredContent?.["seen_nonmatching"]).toBe(1);
  expect(code(await t.bridge.toolAnswer(t.wait()))).toBe("111222");
});

test("sixty parallel calls of one passport get one number", async () => {
  await using t = await agentWithNumber("parallel");
  const ids = Array.from({ length: 60 }, () =>
    t.bridge.callTool("get_phone_number", { passport_id: "parallel" }),
  );
  const answers = await Promise.all(ids.map((id) => t.bridge.toolAnswer(id)));
  expect(new Set(answers.map((answer) => answer.structuredContent?.["phone_number"]))).toEqual(
    new Set([t.phone_number]),
  );
});

test("a released number ends its wait", async () => {
  await using t = await agentWithNumber("released");
  await using database = await connectToEmbedded(server.dataFolder);
  const id = t.wait();
  await waitsOpen(database, t.phone_number);
  await t.bridge.toolAnswer(t.bridge.callTool("release_phone_number", { phone_number: t.phone_number }));
  expect((await t.bridge.toolAnswer(id)).structuredContent).toMatchObject({ status: "number_released" });
});

test("errors of the server end in a call that works", async () => {
  await using t = await agentWithNumber("errors");
  const foreign = await t.bridge.toolAnswer(
    t.bridge.callTool("wait_for_sms", { phone_number: "+15550000000", timeout: 0 }),
  );
  expect(foreign.isError).toBe(true);
  expect(foreign.content[0]?.text).toMatch(/^wait_for_sms failed: phone_number: this agent holds no number/);
  expect(correctedCall(foreign)).toEqual({
    name: "wait_for_sms",
    arguments: { phone_number: t.phone_number, timeout: 0 },
  });
  const pattern = await t.bridge.toolAnswer(t.wait({ match: "(", timeout: 0 }));
  expect(pattern.isError).toBe(true);
  expect(pattern.content[0]?.text).toContain("match: ");
  const { name, arguments: args } = correctedCall(pattern);
  expect((await t.bridge.toolAnswer(t.bridge.callTool(name, args))).isError).toBeUndefined();
});
