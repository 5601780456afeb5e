import { Secret } from "@agentpass/shared/secret";
import type { Config } from "./config.ts";
import { parseBaseUrl, parsePortOf } from "./parse-address.ts";
import type { Environment } from "./read-environment.ts";

/** Short ones could be guessed by whoever reaches the port. */
const LEAST_KEY_CHARACTERS = 20;

/** Where the server tells its operators how it is. */
export function parseMonitoring(
  environment: Environment,
): Pick<Config, "metricsPort" | "metricsKey" | "alertWebhookUrl" | "traces"> {
  const endpoint = parseBaseUrl(environment, "OTEL_EXPORTER_OTLP_ENDPOINT");
  const headers = parseHeaders(environment);
  return {
    metricsPort: parsePortOf(environment, "METRICS_PORT"),
    metricsKey: parseMetricsKey(environment),
    alertWebhookUrl: parseAlertWebhook(environment),
    traces: endpoint === null ? null : { endpoint, headers },
  };
}

function parseMetricsKey(environment: Environment): Secret | null {
  const key = environment.get("METRICS_KEY");
  if (key === undefined) return null;
  if (key.length < LEAST_KEY_CHARACTERS || /\s/.test(key))
    environment.fault(
      `METRICS_KEY must be at least ${LEAST_KEY_CHARACTERS} characters without spaces; make one with: openssl rand -hex 32`,
    );
  return new Secret(key);
}

/** The value is not printed: who knows it can write to the team's channel. */
function parseAlertWebhook(environment: Environment): Secret | null {
  const url = environment.get("ALERT_WEBHOOK_URL");
  if (url === undefined) return null;
  if (!URL.canParse(url) || !/^https?:\/\//i.test(url))
    environment.fault(
      "ALERT_WEBHOOK_URL must be a URL that starts with https:// or http://; copy it from the chat's settings for incoming webhooks.",
    );
  return new Secret(url);
}

/** `name=value` pairs, comma-separated, percent-encoded, as OpenTelemetry has them. */
function parseHeaders(environment: Environment): ReadonlyMap<string, Secret> {
  const headers = new Map<string, Secret>();
  const fault = (): void =>
    environment.fault(
      "OTEL_EXPORTER_OTLP_HEADERS must be name=value pairs, comma-separated and percent-encoded, e.g. Authorization=Bearer%20KEY.",
    );
  for (const pair of (environment.get("OTEL_EXPORTER_OTLP_HEADERS") ?? "").split(",").filter(Boolean)) {
    const [, name, value] = /^\s*([A-Za-z0-9_-]+)=([\x21-\x7e]*)\s*$/.exec(pair) ?? [];
    if (name === undefined || value === undefined) fault();
    else
      try {
        headers.set(name, new Secret(decodeURIComponent(value)));
      } catch {
        fault();
      }
  }
  return headers;
}
