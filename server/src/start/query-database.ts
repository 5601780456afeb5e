import { fail } from "@agentpass/shared/problem";
import { openPool } from "../store/database.ts";
import { allTeamIds } from "../store/events.ts";
import { readOnlyQuery, type QueryResult } from "../store/read-only-query.ts";
import { borrowDatabase, type DatabasePlace } from "./borrow-database.ts";

/** Asks the database of this machine's server one read-only question, whether the server runs or not. */
export async function queryDatabase(place: DatabasePlace, text: string): Promise<QueryResult> {
  const { connection, stop } = await borrowDatabase(place);
  const ingest = openPool(connection, "agentpass_ingest", () => {});
  try {
    const [teamId] = await allTeamIds({ ingest: ingest.db });
    if (teamId === undefined)
      return fail(
        "not_found",
        "This database has no team yet; the server makes it when it starts: pnpm start",
      );
    return await readOnlyQuery(connection, teamId, text);
  } finally {
    await ingest.db.destroy();
    await stop();
  }
}
