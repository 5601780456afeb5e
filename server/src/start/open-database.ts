import { Secret } from "@agentpass/shared/secret";
import type { Config } from "../config/config.ts";
import { masterKeysOf } from "../config/master-key-file.ts";
import type { Logger } from "../ops/logger.ts";
import { openPool, type ConnectionSettings } from "../store/database.ts";
import { startEmbeddedPostgres, type EmbeddedPostgresOptions } from "../store/embedded-postgres.ts";
import { migrate } from "../store/migrate.ts";
import { dropOldPartitions, ensurePartitions } from "../store/partitions.ts";
import { reachDatabase } from "../store/reach-database.ts";

export interface OpenDatabase {
  connection: ConnectionSettings;
  /** Makes tomorrow's partitions and drops those that are too old; call it at least daily. */
  maintain(now: number): Promise<void>;
  /** Ends the embedded PostgreSQL, if this is one. */
  close(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL or reaches the configured one, and brings its schema to this version. `onWaiting` is
 * called, once or more, when there is nothing to do but wait for it.
 */
export async function openDatabase(
  { databaseUrl, dataFolder }: Config,
  log: Logger,
  onWaiting: () => void,
): Promise<OpenDatabase> {
  const { connection, stop } =
    databaseUrl === null
      ? await embedded({ dataFolder, logger: log, onWaiting })
      : { connection: await configured(databaseUrl, onWaiting), stop: async () => {} };
  try {
    await migrate(connection);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    connection,
    async maintain(now) {
      const owner = openPool(connection, null, (err) => log.warn("A database connection broke", { err }));
      try {
        await ensurePartitions(owner.db, now);
        await dropOldPartitions(owner.db, now);
      } finally {
        await owner.db.destroy();
      }
    },
    close: stop,
  };
}

function configured(databaseUrl: Secret, onWaiting: () => void): Promise<ConnectionSettings> {
  const reaching = reachDatabase(databaseUrl);
  onWaiting();
  return reaching;
}

async function embedded(
  options: EmbeddedPostgresOptions,
): Promise<{ connection: ConnectionSettings; stop: () => Promise<void> }> {
  const postgres = await startEmbeddedPostgres(options);
  const { password, ...rest } = postgres.connection;
  return { connection: { ...rest, password: password.reveal() }, stop: () => postgres.stop() };
}

/** The ring's text: configured, or kept beside the embedded database. */
export async function masterKeys({ masterKeys: configured, dataFolder }: Config): Promise<Secret> {
  return configured ?? (await masterKeysOf(dataFolder));
}
