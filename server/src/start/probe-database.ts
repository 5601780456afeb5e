import { sql } from "kysely";
import { openPool } from "../store/database.ts";
import { borrowDatabase, type DatabasePlace } from "./borrow-database.ts";

export interface DatabaseProbe {
  /** The database's clock against ours: positive where it is ahead. Milliseconds, to within the time of one question. */
  aheadMs: number;
  /** PostgreSQL's version, e.g. 18.4. */
  version: string;
}

/**
 * Asks the database itself, whether the server runs or not; makes none where there is none. Rejects with a problem in
 * words for people, or with PostgreSQL's own error.
 */
export async function probeDatabase(place: DatabasePlace): Promise<DatabaseProbe> {
  const { connection, stop } = await borrowDatabase(place);
  const { db } = openPool(connection, null, () => {});
  try {
    const asked = Date.now();
    const { rows } = await sql<{ now: number; version: string }>`
      select clock_timestamp() as now, current_setting('server_version') as version`.execute(db);
    const answered = Date.now();
    const { now = answered, version = "" } = rows[0] ?? {};
    return { aheadMs: now - (asked + answered) / 2, version };
  } finally {
    await db.destroy();
    await stop();
  }
}
