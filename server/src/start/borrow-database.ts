import type { Secret } from "@agentpass/shared/secret";
import type { ConnectionSettings } from "../store/database.ts";
import { borrowEmbeddedPostgres } from "../store/embedded-postgres.ts";

export interface DatabasePlace {
  dataFolder: string;
  /** Null: the embedded database in the data folder. */
  databaseUrl: Secret | null;
}

export interface BorrowedDatabase {
  connection: ConnectionSettings;
  /** Gives it back: an embedded one that no server runs is stopped again. */
  stop: () => Promise<void>;
}

/** The database by itself, whether its server runs or not; makes none where there is none (`not_found`). */
export async function borrowDatabase({ dataFolder, databaseUrl }: DatabasePlace): Promise<BorrowedDatabase> {
  if (databaseUrl !== null)
    return { connection: { connectionString: databaseUrl.reveal() }, stop: async () => {} };
  const postgres = await borrowEmbeddedPostgres(dataFolder);
  const { password, ...rest } = postgres.connection;
  return { connection: { ...rest, password: password.reveal() }, stop: () => postgres.stop() };
}
