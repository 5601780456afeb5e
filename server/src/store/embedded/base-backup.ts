import { chmod, copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Client } from "pg";
import { z } from "zod";

/** A start makes what is in them anew (PostgreSQL's manual, "Making a Base Backup Using the Low Level API"). */
const EMPTIED_FOLDERS = new Set([
  "pg_wal",
  "pg_replslot",
  "pg_dynshmem",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
]);
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label(\.old)?|tablespace_map(\.old)?)$/;
/** Names of WAL files sort as they follow each other within a timeline. */
const WAL_FILE = /^[0-9A-F]{24}$/;

const ended = z.tuple([z.object({ labelfile: z.string(), first: z.string(), last: z.string() })]);

/**
 * Copies a cluster's data directory while it is written to: a PostgreSQL started on the copy comes to the moment at
 * which the copying ended. `session` is a superuser's and does nothing else meanwhile; `to` is a new folder.
 */
export async function copyRunningCluster(
  session: Client,
  { from, to }: { from: string; to: string },
): Promise<void> {
  // Of this session, so it goes with it: until then no checkpoint removes WAL that the copy needs.
  await session.query(
    "select pg_create_physical_replication_slot('agentpass_backup_' || pg_backend_pid(), true, true)",
  );
  const { rows: begun } = await session.query(
    "select pg_walfile_name(pg_backup_start('agentpass', true)) as first",
  );
  await copyFolder(from, to);
  // Last: it tells a start where to begin, and must not be older than what was copied.
  await copyIfThere(path.join(from, "global/pg_control"), path.join(to, "global/pg_control"));
  const { rows } = await session.query(
    "select labelfile, $1 as first, pg_walfile_name(lsn) as last from pg_backup_stop(false)",
    [(begun[0] as { first: string }).first],
  );
  const [{ labelfile, first, last }] = ended.parse(rows);
  await writeFile(path.join(to, "backup_label"), labelfile, { mode: 0o600 });
  await copyWal({ from, to, first, last });
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (LEFT_OUT.test(entry.name)) continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isFile()) await copyIfThere(source, target);
    else if (!entry.isDirectory()) continue;
    else if (EMPTIED_FOLDERS.has(entry.name)) await mkdir(target, { mode: 0o700 });
    else await copyFolder(source, target);
  }
}

/** A table that is dropped meanwhile takes its file along, and the WAL says so. */
async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
    await chmod(to, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

async function copyWal({
  from,
  to,
  first,
  last,
}: {
  from: string;
  to: string;
  first: string;
  last: string;
}): Promise<void> {
  const names = (await readdir(path.join(from, "pg_wal"))).filter(
    (name) => WAL_FILE.test(name) && name >= first && name <= last,
  );
  for (const name of [first, last])
    if (!names.includes(name)) throw new Error(`PostgreSQL has removed the WAL file ${name} already`);
  for (const name of names) await copyFile(path.join(from, "pg_wal", name), path.join(to, "pg_wal", name));
}
