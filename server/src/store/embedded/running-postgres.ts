import { setTimeout as pause } from "node:timers/promises";
import { fail } from "@agentpass/shared/problem";
import type { Client } from "pg";
import type { Binaries } from "./binaries.ts";
import type { Cluster } from "./cluster.ts";
import { tryConnect } from "./connect.ts";
import type { Endpoint } from "./endpoint.ts";
import { lockSessionName } from "./owner-lock.ts";
import { isRunningPostgres, readPostmaster, removeStalePidFile, startPostmaster } from "./postmaster.ts";

export interface Installation {
  /** Holds the other places. */
  folder: string;
  binaries: Binaries;
  cluster: Cluster;
  endpoint: Endpoint;
  logFile: string;
  /** Called whenever there is nothing to do but wait. */
  onWaiting: () => void;
}

/** Recovery after a crash with much unwritten WAL takes its time; a start that hangs must still end. */
const LONGEST_START_MS = 120_000;
/** PostgreSQL refuses to start while children of a killed one still end; measured: up to 100 ms. */
const TRIES = 8;

export interface Connected {
  session: Client;
  /** Where the running PostgreSQL listens: an adopted one may listen elsewhere than a new one would. */
  endpoint: Endpoint;
  adopted: boolean;
}

/**
 * Connects to the cluster's PostgreSQL, starting it unless it runs: after a kill -9 of the server it does, and is
 * adopted through `postmaster.pid`. Of two servers that start it at once, one PostgreSQL wins and both connect to it.
 */
export async function connectOrStart(installation: Installation): Promise<Connected> {
  const { dataFolder, password } = installation.cluster;
  const deadline = performance.now() + LONGEST_START_MS;
  const attempt = new StartAttempts(installation);
  for (;;) {
    const postmaster = readPostmaster(dataFolder);
    if (postmaster) {
      const endpoint = { host: postmaster.host, port: postmaster.port };
      const access = { endpoint, password, database: "postgres", applicationName: lockSessionName };
      const result = await tryConnect(access);
      if (typeof result === "object")
        return { session: result.client, endpoint, adopted: attempt.count === 0 };
    }
    if (!postmaster || !isRunningPostgres(postmaster)) await attempt.startUnlessStarting();
    if (performance.now() > deadline)
      fail(
        "unavailable",
        `The embedded PostgreSQL took no connection for ${LONGEST_START_MS / 1000} s; see ${installation.logFile}.`,
      );
    installation.onWaiting();
    // Until it is ready there is no socket to connect to, so that asking often costs PostgreSQL nothing.
    await pause(5);
  }
}

class StartAttempts {
  count = 0;
  readonly #installation: Installation;
  /** The last log line of the attempt that ended; null while one runs. */
  #ended: string | null = "";

  constructor(installation: Installation) {
    this.#installation = installation;
  }

  async startUnlessStarting(): Promise<void> {
    if (this.#ended === null) return;
    if (this.count >= TRIES)
      fail(
        "unavailable",
        `The embedded PostgreSQL does not start (${this.#ended}); see ${this.#installation.logFile}.`,
      );
    await pause(50 * this.count);
    removeStalePidFile(this.#installation.cluster.dataFolder);
    this.count += 1;
    this.#ended = null;
    const started = startPostmaster({ ...this.#installation, detached: true });
    void started.ended.then((line) => (this.#ended = line));
  }
}
