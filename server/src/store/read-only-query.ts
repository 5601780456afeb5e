import { fail } from "@agentpass/shared/problem";
import { Client, DatabaseError } from "pg";
import type { ConnectionSettings } from "./database.ts";

export interface QueryResult {
  columns: string[];
  /** As PostgreSQL writes them. */
  rows: (string | null)[][];
}

/**
 * One statement as the app's role for one team, so that row-level security holds, and read only. Throws
 * `invalid_input` with PostgreSQL's own words where the statement will not do.
 */
export async function readOnlyQuery(
  connection: ConnectionSettings,
  teamId: string,
  text: string,
): Promise<QueryResult> {
  const client = new Client({
    ...connection,
    options:
      "-c role=agentpass_app -c timezone=UTC -c statement_timeout=15000 -c default_transaction_read_only=on",
    types: { getTypeParser: () => String },
  });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.team', $1, true)", [teamId]);
    // The extended protocol, by its name, takes one statement only.
    const { fields, rows } = await client.query<(string | null)[]>({ name: "query", text, rowMode: "array" });
    return { columns: fields.map(({ name }) => name), rows };
  } catch (error) {
    if (error instanceof DatabaseError)
      return fail("invalid_input", `query: PostgreSQL says: ${error.message}`, { field: "query" });
    throw error;
  } finally {
    await client.end();
  }
}
