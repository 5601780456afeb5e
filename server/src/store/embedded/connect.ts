import type { Secret } from "@agentpass/shared/secret";
import { Client } from "pg";
import { SUPERUSER } from "./cluster.ts";
import type { Endpoint } from "./endpoint.ts";

export interface ConnectOptions {
  endpoint: Endpoint;
  password: Secret;
  database: string;
  applicationName: string;
}

/** `starting`: PostgreSQL is there and recovers; `absent`: nobody listens. */
export type ConnectResult = { client: Client } | "starting" | "absent";

/** Without a listener, or with one that ends at this moment. */
const NOBODY: ReadonlySet<string> = new Set(["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE"]);

/** Tries once to connect as the superuser. */
export async function tryConnect(options: ConnectOptions): Promise<ConnectResult> {
  const client = new Client({
    ...options.endpoint,
    user: SUPERUSER,
    password: options.password.reveal(),
    database: options.database,
    application_name: options.applicationName,
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener a connection that breaks later would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    return { client };
  } catch (error) {
    await client.end().catch(() => {});
    const code = (error as { code?: string }).code;
    // 57P03: starting up, shutting down or in recovery.
    if (code === "57P03") return "starting";
    if (code !== undefined && NOBODY.has(code)) return "absent";
    throw error;
  }
}
