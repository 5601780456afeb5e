import { setTimeout as pause } from "node:timers/promises";
import { fail } from "@agentpass/shared/problem";
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
    if (code === "ENOENT" || code === "ECONNREFUSED" || code === "ECONNRESET") return "absent";
    throw error;
  }
}

export interface Patience extends ConnectOptions {
  /** Ends the waiting early: why no PostgreSQL will come, or null. */
  hopeless: () => string | null;
  waitMs: number;
}

/**
 * Connects as soon as PostgreSQL takes connections. It is asked every 5 ms, which costs it nothing: until it is
 * ready there is no socket to connect to.
 */
export async function connectWhenReady(options: Patience): Promise<Client> {
  const deadline = performance.now() + options.waitMs;
  for (;;) {
    const result = await tryConnect(options);
    if (typeof result === "object") return result.client;
    const end = options.hopeless();
    if (end !== null) return fail("unavailable", `The embedded PostgreSQL ended at its start: ${end}`);
    if (performance.now() > deadline)
      return fail(
        "unavailable",
        `The embedded PostgreSQL took no connection for ${options.waitMs / 1000} s; its log is postgres.log in the data folder's postgres folder.`,
      );
    await pause(result === "starting" ? 50 : 5);
  }
}
