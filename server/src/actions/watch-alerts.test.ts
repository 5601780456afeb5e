import { randomUUID } from "node:crypto";
import { Secret } from "@agentpass/shared/secret";
import { expect, test } from "vitest";
import { recordingServer, type RecordingServer } from "../../../test/support/recording-server.ts";
import { testNumbers, testStore, type TestStore } from "../../../test/support/test-store.ts";
import { silentLogger } from "../ops/logger.ts";
import { startAlerts } from "../start/alerts.ts";
import { createSignalCounter, type SignalCounter } from "../ops/alert-signals.ts";
import { chatWebhook } from "../ops/chat-webhook.ts";
import { fleetReader } from "./fleet-state.ts";
import { watchAlerts, type UntoldAlert } from "./watch-alerts.ts";

const MINUTE = 60_000;

/** A node of an installation, as far as it watches for alerts. */
interface Node {
  counter: SignalCounter;
  look: () => Promise<UntoldAlert[]>;
}

function nodeOf(t: TestStore, chat: Pick<RecordingServer, "url">): Node {
  const counter = createSignalCounter();
  const post = chatWebhook(new Secret(`${chat.url}/services/T0/B0/secret`), 300);
  const parts = {
    store: t.store,
    counter,
    fleet: fleetReader(t.store),
    post,
    from: () => "https://sms.example.com",
  };
  return { counter, look: () => watchAlerts(parts) };
}

const textsOf = (chat: RecordingServer): string[] =>
  chat.requests.map(({ body }) => (JSON.parse(body) as { text: string }).text);

/** So that the webhooks counted lie in minutes that are over. */
const badSignatures = ({ counter }: Node, count: number): void => {
  for (let one = 0; one < count; one++)
    counter.observe({ type: "webhook.answered", webhook: "sms", result: "bad_signature", ms: 1 });
};

test("what two nodes count is one sum, and one of them tells of it, once", async () => {
  await using t = await testStore();
  await using chat = await recordingServer();
  const [east, west] = [nodeOf(t, chat), nodeOf(t, chat)];
  const messageId = randomUUID();
  east.counter.observe({
    type: "message.stored",
    messageId,
    agentId: null,
    receivedAt: 0,
    storedAt: 0,
    matchedAt: null,
  });
  badSignatures(east, 12);
  badSignatures(west, 12);
  await Promise.all([east.look(), west.look()]);
  await Promise.all([east.look(), west.look(), east.look(), west.look()]);
  expect(textsOf(chat)).toEqual([
    "AgentPass SMS alert: Webhooks with bad signatures. 24 webhooks with a bad signature within 15 minutes, and 1 messages stored. Where none is stored, AGENTPASS_API_URL or the auth token is wrong (pnpm agentpass doctor); else somebody tries to forge messages. (https://sms.example.com)",
  ]);
  expect(chat.requests[0]?.headers["content-type"]).toBe("application/json");
});

test("when it is over, that is told too, once", async () => {
  await using t = await testStore();
  await using chat = await recordingServer();
  const [east, west] = [nodeOf(t, chat), nodeOf(t, chat)];
  badSignatures(east, 20);
  await east.look();
  for (let minute = 0; minute < 40; minute++) {
    t.advance(MINUTE);
    await Promise.all([east.look(), west.look()]);
  }
  expect(textsOf(chat)).toEqual([
    expect.stringContaining("alert: Webhooks with bad signatures"),
    "AgentPass SMS recovered: Webhooks with bad signatures. This is over. (https://sms.example.com)",
  ]);
});

test("a chat that fails, or never answers, costs a fault and a later try, and shows no address", async () => {
  await using t = await testStore();
  await using chat = await recordingServer();
  const node = nodeOf(t, chat);
  badSignatures(node, 20);
  chat.status = 500;
  expect(await node.look()).toEqual([{ fault: "The address answered with status 500." }]);
  expect(await node.look()).toEqual([]);
  chat.status = null;
  t.advance(2 * MINUTE);
  expect(await node.look()).toEqual([{ fault: "Nobody answered within 0.3 s." }]);
  chat.status = 200;
  t.advance(2 * MINUTE);
  expect(await node.look()).toEqual([]);
  t.advance(2 * MINUTE);
  expect(await node.look()).toEqual([]);
  expect(chat.requests).toHaveLength(3);
});

test("a pool without a free number is told of, with how many there are and none of them", async () => {
  const numbers = testNumbers.slice(0, 2);
  await using t = await testStore([], {}, numbers);
  await using chat = await recordingServer();
  const node = nodeOf(t, chat);
  const agent = await t.agent("a");
  await agent.number("one");
  await node.look();
  expect(textsOf(chat)).toEqual([]);
  await agent.number("two");
  t.advance(MINUTE);
  await node.look();
  expect(textsOf(chat)).toEqual([
    "AgentPass SMS alert: No number is available. None of 2 numbers can be leased. See: pnpm agentpass number list (https://sms.example.com)",
  ]);
});

test("counts that could not be written are written with the next, and old ones are forgotten", async () => {
  await using t = await testStore();
  await using chat = await recordingServer();
  const node = nodeOf(t, chat);
  badSignatures(node, 15);
  const broken = watchAlerts({
    store: { ...t.store, ingest: t.store.app },
    counter: node.counter,
    fleet: fleetReader(t.store),
    post: () => Promise.reject(new Error("not reached")),
    from: () => "",
  });
  await expect(broken).rejects.toThrow("permission denied");
  badSignatures(node, 5);
  await node.look();
  expect(textsOf(chat)).toEqual([expect.stringContaining("20 webhooks with a bad signature")]);
  t.advance(25 * 60 * MINUTE);
  await node.look();
  expect(await t.store.ingest.selectFrom("alert_counts").selectAll().execute()).toEqual([]);
});

test("that the database is away, a node says by itself, once, and once that it is back", async () => {
  await using t = await testStore();
  await using chat = await recordingServer();
  const fleet = fleetReader(t.store);
  let away = true;
  const parts = {
    store: t.store,
    fleet: () => (away ? Promise.reject(new Error("away")) : fleet()),
    post: chatWebhook(new Secret(chat.url)),
    from: () => "https://sms.example.com",
  };
  const alerts = startAlerts(parts, silentLogger, 5);
  await expect.poll(() => textsOf(chat)).toEqual([expect.stringContaining("The database does not answer")]);
  away = false;
  await expect.poll(() => textsOf(chat)).toHaveLength(2);
  await alerts.stop();
  expect(textsOf(chat)[1]).toBe(
    "AgentPass SMS recovered: The database answers again. (https://sms.example.com)",
  );
});
