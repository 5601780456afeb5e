import type { SettleWaitInput, WaitAnswer } from "@agentpass/shared/agent-api";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AgentBackend } from "../agent-api/agent-backend.ts";
import { linkTo } from "./agent-link.ts";
import { callCapMs } from "./client-limits.ts";
import { waitForAnswer } from "./wait-call.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function answer(status: "open" | "timeout"): WaitAnswer {
  const cursor = "00000001:1:00000001";
  return { requestId: "r", cursor, waitedMs: 0, remainingMs: 0, seenNonmatching: 0, mode: "live", status };
}

const received: WaitAnswer = {
  ...answer("open"),
  status: "received",
  message: {
    id: "SM0",
    from: "GitHub",
    to: "+15551234567",
    receivedAt: "2026-01-01T00:00:00.000Z",
    state: "claimed",
    otp: { code: "482913" },
    simulated: false,
  },
  redelivered: false,
  expired: false,
  superseded: [],
  receipt: { receivedAt: 1, storedAt: 2, matchedAt: 3 },
};

function setUp(first: WaitAnswer = answer("open"), answersAfter: Promise<void> = Promise.resolve()) {
  const settled: SettleWaitInput["action"][] = [];
  const opened: string[] = [];
  const touched: string[][] = [];
  let change: (requestId: string, answer: WaitAnswer) => void = () => {};
  let requestId = "";
  const backend: AgentBackend = {
    getNumber: () => Promise.reject(new Error("not asked for")),
    listMessages: () => Promise.reject(new Error("not asked for")),
    listNumbers: () => Promise.reject(new Error("not asked for")),
    onHeldChanged: () => () => {},
    releaseNumber: () => Promise.reject(new Error("not asked for")),
    openWait: (input) => {
      ({ requestId } = input);
      opened.push(requestId);
      return answersAfter.then(() => first);
    },
    settleWait: async ({ action }) => {
      settled.push(action);
      await answersAfter;
      return action === "timeout" ? answer("timeout") : answer("open");
    },
    touchWaits: (requestIds) => {
      touched.push(requestIds);
      return Promise.resolve();
    },
    onWaitChanged: (listener) => {
      change = listener;
      return () => {};
    },
    onMissed: () => () => {},
    close: () => {},
  };
  const link = linkTo(backend);
  const controller = new AbortController();
  const progress = vi.fn<(elapsedMs: number) => void>();
  const call = (timeoutMs: number, clientName?: string, { signal } = controller) =>
    waitForAnswer({
      link,
      timeoutMs,
      wanted: { phoneNumber: "+15551234567" },
      request: {
        arguments: {},
        id: 1,
        arrivedAt: performance.now(),
        capMs: callCapMs(clientName),
        signal,
        progress,
      },
    });
  return {
    settled,
    opened,
    touched,
    link,
    controller,
    progress,
    call,
    change: () => change(requestId, received),
  };
}

test.each([
  [undefined, 45_000],
  ["zed", 52_000],
  ["github-copilot-developer", 22_000],
  ["claude-code", 52_000],
  ["claude-ai", 52_000],
  ["cursor-vscode", 52_000],
  ["codex-mcp-client", 292_000],
  ["goose", 292_000],
  ["Visual Studio Code - Insiders", 232_000],
])("a long wait of client %s is parked after %i ms", async (client, capMs) => {
  const t = setUp();
  const done = t.call(600_000, client);
  await vi.advanceTimersByTimeAsync(capMs - 1);
  expect(t.settled).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect((await done)?.status).toBe("open");
  expect(t.settled).toEqual(["park"]);
});

test("a wait that fits the client's limit ends at its own deadline", async () => {
  const t = setUp();
  const done = t.call(30_000);
  await vi.advanceTimersByTimeAsync(30_000);
  expect((await done)?.status).toBe("timeout");
  expect(t.settled).toEqual(["timeout"]);
});

test("an open wait is touched every 5 s, and progress told when it opens and then as often", async () => {
  const t = setUp();
  const done = t.call(30_000);
  await vi.advanceTimersByTimeAsync(16_000);
  expect(t.touched).toHaveLength(3);
  expect(t.progress.mock.calls.map(([elapsedMs]) => elapsedMs)).toEqual([0, 5_000, 10_000, 15_000]);
  t.change();
  await done;
});

test("an answer nobody took back for 15 s is confirmed, and touched until then", async () => {
  const t = setUp(received);
  await t.call(30_000);
  await vi.advanceTimersByTimeAsync(14_999);
  expect(t.settled).toEqual([]);
  expect(t.touched).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(t.settled).toEqual(["confirm"]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(t.touched.length).toBeLessThanOrEqual(3);
});

test("after the confirmation a cancellation changes nothing", async () => {
  const t = setUp(received);
  await t.call(30_000);
  t.link.delivery.nextCall();
  t.link.delivery.cancelled(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(t.settled).toEqual(["confirm"]);
});

test("a cancellation in the same instant as the answer gives the code back, whichever is heard first", async () => {
  for (const answerFirst of [true, false]) {
    const t = setUp();
    const done = t.call(30_000);
    await vi.advanceTimersByTimeAsync(1_000);
    const cancel = (): void => {
      t.controller.abort();
      t.link.delivery.cancelled(1);
    };
    if (answerFirst) t.change();
    cancel();
    if (!answerFirst) t.change();
    expect(await done).toBeNull();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(t.settled).toEqual(["cancel"]);
  }
});

test("every one of two hundred waits is touched", async () => {
  const t = setUp();
  const calls = Array.from({ length: 200 }, () => t.call(30_000));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(new Set(t.touched.flat())).toEqual(new Set(t.opened));
  expect(Math.max(...t.touched.map((requestIds) => requestIds.length))).toBe(100);
  await vi.advanceTimersByTimeAsync(25_000);
  await Promise.all(calls);
});

test("a call that is cancelled while an earlier code is given back opens no wait, which could take the code", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const t = setUp(answer("open"), promise);
  t.link.delivery.abandon("an earlier one", "give_back");
  const done = t.call(30_000);
  await vi.advanceTimersByTimeAsync(1_000);
  t.controller.abort();
  expect(await done).toBeNull();
  resolve();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(t.opened).toEqual([]);
});

test("a call that is cancelled while its wait is being opened says so, and no more", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const t = setUp(answer("open"), promise);
  const done = t.call(30_000);
  await vi.advanceTimersByTimeAsync(1_000);
  t.controller.abort();
  expect(await done).toBeNull();
  resolve();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(t.settled).toEqual(["cancel"]);
  expect(t.progress).not.toHaveBeenCalled();
});

test("a call after one that was cancelled while the server was away is not kept waiting for that one's end", async () => {
  const t = setUp(answer("open"), new Promise(() => {}));
  const cancelled = t.call(300_000, "codex-mcp-client");
  await vi.advanceTimersByTimeAsync(1_000);
  t.controller.abort();
  expect(await cancelled).toBeNull();
  void t.call(30_000, "codex-mcp-client", new AbortController());
  await vi.advanceTimersByTimeAsync(5_000);
  expect(t.opened).toHaveLength(2);
});
