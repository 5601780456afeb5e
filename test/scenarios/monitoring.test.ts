/** What operators see of real servers: metrics, traces and alerts, and what they must not see there. */
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { Secret } from "@agentpass/shared/secret";
import { describe, expect, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { Deployment, type DeployedNode } from "../support/deployment.ts";
import { connectToEmbedded, waitsOpen } from "../support/embedded-database.ts";
import { freePort } from "../support/free-port.ts";
import { scrape } from "../support/metrics-text.ts";
import { hasPromtool, promtool } from "../support/promtool.ts";
import { recordingServer, type RecordingServer } from "../support/recording-server.ts";
import { runProgram } from "../support/run-program.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";
import { verifies } from "../support/verifies.ts";

const METRICS_KEY = "0123456789abcdef0123456789abcdef";
const SENDER = "+12025550123";
const eventually = { timeout: 20_000, interval: 100 };

interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue: string } }[];
}

interface OtlpRequest {
  resourceSpans: { scopeSpans: { spans: OtlpSpan[] }[] }[];
}

const spansAt = (collector: RecordingServer): OtlpSpan[] =>
  collector.requests
    .map(({ body }) => JSON.parse(body) as OtlpRequest)
    .flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    );

const STEPS = ["agent answer", "match", "push", "store", "webhook"];

/** The spans of the one message by name, once all are there: each node sends its own when it likes. */
async function wholeTrace(collector: RecordingServer): Promise<Map<string, OtlpSpan>> {
  const names = (): string[] => spansAt(collector).map(({ name }) => name);
  await expect.poll(() => names().toSorted(), eventually).toEqual(STEPS);
  const spans = spansAt(collector);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  return new Map(spans.map((span) => [span.name, span]));
}

/** The status of a scrape with headers that fetch would not send. */
async function getWith(port: number, headers: Record<string, string>): Promise<number | undefined> {
  const sent = request({ host: "127.0.0.1", port, path: "/metrics", headers }).end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

describe("one server, from a webhook to an agent's answer", () => {
  test(
    verifies(
      "T10",
      "is seen in metrics, traces and alerts, without a number, a sender, a text or a code in any of them",
    ),
    async () => {
      await using chat = await recordingServer();
      await using collector = await recordingServer();
      const metricsPort = await freePort();
      await using server = await RunningServer.start({
        env: {
          METRICS_PORT: String(metricsPort),
          METRICS_KEY,
          ALERT_WEBHOOK_URL: `${chat.url}/services/T0/B0/chat-secret`,
          OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/otlp`,
          OTEL_EXPORTER_OTLP_HEADERS: "Authorization=Bearer%20collector-secret",
        },
      });
      const database = await connectToEmbedded(server.dataFolder);
      await using agent = await AgentClient.connect(server.environment);
      await agent.lease();
      const waiting = agent.wait();
      await waitsOpen(database, agent.phoneNumber);
      await database.end();
      const code = randomCode();
      const text = `Canary text. Your code is ${code}.`;
      const sms = server.prepareSms(agent.phoneNumber, text, SENDER);
      expect([await sms.send(), await sms.send()]).toEqual([200, 200]);
      expect(codeOf(await waiting)).toBe(code);
      // Shows that the first answer was got.
      expect(codeOf(await agent.wait({ timeout: 0 }))).toBe("no code: timeout");
      const forged = server.signed({
        MessageSid: `SM${"0".repeat(32)}`,
        To: agent.phoneNumber,
        From: SENDER,
        Body: text,
      });
      forged.headers["X-Twilio-Signature"] = "wrong";
      for (let forgery = 0; forgery < 20; forgery++) expect([403, 429]).toContain(await server.post(forged));

      const url = `http://127.0.0.1:${metricsPort}/metrics`;
      const metrics = await scrape(url);
      for (const [sample, value] of [
        ['agentpass_webhooks_total{webhook="sms",result="stored"}', 1],
        ['agentpass_webhooks_total{webhook="sms",result="repeat"}', 1],
        ['agentpass_webhooks_total{webhook="sms",result="bad_signature"}', 20],
        ['agentpass_messages_stored_total{holder="agent"}', 1],
        ["agentpass_webhook_to_agent_seconds_count", 1],
        ["agentpass_stored_to_pushed_seconds_count", 1],
        ['agentpass_waits_ended_total{outcome="received"}', 1],
        ['agentpass_numbers{state="leased"}', 1],
        ['agentpass_numbers{state="available"}', 9],
        ["agentpass_leases", 1],
        ["agentpass_sockets", 1],
        ["agentpass_database_up", 1],
      ] as const)
        expect([sample, metrics.value(sample)]).toEqual([sample, value]);
      expect(metrics.value("agentpass_webhook_to_agent_seconds_sum")).toBeLessThan(10);
      expect(metrics.samples("agentpass_agent_answers_total")).toHaveLength(1);
      const checked = hasPromtool ? promtool(["check", "metrics"], metrics.text) : { ok: true, output: "" };
      expect(checked).toEqual({ ok: true, output: "" });

      await wholeTrace(collector);
      expect(collector.requests[0]).toMatchObject({
        path: "/otlp/v1/traces",
        headers: { authorization: "Bearer collector-secret", "content-type": "application/json" },
      });

      const tested = await runProgram("server/src/cli/agentpass.ts", ["alerts", "test"], server.environment);
      expect(tested).toMatchObject({ exitCode: 0, stderr: "" });
      await expect
        .poll(() => chat.requests.map(({ body }) => body).join(), { timeout: 40_000 })
        .toContain("bad signature");
      const { alerts } = await apiClient(server.url, server.ownerKey).alert.list.query();
      expect(alerts.filter(({ firing }) => firing).map(({ name }) => name)).toEqual(["bad_signatures"]);

      const told = [
        metrics.text,
        ...[...chat.requests, ...collector.requests].map(({ body }) => body),
        tested.stdout,
      ].join("\n");
      for (const canary of [code, "Canary text", agent.phoneNumber, SENDER, METRICS_KEY, "-secret"])
        for (const shape of [canary, canary.replace("+", ""), encodeURIComponent(canary)])
          expect([shape, told.includes(shape)]).toEqual([shape, false]);
      expect(server.output).not.toContain("chat-secret");
      expect(server.output).not.toContain("collector-secret");
    },
  );
});

describe("two nodes", () => {
  test("count each its own part, say the same of the database, and show one message as one trace", async () => {
    await using collector = await recordingServer();
    const metricsKey = new Secret(METRICS_KEY);
    const traces = { endpoint: collector.url, headers: new Map<string, Secret>() };
    await using ours = await Deployment.start(2, { metricsKey, traces });
    const [east, west] = ours.nodes as [DeployedNode, DeployedNode];
    const { phoneNumber, key } = await ours.agent("traveller");
    await using agent = await AgentClient.connect({
      PATH: "/usr/bin:/bin",
      HOME: "/nonexistent",
      AGENTPASS_ENV_FILE: "/dev/null",
      AGENTPASS_API_URL: west.url,
      AGENTPASS_API_KEY: key.reveal(),
    });
    expect(await agent.lease()).toBe(phoneNumber);
    const waiting = agent.wait();
    await expect
      .poll(async () => (await ours.sql("select id from waits where state = 'open'")).length, eventually)
      .toBe(1);
    const code = randomCode();
    expect(await east.sms(phoneNumber, `Your code is ${code}`)).toBe(200);
    expect(codeOf(await waiting)).toBe(code);
    expect(codeOf(await agent.wait({ timeout: 0 }))).toBe("no code: timeout");

    const scrapes = await Promise.all([east, west].map((node) => scrape(`${node.url}/metrics`, METRICS_KEY)));
    const both = (sample: string): (number | undefined)[] => scrapes.map((one) => one.value(sample));
    expect(both('agentpass_webhooks_total{webhook="sms",result="stored"}')).toEqual([1, 0]);
    expect(both("agentpass_webhook_to_agent_seconds_count")).toEqual([0, 1]);
    expect(both("agentpass_sockets")).toEqual([0, 1]);
    expect(both('agentpass_numbers{state="leased"}')).toEqual([1, 1]);
    expect(both("agentpass_leases")).toEqual([1, 1]);

    const trace = await wholeTrace(collector);
    const root = trace.get("webhook");
    expect(trace.get("push")?.parentSpanId).toBe(root?.spanId);
    expect(trace.get("agent answer")?.parentSpanId).toBe(root?.spanId);
    expect(root?.parentSpanId).toBeUndefined();
    const tookNs =
      BigInt(trace.get("agent answer")?.endTimeUnixNano ?? 0) - BigInt(root?.startTimeUnixNano ?? 0);
    expect(tookNs > 0n && tookNs < 60_000_000_000n).toBe(true);
    for (const { attributes } of trace.values())
      expect(attributes.map(({ key: name }) => name)).toEqual(["agentpass.message.id", "agentpass.agent.id"]);
  });
});

describe("who may see the metrics", () => {
  test(
    verifies(
      "metrics-key",
      "METRICS_KEY and an admin's key open them; an agent's, a wrong one and none are refused with what to do",
    ),
    async () => {
      await using ours = await Deployment.start(1, { metricsKey: new Secret(METRICS_KEY) });
      const ask = async (authorization?: string, path = "/metrics"): Promise<[number, string]> => {
        const response = await fetch(
          ours.node.url + path,
          authorization ? { headers: { authorization } } : {},
        );
        return [response.status, (await response.text()).slice(0, 300)];
      };
      const agent = await ours.agent();
      for (const key of [METRICS_KEY, ours.owner.reveal()])
        expect(await ask(`Bearer ${key}`)).toEqual([200, expect.stringContaining("# HELP agentpass_")]);
      expect(await ask()).toEqual([401, expect.stringContaining("METRICS_KEY")]);
      expect(await ask(`Bearer ${METRICS_KEY}x`)).toEqual([401, expect.stringContaining("METRICS_KEY")]);
      expect(await ask(`Basic ${METRICS_KEY}`)).toEqual([401, expect.stringContaining("METRICS_KEY")]);
      expect(await ask(`Bearer ${agent.key.reveal()}`)).toEqual([
        403,
        expect.stringContaining("may not see"),
      ]);
      expect((await ask(`Bearer ${METRICS_KEY}`, "/metrics/x"))[0]).toBe(404);
      const foreign = { host: "node-1.internal:3846" };
      expect(await getWith(ours.node.port, { ...foreign, authorization: `Bearer ${METRICS_KEY}` })).toBe(200);
      expect(
        await getWith(ours.node.port, { ...foreign, authorization: `Bearer ${ours.owner.reveal()}` }),
      ).toBe(403);
      const api = await fetch(`${ours.node.url}/trpc/agent.list`, {
        headers: { authorization: `Bearer ${METRICS_KEY}` },
      });
      expect(api.status).toBe(401);
    },
  );
});

describe("what cannot be reached", () => {
  test("a chat and a collector that are away cost no message and no start, and the stop does not wait for them", async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    await using ours = await Deployment.start(1, {
      alertWebhookUrl: new Secret(`${nobody}/chat-secret`),
      traces: { endpoint: nobody, headers: new Map() },
    });
    const { phoneNumber } = await ours.agent();
    for (let sms = 0; sms < 5; sms++)
      expect(await ours.node.sms(phoneNumber, "Your code is 482913")).toBe(200);
    await expect.poll(() => ours.logged.join("\n"), eventually).toContain("Traces cannot be sent");
    expect(ours.logged.join("\n")).not.toContain("chat-secret");
    await expect(ours.admin.alert.test.mutate()).rejects.toThrow("cannot be reached");
    const stopped = ours.node.stop().then(() => "stopped");
    expect(await Promise.race([stopped, delay(15_000, "late", { ref: false })])).toBe("stopped");
  });

  test("a scrape while the database is away says so", async () => {
    await using ours = await Deployment.start(1, { metricsKey: new Secret(METRICS_KEY) });
    await ours.databaseAway();
    const read = async () =>
      (await scrape(`${ours.node.url}/metrics`, METRICS_KEY)).value("agentpass_database_up");
    await expect.poll(read, eventually).toBe(0);
    await ours.databaseBack();
    await expect.poll(read, eventually).toBe(1);
  });
});
