import type { Config } from "../config/config.ts";
import type { ConnectionSettings } from "../store/database.ts";
import { borrowEmbeddedPostgres } from "../store/embedded-postgres.ts";
import { reachDatabase } from "../store/reach-database.ts";

/** The database for a command that asks it by itself, whether the server runs or not. `stop` when that is done. */
export async function borrowDatabase({
  dataFolder,
  databaseUrl,
}: Pick<Config, "dataFolder" | "databaseUrl">): Promise<{
  connection: ConnectionSettings;
  stop: () => Promise<void>;
}> {
  if (databaseUrl !== null) return { connection: await reachDatabase(databaseUrl), stop: async () => {} };
  const postgres = await borrowEmbeddedPostgres(dataFolder);
  const { password, ...rest } = postgres.connection;
  return { connection: { ...rest, password: password.reveal() }, stop: () => postgres.stop() };
}
