import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { AgentClient, codeOf } from "../../../../test/support/agent-client.ts";
import { connectionOf } from "../../../../test/support/device-feed.ts";
import { PairedDevice } from "../../../../test/support/paired-device.ts";
import { randomCode, RunningServer } from "../../../../test/support/running-server.ts";
import type { Question } from "../../shared/question.ts";
import { UNREAD_MS } from "../../shared/unread.ts";
import type { DeviceConnection } from "../connection/device-connection.ts";
import { Observable } from "../observable.ts";
import { DecisionLog } from "./decision-log.ts";
import { Questions } from "./questions.ts";

let server: RunningServer;
let device: PairedDevice;
beforeAll(async () => {
  server = await RunningServer.start();
  device = await PairedDevice.pair(server.url, server.ownerKey);
}, 60_000);
afterAll(async () => {
  device[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

let questions: Questions;
let feed: DeviceConnection;
let log: DecisionLog;
let account: Observable<{ memberId: string } | null>;
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), "agentpass-questions-"));
  const [owner] = await device.api.member.list.query();
  account = new Observable<{ memberId: string } | null>({ memberId: owner?.id ?? "" });
  feed = connectionOf(device, server.url, folder);
  log = await DecisionLog.load(join(folder, "decisions.json"));
  questions = new Questions({ feed, account, log });
  feed.start();
  await vi.waitUntil(() => feed.client !== null, { timeout: 20_000, interval: 10 });
  return async () => {
    await feed.close();
    await log.saved();
    rmSync(folder, { recursive: true, force: true });
  };
});

let made = 0;
/** An agent of the owner's about which he is asked, waiting for a code that has come. */
async function waitingAgent(body: (code: string) => string): Promise<
  AsyncDisposable & {
    name: string;
    code: string;
    answer: Promise<unknown>;
    client: AgentClient;
  }
> {
  const name = `agent ${(made += 1)}`;
  const { key } = await device.api.agent.create.mutate({ name, policy: "ask" });
  const client = await AgentClient.connect({ ...server.environment, AGENTPASS_API_KEY: key });
  await client.lease();
  const code = randomCode();
  const answer = client.wait({ timeout: 30_000 });
  await server.sms(client.phoneNumber, body(code));
  return { name, code, answer, client, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
}

const current = (): Question | null => questions.view.value.question;
async function asked(agentName: string): Promise<Question> {
  return vi.waitFor(
    () => {
      const question = current();
      if (question?.kind !== "message" || question.agentName !== agentName) throw new Error("not asked yet");
      return question;
    },
    { timeout: 20_000, interval: 10 },
  );
}
/** As soon as a person could have read it. */
async function answer(decision: "allow" | "allow_service" | "deny"): Promise<void> {
  const id = current()?.id ?? "";
  await vi.waitFor(() => questions.answer({ id, decision }), { timeout: 5 * UNREAD_MS, interval: 50 });
}

test("shows what would be released, releases exactly that, and logs it with the number masked", async () => {
  await using agent = await waitingAgent((code) => `Your GitHub verification code is ${code}`);
  const question = await asked(agent.name);
  expect(question).toMatchObject({
    code: agent.code,
    service: "GitHub",
    policy: "ask",
    phoneNumber: agent.client.phoneNumber,
    waiting: 0,
  });
  expect(question.endsAt - Date.now()).toBeLessThanOrEqual(60_000);
  await answer("allow");
  expect(codeOf((await agent.answer) as never)).toBe(agent.code);
  expect(current()).toBeNull();
  expect(log.all.value).toMatchObject([{ agentName: agent.name, service: "GitHub", decision: "allow" }]);
  const kept = JSON.stringify(log.all.value);
  expect(kept).not.toContain(agent.code);
  expect(kept).not.toContain(agent.client.phoneNumber);
});

test("a question that another device answers goes, with a word, and is not of this log", async () => {
  await using agent = await waitingAgent((code) => `Your code is ${code}`);
  await asked(agent.name);
  const open = (await device.api.approval.list.query()).find(({ state }) => state === "open");
  await device.api.approval.answer.mutate({ id: open?.id ?? "", decision: "deny" });
  await expect.poll(current, { timeout: 20_000 }).toBeNull();
  expect(questions.view.value.word).toContain("is over");
  await agent.answer;
  expect(log.all.value).toEqual([]);
});

test("a question whose agent gets another name is another question: an old click answers nothing", async () => {
  await using agent = await waitingAgent((code) => `Your code is ${code}`);
  const before = await asked(agent.name);
  const name = `${agent.name} renamed`;
  await device.api.agent.rename.mutate({ agent: agent.name, name });
  const after = await asked(name);
  expect(after.id).not.toBe(before.id);
  expect(questions.view.value.word).toContain("has changed");
  await expect(questions.answer({ id: before.id, decision: "allow" })).rejects.toMatchObject({
    problem: { code: "conflict" },
  });
  await answer("deny");
  expect((await agent.answer) as object).toMatchObject({
    structuredContent: { status: "denied", reason: "person" },
  });
});

test("questions of the account before are gone when another one is signed in", async () => {
  await using agent = await waitingAgent((code) => `Your code is ${code}`);
  await asked(agent.name);
  account.set(null);
  expect(current()).toBeNull();
  expect(questions.openCount.value).toBe(0);
  const open = (await device.api.approval.list.query()).find(({ state }) => state === "open");
  await device.api.approval.answer.mutate({ id: open?.id ?? "", decision: "deny" });
  await agent.answer;
});

test("a program is let in under the name that the person chose, and its own is a claim", async () => {
  const ended = new AbortController();
  const answered = questions.askFirstContact({
    clientName: "claude-code",
    program: "/usr/bin/node (process 7)",
    askedAt: Date.now(),
    endsAt: Date.now() + 60_000,
    signal: ended.signal,
  });
  expect(current()).toMatchObject({ kind: "first_contact", claimedName: "claude-code" });
  const id = current()?.id ?? "";
  const allowed = { id, decision: "allow_program", name: "My Claude", policy: "ask_first" } as const;
  await vi.waitFor(() => questions.answer(allowed), { timeout: 5 * UNREAD_MS, interval: 50 });
  expect(await answered).toEqual({ allow: true, name: "My Claude", policy: "ask_first" });
  ended.abort();
  expect(questions.view.value).toEqual({ question: null, word: null });
  expect(log.all.value).toMatchObject([{ agentName: "My Claude", decision: "allow" }]);
});

test("a question about a program that nobody answered is over, told and logged", async () => {
  const ended = new AbortController();
  const answered = questions.askFirstContact({
    clientName: "cursor",
    program: null,
    askedAt: Date.now(),
    endsAt: Date.now(),
    signal: ended.signal,
  });
  ended.abort();
  await expect(answered).rejects.toThrow("without an answer");
  expect(questions.view.value).toMatchObject({ question: null, word: expect.stringContaining("cursor") });
  expect(log.all.value).toMatchObject([{ agentName: "cursor", decision: "no_answer" }]);
});
