import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { vi } from "vitest";
import { SUPERUSER } from "../../server/src/store/embedded/cluster.ts";
import { readPostmaster } from "../../server/src/store/embedded/postmaster.ts";

const clusterOf = (dataFolder: string): string => join(dataFolder, "postgres", "cluster-18");

/** The process of a data folder's own PostgreSQL. Throws where it does not run. */
function postmasterPid(dataFolder: string): number {
  const postmaster = readPostmaster(join(clusterOf(dataFolder), "data"));
  if (!postmaster) throw new Error(`no PostgreSQL runs in ${dataFolder}`);
  return postmaster.pid;
}

/** A connection of the test's own, as superuser, to a running server's embedded database. */
export async function connectToEmbedded(dataFolder: string): Promise<Client & AsyncDisposable> {
  const postmaster = readPostmaster(join(clusterOf(dataFolder), "data"));
  if (!postmaster) throw new Error(`no PostgreSQL runs in ${dataFolder}`);
  const client = new Client({
    host: postmaster.host,
    port: postmaster.port,
    user: SUPERUSER,
    password: readFileSync(join(clusterOf(dataFolder), "password"), "utf8").trim(),
    database: "agentpass",
  });
  client.on("error", () => {});
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

/** Resolves when so many waits are open on a number: a call that was sent is not yet a wait that stands in the queue. */
export async function waitsOpen(database: Client, phoneNumber: string, count = 1): Promise<void> {
  await vi.waitUntil(
    async () => {
      const { rowCount } = await database.query(
        `select from waits join leases on leases.id = waits.lease_id join numbers on numbers.id = leases.number_id
         where numbers.e164 = $1 and waits.state = 'open'`,
        [phoneNumber],
      );
      return rowCount === count;
    },
    { timeout: 10_000, interval: 5 },
  );
}

/** Kills PostgreSQL as the kernel's out-of-memory killer would; resolves when its server has started it again. */
export async function killPostgres(dataFolder: string): Promise<void> {
  const killed = postmasterPid(dataFolder);
  process.kill(killed, "SIGKILL");
  await vi.waitFor(
    async () => {
      if (postmasterPid(dataFolder) === killed) throw new Error("PostgreSQL was not started again");
      await using database = await connectToEmbedded(dataFolder);
      await database.query("select");
    },
    { timeout: 20_000, interval: 20 },
  );
}
