import { Kysely, PostgresDialect } from "kysely";
import { Pool, TypeOverrides, types, type PoolConfig } from "pg";
import { PreparingClient } from "./preparing-client.ts";
import type { Schema } from "./schema.ts";
import { parseTimestamp } from "./timestamp.ts";

export type Database = Kysely<Schema>;

/** Where PostgreSQL is and as whom to log in; the roles below are taken on after that. */
export type ConnectionSettings = Pick<
  PoolConfig,
  "connectionString" | "host" | "port" | "user" | "password" | "database"
>;

export type Role = "agentpass_app" | "agentpass_ingest";

/** Times as epoch milliseconds, counters as numbers (a stream of 2^53 events outlives us); ids are those of pg_type.oid. */
function parsers(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.TIMESTAMPTZ, parseTimestamp);
  overrides.setTypeParser(types.builtins.INT8, Number);
  return overrides;
}

export interface OpenPool {
  pool: Pool;
  db: Database;
}

/**
 * Statements reach their rows by key, so a plan for any values is as good as one for these; left to itself PostgreSQL
 * prefers to plan the large ones anew each time, which costs more than running them.
 */
const PLANNING = "-c plan_cache_mode=force_generic_plan";
const SESSION =
  "-c timezone=UTC -c datestyle=ISO -c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000";

/**
 * Opens a pool whose every session works as `role` (null: as the login itself, for migrations).
 * `onError` hears of idle connections that broke; of others, whoever works on them. node-postgres ends the process
 * over one that nobody listens to, and takes its own listener away while a connection is lent out.
 */
export function openPool(
  connection: ConnectionSettings,
  role: Role | null,
  onError: (error: Error) => void,
): OpenPool {
  const pool = new Pool({
    ...connection,
    max: role === "agentpass_ingest" ? 4 : 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    // Only half-open connections get here: PostgreSQL itself ends a statement after 15 s.
    query_timeout: 16_000,
    application_name: role ?? "agentpass",
    options: `${SESSION} ${PLANNING}${role ? ` -c role=${role}` : ""}`,
    types: parsers(),
    Client: PreparingClient,
    pipeline: true,
  });
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", () => {}));
  return { pool, db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }) };
}
