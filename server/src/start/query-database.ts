import { fail } from "@agentpass/shared/problem";
import { sql } from "kysely";
import type { Config } from "../config/config.ts";
import { borrowDatabase } from "./borrow-database.ts";
import { openPool } from "../store/database.ts";
import { allTeamIds } from "../store/events.ts";

/**
 * The rows that a SELECT gives, as the server's own role sees the team; nothing can be changed. Asks the database
 * itself, whether the server runs or not. Times are ISO 8601.
 */
export async function queryDatabase(
  place: Pick<Config, "dataFolder" | "databaseUrl">,
  select: string,
): Promise<Record<string, unknown>[]> {
  const { connection, stop } = await borrowDatabase(place);
  const app = openPool(connection, "agentpass_app", () => {});
  const ingest = openPool(connection, "agentpass_ingest", () => {});
  try {
    const [teamId] = await allTeamIds({ ingest: ingest.db });
    return await app.db
      .transaction()
      .setAccessMode("read only")
      .execute(async (trx) => {
        await sql`select set_config('app.team', ${teamId ?? ""}, true)`.execute(trx);
        const one = select.trim().replace(/;$/, "");
        const { rows } = await sql<{ row: Record<string, unknown> }>`
          select row_to_json(answer) as row from (${sql.raw(one)}
          ) as answer`.execute(trx);
        return rows.map(({ row }) => row);
      });
  } catch (error) {
    // Five letters or digits: PostgreSQL has something against the statement.
    const { code = "", message } = error as { code?: string; message: string };
    if (/^[0-9A-Z]{5}$/.test(code)) fail("invalid_input", `PostgreSQL refuses this: ${message}.`);
    throw error;
  } finally {
    await Promise.all([app.db.destroy(), ingest.db.destroy()]);
    await stop();
  }
}
