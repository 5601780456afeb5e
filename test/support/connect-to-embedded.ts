import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { SUPERUSER } from "../../server/src/store/embedded/cluster.ts";
import { readPostmaster } from "../../server/src/store/embedded/postmaster.ts";

const clusterOf = (dataFolder: string): string => join(dataFolder, "postgres", "cluster-18");

/** A data folder's own PostgreSQL: its process, and how its superuser comes in. Throws where it does not run. */
export function embeddedPostgres(dataFolder: string) {
  const postmaster = readPostmaster(join(clusterOf(dataFolder), "data"));
  if (!postmaster) throw new Error(`no PostgreSQL runs in ${dataFolder}`);
  const connection = {
    host: postmaster.host,
    port: postmaster.port,
    user: SUPERUSER,
    password: readFileSync(join(clusterOf(dataFolder), "password"), "utf8").trim(),
    database: "agentpass",
  };
  return { pid: postmaster.pid, connection };
}

/** A connection of the test's own, as superuser, to a running server's embedded database. */
export async function connectToEmbedded(dataFolder: string): Promise<Client & AsyncDisposable> {
  const client = new Client(embeddedPostgres(dataFolder).connection);
  client.on("error", () => {});
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}
