import { providerOutcomes, waitOutcomes, webhookResults } from "../occurrence.ts";

/** Seconds: from a push within one process to an agent that was away. */
const LATENCY_BUCKETS = [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] as const;
const WAIT_BUCKETS = [0.1, 1, 5, 10, 30, 60, 120, 300, 600, 1800] as const;

export interface MetricDefinition {
  type: "counter" | "gauge" | "histogram";
  help: string;
  /** Each label with all its values, or what bounds them. */
  labels?: Readonly<Record<string, readonly string[] | string>>;
  /** Of a histogram; its unit is the name's. */
  buckets?: readonly number[];
  /** How values of several nodes are put together: each node counts its own, or all say the same. */
  nodes: "sum" | "max" | "each";
}

const AGENTS = "agent id; 200 at most, then `other`";

/**
 * Every metric of the server, under its full name. Names and labels are stable: dashboards and alerts of other people
 * rely on them. A label's values are few and known beforehand; no number, sender, text or code is one.
 */
export const metricDefinitions = {
  agentpass_build_info: {
    type: "gauge",
    help: "Always 1; the labels say what runs.",
    labels: { version: "the release", mode: ["mock", "twilio", "gateway"] },
    nodes: "each",
  },
  agentpass_webhooks_total: {
    type: "counter",
    help: "Requests to the webhooks, by how they ended.",
    labels: { webhook: ["sms", "gateway"], result: webhookResults },
    nodes: "sum",
  },
  agentpass_webhook_duration_seconds: {
    type: "histogram",
    help: "From a webhook's request to its answer, the commit included.",
    labels: { webhook: ["sms", "gateway"] },
    buckets: LATENCY_BUCKETS,
    nodes: "sum",
  },
  agentpass_messages_stored_total: {
    type: "counter",
    help: "Messages stored for the first time, by whether an agent held the number.",
    labels: { holder: ["agent", "nobody"] },
    nodes: "sum",
  },
  agentpass_stored_to_pushed_seconds: {
    type: "histogram",
    help: "From a message's storing to its answer being pushed to the agent that was waiting for it.",
    buckets: LATENCY_BUCKETS,
    nodes: "sum",
  },
  agentpass_webhook_to_agent_seconds: {
    type: "histogram",
    help: "From a webhook's arrival to its code being pushed to the agent that was waiting for it.",
    buckets: LATENCY_BUCKETS,
    nodes: "sum",
  },
  agentpass_waits_ended_total: {
    type: "counter",
    help: "Waits that ended, by outcome; one that is answered again after its caller fell silent counts again.",
    labels: { outcome: waitOutcomes },
    nodes: "sum",
  },
  agentpass_wait_duration_seconds: {
    type: "histogram",
    help: "How long waits lasted.",
    buckets: WAIT_BUCKETS,
    nodes: "sum",
  },
  agentpass_agent_calls_total: {
    type: "counter",
    help: "Calls of an agent that count against its limit, by whether it was used up.",
    labels: { agent: AGENTS, result: ["done", "refused"] },
    nodes: "sum",
  },
  agentpass_agent_messages_total: {
    type: "counter",
    help: "Messages stored for an agent.",
    labels: { agent: AGENTS },
    nodes: "sum",
  },
  agentpass_agent_answers_total: {
    type: "counter",
    help: "Messages that were pushed to an agent as the answer to its wait.",
    labels: { agent: AGENTS },
    nodes: "sum",
  },
  agentpass_agent_info: {
    type: "gauge",
    help: "Always 1; which name an agent's id has. Long runs of digits in a name are left out.",
    labels: { agent: AGENTS, name: "the agent's name" },
    nodes: "max",
  },
  agentpass_provider_calls_total: {
    type: "counter",
    help: "Calls of Twilio's API: refused for what was asked, or failed as every call would (no answer, credentials, too many).",
    labels: { outcome: providerOutcomes },
    nodes: "sum",
  },
  agentpass_sockets: { type: "gauge", help: "Open WebSockets.", nodes: "sum" },
  agentpass_queued_messages: {
    type: "gauge",
    help: "Messages that have arrived and wait for their commit.",
    nodes: "sum",
  },
  agentpass_database_up: {
    type: "gauge",
    help: "1 where the database answered this scrape, else 0; then what is read from it is missing.",
    nodes: "each",
  },
  agentpass_nats_up: {
    type: "gauge",
    help: "1 where this node reaches NATS, else 0: nothing is lost then, but codes that came in at another node may be half a second late. Missing without NATS_URL.",
    nodes: "each",
  },
  agentpass_numbers: {
    type: "gauge",
    help: "Numbers of the pool by state.",
    labels: { state: ["available", "leased", "quarantined", "suspended", "retired"] },
    nodes: "max",
  },
  agentpass_leases: { type: "gauge", help: "Live leases.", nodes: "max" },
  agentpass_waits_open: { type: "gauge", help: "Waits that are open.", nodes: "max" },
  agentpass_approvals_open: {
    type: "gauge",
    help: "Questions to people whether an agent may have a message, unanswered.",
    nodes: "max",
  },
  agentpass_messages_unread: {
    type: "gauge",
    help: "Backlog: unexpired messages that an agent holds and has not taken.",
    nodes: "max",
  },
  agentpass_purchases_last_day: {
    type: "gauge",
    help: "Numbers bought within 24 hours, those under way included.",
    nodes: "max",
  },
  agentpass_purchases_per_day_limit: {
    type: "gauge",
    help: "How many may be bought within 24 hours.",
    nodes: "max",
  },
  agentpass_purchases_open: { type: "gauge", help: "Purchases under way.", nodes: "max" },
  agentpass_owned_numbers: {
    type: "gauge",
    help: "Numbers of Twilio that have not been given back.",
    nodes: "max",
  },
  agentpass_owned_numbers_limit: {
    type: "gauge",
    help: "How many of those there may be before nothing is bought any more.",
    nodes: "max",
  },
  agentpass_month_cost: {
    type: "gauge",
    help: "Estimated cost since the month began (UTC), by the prices in the settings.",
    labels: { currency: "of the settings" },
    nodes: "max",
  },
  agentpass_reconciler_passes_total: {
    type: "counter",
    help: "Searches of Twilio's list for messages that the webhook missed; elsewhere: another node was at it.",
    labels: { result: ["done", "failed", "elsewhere"] },
    nodes: "sum",
  },
  agentpass_reconciler_found_total: {
    type: "counter",
    help: "Messages that the webhook had missed and the reconciler stored.",
    nodes: "sum",
  },
  agentpass_reconciler_last_pass_timestamp_seconds: {
    type: "gauge",
    help: "When this node last searched the list to its end.",
    nodes: "max",
  },
  agentpass_process_start_time_seconds: {
    type: "gauge",
    help: "When the process started.",
    nodes: "each",
  },
  agentpass_process_cpu_seconds_total: {
    type: "counter",
    help: "Processor time of the process.",
    nodes: "each",
  },
  agentpass_process_resident_memory_bytes: {
    type: "gauge",
    help: "Memory that the process holds.",
    nodes: "each",
  },
  agentpass_process_heap_used_bytes: {
    type: "gauge",
    help: "JavaScript heap in use.",
    nodes: "each",
  },
  agentpass_event_loop_delay_seconds: {
    type: "gauge",
    help: "How late the event loop was since the last scrape: 99th percentile.",
    nodes: "each",
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricName = keyof typeof metricDefinitions;
