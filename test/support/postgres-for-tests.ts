/** Starts one PostgreSQL for all database tests of a run, with a migrated template that each file clones. */
import { chmod, mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { installBinaries } from "../../server/src/store/embedded/binaries.ts";
import { openCluster } from "../../server/src/store/embedded/cluster.ts";
import { tryConnect, type ConnectOptions } from "../../server/src/store/embedded/connect.ts";
import { chooseDatabaseUser } from "../../server/src/store/embedded/database-user.ts";
import { chooseEndpoint } from "../../server/src/store/embedded/endpoint.ts";
import {
  startPostmaster,
  stopPostmaster,
  readPostmaster,
} from "../../server/src/store/embedded/postmaster.ts";
import { migrate } from "../../server/src/store/migrate.ts";
import { TEMPLATE, type PostgresForTests } from "./test-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgres: PostgresForTests;
  }
}

/** Nothing here outlives the run, so nothing needs to reach the disk. */
const settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_connections: "200",
};

const ROOM_BYTES = 4 * 1024 ** 3;

/**
 * Linux's memory file system where it has room, else the usual place for what is temporary: a test's database is some
 * hundred small files, which were measured to be copied in 15 ms there and 370 ms on a disk.
 */
async function roomyFolder(): Promise<string> {
  const shared = "/dev/shm";
  const { bavail, bsize } = await statfs(shared).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= ROOM_BYTES ? shared : tmpdir();
}

/** Another PostgreSQL than the embedded one: AGENTPASS_TEST_POSTGRES_URL, a superuser's URL. */
async function useOther(url: string, project: TestProject): Promise<() => Promise<void>> {
  const { hostname, port, username, password } = new URL(url);
  const provided = {
    host: hostname,
    port: Number(port),
    user: username,
    password: decodeURIComponent(password),
  };
  const client = new Client({ ...provided, database: "postgres" });
  await client.connect();
  const { rows } = await client.query<{ version: string }>("select version()");
  console.log(`Database tests run on ${rows[0]?.version ?? "?"}`);
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await makeTemplate(client, provided);
  project.provide("postgres", provided);
  return async () => {};
}

/** vitest's globalSetup: gives the teardown. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const other = process.env["AGENTPASS_TEST_POSTGRES_URL"];
  if (other) return useOther(other, project);
  const folder = await mkdtemp(path.join(await roomyFolder(), "agentpass-test-postgres-"));
  const user = chooseDatabaseUser();
  await chmod(folder, user ? 0o711 : 0o700);
  const binaries = await installBinaries(folder);
  const cluster = await openCluster({ binaries, folder, user, durable: false });
  const endpoint = await chooseEndpoint(folder, user);
  const logFile = path.join(folder, "postgres.log");
  let ended: string | null = null;
  const started = startPostmaster({ binaries, cluster, endpoint, logFile, settings, detached: false });
  void started.ended.then((line) => (ended = line));
  const stop = async () => {
    const postmaster = readPostmaster(cluster.dataFolder);
    if (postmaster) await stopPostmaster(postmaster, { binaries, cluster });
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const access = {
      endpoint,
      password: cluster.password,
      database: "postgres",
      applicationName: "test setup",
    };
    const client = await connectWhenReady(access, () => ended);
    const provided = { ...endpoint, user: client.user ?? "", password: cluster.password.reveal() };
    await makeTemplate(client, provided);
    project.provide("postgres", provided);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function connectWhenReady(access: ConnectOptions, ended: () => string | null): Promise<Client> {
  for (;;) {
    const result = await tryConnect(access);
    if (typeof result === "object") return result.client;
    const reason = ended();
    if (reason !== null) throw new Error(`The tests' PostgreSQL ended at its start: ${reason}`);
    await pause(5);
  }
}

async function makeTemplate(client: Client, postgres: PostgresForTests): Promise<void> {
  await client.query(`CREATE DATABASE ${TEMPLATE} STRATEGY file_copy`);
  await client.end();
  await migrate({ ...postgres, database: TEMPLATE });
}
