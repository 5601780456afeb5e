import type { E164 } from "@agentpass/shared/phone-number";
import type { Secret } from "@agentpass/shared/secret";

/** `gateway`: real numbers of SMS gateways, without a Twilio account. */
export type Mode = "mock" | "twilio" | "gateway";

export interface TwilioAccount {
  accountSid: string;
  /** One, or two while a token is rotated. */
  authTokens: readonly Secret[];
  phoneNumbers: readonly E164[];
  /** Where its REST API is, without a trailing slash; null: Twilio's own address. */
  apiBaseUrl: string | null;
}

/** One NATS: a server, or several of a cluster. */
export interface NatsSettings {
  /** Each as host, or host:port. */
  servers: readonly string[];
  /** Whether nothing may go there unencrypted. */
  tls: boolean;
  /** `user` null: `secret` is a token. */
  credentials: { user: string | null; secret: Secret } | null;
}

/** Where OpenTelemetry's traces go. */
export interface TraceTarget {
  /** Base URL of an OTLP/HTTP receiver, without a trailing slash and without /v1/traces. */
  endpoint: string;
  /** Sent along, by name. */
  headers: ReadonlyMap<string, Secret>;
}

/** Everything the server takes from its environment, checked. */
export interface Config {
  mode: Mode;
  /** Why this mode, for people: names the variables that decided. */
  modeReason: string;
  host: string;
  port: number;
  /** Public base URL with path prefix, without a trailing slash; null: the local address. */
  apiUrl: string | null;
  /** Addresses and networks of the proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  dataFolder: string;
  /** What a bridge that an MCP client starts must be told to find this data folder. */
  bridgeVariables: Record<string, string>;
  /** Null: the embedded PostgreSQL in the data folder. */
  databaseUrl: Secret | null;
  /** `id:base64`, comma-separated, the first encrypts. Null only with the embedded database. */
  masterKeys: Secret | null;
  /** Null: nodes wake each other through PostgreSQL. */
  nats: NatsSettings | null;
  /** Null but in Twilio mode. */
  twilio: TwilioAccount | null;
  webhookSecret: Secret | null;
  /** Of this machine's own address, where metrics need no key; 0: any free one; null: none. */
  metricsPort: number | null;
  /** Opens `/metrics` on the server's own port, and nothing else. */
  metricsKey: Secret | null;
  /** Where the built-in alerts are posted; null: there are none. */
  alertWebhookUrl: Secret | null;
  /** Null: nothing is traced. */
  traces: TraceTarget | null;
  logLevel: "trace" | "debug" | "info" | "warn" | "error" | "silent";
}
