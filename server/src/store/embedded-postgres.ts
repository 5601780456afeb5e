import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fail } from "@agentpass/shared/problem";
import type { Secret } from "@agentpass/shared/secret";
import type { Client } from "pg";
import { installBinaries } from "./embedded/binaries.ts";
import { openCluster, SUPERUSER } from "./embedded/cluster.ts";
import { databaseFolder, removeAbandoned } from "./embedded/database-folder.ts";
import { chooseDatabaseUser } from "./embedded/database-user.ts";
import { chooseEndpoint, releaseEndpoint, type Endpoint } from "./embedded/endpoint.ts";
import { takeOwnerLock } from "./embedded/owner-lock.ts";
import { awaitsSettling, noteSettled } from "./embedded/restored-cluster.ts";
import { readPostmaster, stopPostmaster } from "./embedded/postmaster.ts";
import { connectOrStart, type Connected, type Installation } from "./embedded/running-postgres.ts";

const DATABASE = "agentpass";

export interface EmbeddedPostgres {
  /** The superuser's access to the database; `host` is a socket's folder but on Windows. */
  connection: Endpoint & { user: string; password: Secret; database: string };
  /** Ends PostgreSQL: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

/** The part of a logger that is used here; pino's fits. */
export interface EmbeddedPostgresLogger {
  info(message: string): void;
  warn(message: string): void;
}

export interface EmbeddedPostgresOptions {
  /** An existing folder (see `openDataFolder`). */
  dataFolder: string;
  logger?: EmbeddedPostgresLogger;
  /** Called, once or more, when PostgreSQL's programs work and there is nothing to do here but wait. */
  onWaiting?: () => void;
}

/**
 * Starts, or adopts, the data folder's own PostgreSQL, and keeps it running until `stop`. Throws a ProblemError in one
 * line where another server uses the folder, or PostgreSQL cannot run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const installation = await install(options.dataFolder, options.onWaiting);
  if (awaitsSettling(path.dirname(installation.cluster.dataFolder)))
    fail(
      "conflict",
      `The database in ${options.dataFolder} was restored from a backup, and what must follow was not done yet. Run: pnpm agentpass restore --finish`,
    );
  return run(installation, options);
}

/**
 * Starts the restored database of a data folder for `work`, and takes the mark from it that keeps servers away, once
 * that has succeeded. Without a mark it works as well.
 */
export async function settleEmbeddedPostgres<T>(
  dataFolder: string,
  work: (connection: {
    host: string;
    port: number;
    user: string;
    password: string;
    database: string;
  }) => Promise<T>,
): Promise<T> {
  const installation = await install(dataFolder);
  const postgres = await run(installation, { dataFolder });
  try {
    const { password, ...rest } = postgres.connection;
    const done = await work({ ...rest, password: password.reveal() });
    await noteSettled(path.dirname(installation.cluster.dataFolder));
    return done;
  } finally {
    await postgres.stop();
  }
}

async function run(installation: Installation, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const first = await connectAndLock(installation, options.dataFolder);
  if (!installation.folder.startsWith(options.dataFolder))
    options.logger?.warn(
      `The database lies in ${installation.folder}, since no other user than root can reach ${options.dataFolder}.`,
    );
  options.logger?.info(`PostgreSQL ${first.adopted ? "was still running and is used again" : "started"}.`);
  await makeDatabase(first.session);
  const keeper = new Keeper({ installation, options, session: first.session });
  const { password } = installation.cluster;
  return {
    connection: { ...first.endpoint, user: SUPERUSER, password, database: DATABASE },
    stop: () => keeper.stop(),
  };
}

/**
 * The data folder's database for a command, whether its server runs or not: a PostgreSQL that runs is used and goes
 * on, another one is started for so long. Throws `not_found` where the folder has none.
 */
export async function borrowEmbeddedPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  if (!["postgres", "postgres-folder"].some((name) => existsSync(path.join(dataFolder, name))))
    fail(
      "not_found",
      `The data folder ${dataFolder} holds no database. Give the server's as AGENTPASS_DATA_DIR, or its DATABASE_URL.`,
    );
  const installation = await install(dataFolder);
  const { session, endpoint, adopted } = await connectOrStart(installation);
  if (!adopted) {
    await session.end();
    return startEmbeddedPostgres({ dataFolder });
  }
  const { password } = installation.cluster;
  return {
    connection: { ...endpoint, user: SUPERUSER, password, database: DATABASE },
    stop: () => session.end(),
  };
}

async function install(dataFolder: string, onWaiting = (): void => {}): Promise<Installation> {
  const chosen = chooseDatabaseUser();
  const folder = databaseFolder(dataFolder, chosen);
  removeAbandoned(folder);
  const binaries = await installBinaries(folder);
  const cluster = await openCluster({ binaries, folder, user: chosen, durable: true, onWaiting });
  const endpoint = await chooseEndpoint(folder, cluster.user);
  return { folder, binaries, cluster, endpoint, logFile: path.join(folder, "postgres.log"), onWaiting };
}

async function connectAndLock(installation: Installation, dataFolder: string): Promise<Connected> {
  const connected = await connectOrStart(installation);
  try {
    await takeOwnerLock(connected.session, dataFolder);
    return connected;
  } catch (error) {
    await connected.session.end();
    throw error;
  }
}

async function makeDatabase(session: Client): Promise<void> {
  const found = await session.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
  if (found.rowCount === 0) await session.query(`CREATE DATABASE ${DATABASE}`);
}

interface KeeperOptions {
  installation: Installation;
  options: EmbeddedPostgresOptions;
  session: Client;
}

/** Starts PostgreSQL again when it ends by itself: its end shows at once as the end of the locking session. */
class Keeper {
  readonly #installation: Installation;
  readonly #options: EmbeddedPostgresOptions;
  readonly #stopping = new AbortController();
  #session: Client;
  #keeping: Promise<void>;

  constructor({ installation, options, session }: KeeperOptions) {
    this.#installation = installation;
    this.#options = options;
    this.#session = session;
    this.#keeping = this.#keep();
  }

  async #keep(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await new Promise<void>((resolve) => this.#session.once("end", resolve));
      if (!this.#stopping.signal.aborted) await this.#revive();
    }
  }

  async #revive(): Promise<void> {
    const { dataFolder, logger } = this.#options;
    logger?.warn("PostgreSQL ended unexpectedly and is started again.");
    for (let failures = 0; !this.#stopping.signal.aborted; failures++) {
      try {
        this.#session = (await connectAndLock(this.#installation, dataFolder)).session;
        return logger?.info("PostgreSQL runs again.");
      } catch (error) {
        logger?.warn(`PostgreSQL could not be started again: ${(error as Error).message}`);
        await pause(Math.min(250 * 2 ** failures, 10_000), undefined, this.#stopping).catch(() => {});
      }
    }
  }

  async stop(): Promise<void> {
    if (this.#stopping.signal.aborted) return this.#keeping;
    this.#stopping.abort();
    await this.#session.end().catch(() => {});
    await this.#keeping;
    const postmaster = readPostmaster(this.#installation.cluster.dataFolder);
    if (postmaster) await stopPostmaster(postmaster, this.#installation);
    releaseEndpoint(this.#installation.folder, this.#installation.endpoint);
  }
}
