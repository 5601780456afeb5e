import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { MetricsText } from "../../../../test/support/metrics-text.ts";
import { hasPromtool, promtool } from "../../../../test/support/promtool.ts";
import { providerOutcomes, waitOutcomes, webhookResults, type Occurrence } from "../occurrence.ts";
import type { FleetState } from "../readings.ts";
import { metricDefinitions } from "./definitions.ts";
import { createMetrics, type Metrics } from "./metrics.ts";

const fleet: FleetState = {
  numbers: { available: 3, leased: 2, quarantined: 1, suspended: 0, retired: 4 },
  leases: 2,
  waitsOpen: 1,
  approvalsOpen: 0,
  messagesUnread: 5,
  agents: [{ id: randomUUID(), name: "researcher" }],
  budget: {
    automatic: true,
    purchasesLastDay: 1,
    purchasesPerDay: 2,
    purchasesOpen: 0,
    numbersOwned: 4,
    numbersBought: 1,
    numbersLimit: 5,
    monthCost: 4.6,
    monthCostAlert: null,
    currency: "USD",
  },
};

const messageId = randomUUID();
const at = Date.now();

/** One of each kind, with every label's every value. */
const everything: Occurrence[] = [
  ...(["sms", "gateway"] as const).flatMap((webhook) =>
    webhookResults.map((result): Occurrence => ({ type: "webhook.answered", webhook, result, ms: 3 })),
  ),
  ...[null, randomUUID()].map((agentId): Occurrence => {
    return { type: "message.stored", messageId, agentId, receivedAt: at, storedAt: at + 2, matchedAt: null };
  }),
  {
    type: "answer.pushed",
    messageId,
    agentId: randomUUID(),
    receivedAt: at,
    storedAt: at + 2,
    pushedAt: at + 6,
    direct: true,
  },
  { type: "answer.confirmed", messageId, agentId: randomUUID(), since: at + 6, at: at + 90 },
  ...waitOutcomes.map((outcome): Occurrence => ({ type: "wait.ended", outcome, waitedMs: 20_000 })),
  ...[true, false].map((refused): Occurrence => ({ type: "use.counted", agentId: randomUUID(), refused })),
  ...providerOutcomes.map((outcome): Occurrence => ({ type: "provider.called", outcome })),
];

function newMetrics(readFleet: () => Promise<FleetState> = async () => fleet): Metrics & Disposable {
  const metrics = createMetrics({
    version: "1.2.3",
    mode: "twilio",
    readings: {
      fleet: readFleet,
      sockets: () => 7,
      queued: () => 0,
      reconciler: () => ({
        passes: 3,
        failures: 1,
        elsewhere: 2,
        asked: 0,
        listed: 9,
        stored: 1,
        lastPassAt: at,
      }),
      natsUp: () => true,
    },
    onError: () => {},
  });
  return Object.assign(metrics, { [Symbol.dispose]: () => metrics.close() });
}

const read = async (metrics: Metrics): Promise<MetricsText> => new MetricsText(await metrics.text());

test("what happens is counted and timed, in seconds", async () => {
  using metrics = newMetrics();
  everything.forEach((occurrence) => metrics.observe(occurrence));
  const now = await read(metrics);
  expect(now.value('agentpass_webhooks_total{webhook="gateway",result="bad_signature"}')).toBe(1);
  expect(now.value('agentpass_messages_stored_total{holder="nobody"}')).toBe(1);
  expect(now.value("agentpass_stored_to_pushed_seconds_sum")).toBeCloseTo(0.004);
  expect(now.value("agentpass_webhook_to_agent_seconds_sum")).toBeCloseTo(0.006);
  expect(now.value('agentpass_webhook_to_agent_seconds_bucket{le="0.005"}')).toBe(0);
  expect(now.value('agentpass_webhook_to_agent_seconds_bucket{le="0.01"}')).toBe(1);
  expect(now.value("agentpass_wait_duration_seconds_count")).toBe(waitOutcomes.length);
  expect(now.value('agentpass_provider_calls_total{outcome="failed"}')).toBe(1);
  expect(now.value('agentpass_reconciler_passes_total{result="elsewhere"}')).toBe(2);
  expect(now.value("agentpass_sockets")).toBe(7);
});

test("an answer that waited for a person, or for its agent to ask, says nothing of the server's latency", async () => {
  using metrics = newMetrics();
  const agentId = randomUUID();
  const times = { receivedAt: at, storedAt: at, pushedAt: at + 60_000 };
  metrics.observe({ type: "answer.pushed", messageId, agentId, ...times, direct: false });
  const now = await read(metrics);
  expect(now.value("agentpass_webhook_to_agent_seconds_count")).toBe(0);
  expect(now.value(`agentpass_agent_answers_total{agent="${agentId}"}`)).toBe(1);
});

test("whatever happens, every metric is one of the list and has its help, and the list has no other", async () => {
  using metrics = newMetrics();
  everything.forEach((occurrence) => metrics.observe(occurrence));
  const { text } = await read(metrics);
  const described = [...text.matchAll(/^# HELP (\S+) \S/gm)].map(([, name = ""]) => name);
  expect(described.toSorted()).toEqual(Object.keys(metricDefinitions).toSorted());
  const valueless = described.filter((name) => !new RegExp(`^${name}(_count)?[{ ]`, "m").test(text));
  expect(valueless).toEqual([]);
});

test("a thousand agents are two hundred labels and `other`, and nothing is left out of the sum", async () => {
  using metrics = newMetrics();
  for (let agent = 0; agent < 1_000; agent++)
    metrics.observe({ type: "use.counted", agentId: randomUUID(), refused: false });
  const now = await read(metrics);
  const samples = now.samples("agentpass_agent_calls_total");
  expect(samples).toHaveLength(201);
  expect(now.value('agentpass_agent_calls_total{agent="other",result="done"}')).toBe(800);
});

test("an agent's name shows no phone number and no code", async () => {
  const names = [
    "bot of +15551234567",
    "pin 482913",
    "(555) 123-4567",
    "GPT-5 worker 12",
    'a "quoted"\nname',
  ];
  const agents = names.map((name) => ({ id: randomUUID(), name }));
  using metrics = newMetrics(async () => ({ ...fleet, agents }));
  const shown = (await read(metrics))
    .samples("agentpass_agent_info")
    .map((sample) => /name="(.*)"}/.exec(sample)?.[1]);
  expect(shown).toEqual(["bot of ***", "pin ***", "(***", "GPT-5 worker 12", 'a \\"quoted\\"\\nname']);
});

test("while the database is away, what is its to say is missing instead of old", async () => {
  let away = false;
  using metrics = newMetrics(() => (away ? Promise.reject(new Error("away")) : Promise.resolve(fleet)));
  const before = await read(metrics);
  expect(before.value('agentpass_numbers{state="available"}')).toBe(3);
  expect(before.value("agentpass_database_up")).toBe(1);
  away = true;
  const during = await read(metrics);
  expect(during.value("agentpass_database_up")).toBe(0);
  for (const gone of [
    "agentpass_numbers",
    "agentpass_leases",
    "agentpass_purchases_last_day",
    "agentpass_month_cost",
  ])
    expect(during.samples(gone)).toEqual([]);
  expect(during.value('agentpass_waits_ended_total{outcome="received"}')).toBe(0);
});

test.skipIf(!hasPromtool)("promtool finds nothing to complain of", async () => {
  using metrics = newMetrics();
  everything.forEach((occurrence) => metrics.observe(occurrence));
  expect(promtool(["check", "metrics"], await metrics.text())).toEqual({ ok: true, output: "" });
});
