import { copyFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { z } from "zod";
import { borrowEmbeddedPostgres } from "./embedded-postgres.ts";
import { copyRunningCluster } from "./embedded/base-backup.ts";

const place = z.tuple([z.object({ folder: z.string(), major: z.string() })]);

/** Copies the data folder's cluster into an existing folder, as `data` and `password`. Gives PostgreSQL's major version. */
export async function copyEmbeddedPostgres(dataFolder: string, into: string): Promise<string> {
  const postgres = await borrowEmbeddedPostgres(dataFolder);
  const session = new Client({
    ...postgres.connection,
    password: postgres.connection.password.reveal(),
  });
  try {
    await session.connect();
    const { rows } = await session.query(
      "select current_setting('data_directory') as folder, (current_setting('server_version_num')::int / 10000)::text as major",
    );
    const [{ folder, major }] = place.parse(rows);
    await copyRunningCluster(session, { from: folder, to: path.join(into, "data") });
    await copyFile(path.join(path.dirname(folder), "password"), path.join(into, "password"));
    return major;
  } finally {
    await session.end();
    await postgres.stop();
  }
}
