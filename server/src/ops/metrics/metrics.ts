import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { Registry } from "prom-client";
import type { Observe, Occurrence } from "../occurrence.ts";
import type { FleetState, Readings } from "../readings.ts";
import { createAgentLabels, labelledName } from "./agent-labels.ts";
import { createInstruments, type Instruments } from "./instruments.ts";

/** How often the event loop's delay is looked at; the library counts this time in. */
const SAMPLE_MS = 20;

export interface Metrics {
  observe: Observe;
  /** What a scrape gets: Prometheus's text format. */
  text(): Promise<string>;
  readonly contentType: string;
  close(): void;
}

export interface MetricsOptions {
  version: string;
  mode: "mock" | "twilio" | "gateway";
  readings: Readings;
  /** Hears of a scrape for which the database did not answer. */
  onError: (error: unknown) => void;
}

/** Counts what happens, and reads the rest when it is scraped. */
export function createMetrics({ version, mode, readings, onError }: MetricsOptions): Metrics {
  const registry = new Registry();
  const instruments = createInstruments(registry);
  instruments.gauge("agentpass_build_info").set({ version, mode }, 1);
  const delay = monitorEventLoopDelay({ resolution: SAMPLE_MS });
  delay.enable();

  const readFleet = async (): Promise<void> => {
    const up = instruments.gauge("agentpass_database_up");
    try {
      setFleet(instruments, await readings.fleet());
      up.set(1);
    } catch (error) {
      onError(error);
      // Old values would look like new ones.
      for (const name of fleetGauges) instruments.forget(name);
      up.set(0);
    }
  };

  return {
    observe: counting(instruments),
    contentType: registry.contentType,
    async text() {
      await readFleet();
      setNode(instruments, readings);
      setProcess(instruments, delay.percentile(99) / 1e6 - SAMPLE_MS);
      delay.reset();
      return registry.metrics();
    },
    close: () => void delay.disable(),
  };
}

/** An observer that counts and times. The instruments are looked up once: this is the way of every message. */
function counting({ counter, histogram }: Instruments): Observe {
  const webhooks = counter("agentpass_webhooks_total");
  const webhookDuration = histogram("agentpass_webhook_duration_seconds");
  const stored = counter("agentpass_messages_stored_total");
  const storedToPushed = histogram("agentpass_stored_to_pushed_seconds");
  const webhookToAgent = histogram("agentpass_webhook_to_agent_seconds");
  const waits = counter("agentpass_waits_ended_total");
  const waitDuration = histogram("agentpass_wait_duration_seconds");
  const agentCalls = counter("agentpass_agent_calls_total");
  const agentMessages = counter("agentpass_agent_messages_total");
  const agentAnswers = counter("agentpass_agent_answers_total");
  const providerCalls = counter("agentpass_provider_calls_total");
  const label = createAgentLabels();
  return (occurrence: Occurrence): void => {
    switch (occurrence.type) {
      case "webhook.answered":
        webhooks.inc({ webhook: occurrence.webhook, result: occurrence.result });
        return webhookDuration.observe({ webhook: occurrence.webhook }, occurrence.ms / 1000);
      case "message.stored":
        stored.inc({ holder: occurrence.agentId === null ? "nobody" : "agent" });
        if (occurrence.agentId !== null) agentMessages.inc({ agent: label(occurrence.agentId) });
        return;
      case "answer.pushed":
        agentAnswers.inc({ agent: label(occurrence.agentId) });
        if (!occurrence.direct) return;
        storedToPushed.observe((occurrence.pushedAt - occurrence.storedAt) / 1000);
        return webhookToAgent.observe((occurrence.pushedAt - occurrence.receivedAt) / 1000);
      case "answer.confirmed":
        return;
      case "wait.ended":
        waits.inc({ outcome: occurrence.outcome });
        return waitDuration.observe(occurrence.waitedMs / 1000);
      case "use.counted":
        return agentCalls.inc({
          agent: label(occurrence.agentId),
          result: occurrence.refused ? "refused" : "done",
        });
      case "provider.called":
        return providerCalls.inc({ outcome: occurrence.outcome });
    }
  };
}

/** Gauges whose values are the database's. */
const fleetGauges = [
  "agentpass_numbers",
  "agentpass_leases",
  "agentpass_waits_open",
  "agentpass_approvals_open",
  "agentpass_messages_unread",
  "agentpass_agent_info",
  "agentpass_purchases_last_day",
  "agentpass_purchases_per_day_limit",
  "agentpass_purchases_open",
  "agentpass_owned_numbers",
  "agentpass_owned_numbers_limit",
  "agentpass_month_cost",
] as const;

function setFleet(instruments: Instruments, fleet: FleetState): void {
  const { gauge, forget } = instruments;
  for (const name of fleetGauges) forget(name);
  for (const [state, count] of Object.entries(fleet.numbers))
    gauge("agentpass_numbers").set({ state }, count);
  gauge("agentpass_leases").set(fleet.leases);
  gauge("agentpass_waits_open").set(fleet.waitsOpen);
  gauge("agentpass_approvals_open").set(fleet.approvalsOpen);
  gauge("agentpass_messages_unread").set(fleet.messagesUnread);
  const label = createAgentLabels();
  for (const { id, name } of fleet.agents)
    if (label(id) === id) gauge("agentpass_agent_info").set({ agent: id, name: labelledName(name) }, 1);
  const { budget } = fleet;
  if (budget === null) return;
  gauge("agentpass_purchases_last_day").set(budget.purchasesLastDay);
  gauge("agentpass_purchases_per_day_limit").set(budget.purchasesPerDay);
  gauge("agentpass_purchases_open").set(budget.purchasesOpen);
  gauge("agentpass_owned_numbers").set(budget.numbersOwned);
  gauge("agentpass_owned_numbers_limit").set(budget.numbersLimit);
  gauge("agentpass_month_cost").set({ currency: budget.currency }, budget.monthCost);
}

function setNode({ gauge, counter }: Instruments, readings: Readings): void {
  gauge("agentpass_sockets").set(readings.sockets());
  gauge("agentpass_queued_messages").set(readings.queued());
  const natsUp = readings.natsUp();
  if (natsUp !== null) gauge("agentpass_nats_up").set(natsUp ? 1 : 0);
  const reconciler = readings.reconciler();
  if (reconciler === null) return;
  const passes = counter("agentpass_reconciler_passes_total");
  passes.reset();
  passes.inc({ result: "done" }, reconciler.passes);
  passes.inc({ result: "failed" }, reconciler.failures);
  passes.inc({ result: "elsewhere" }, reconciler.elsewhere);
  const found = counter("agentpass_reconciler_found_total");
  found.reset();
  found.inc(reconciler.stored);
  if (reconciler.lastPassAt !== null)
    gauge("agentpass_reconciler_last_pass_timestamp_seconds").set(reconciler.lastPassAt / 1000);
}

function setProcess({ gauge, counter }: Instruments, delayMs: number): void {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const cpu = counter("agentpass_process_cpu_seconds_total");
  cpu.reset();
  cpu.inc((user + system) / 1e6);
  gauge("agentpass_process_resident_memory_bytes").set(rss);
  gauge("agentpass_process_heap_used_bytes").set(heapUsed);
  gauge("agentpass_process_start_time_seconds").set(performance.timeOrigin / 1000);
  gauge("agentpass_event_loop_delay_seconds").set(Math.max(0, delayMs) / 1000);
}
