import { existsSync } from "node:fs";
import { chmod, chown, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { fail } from "@agentpass/shared/problem";
import { syncFolder } from "../../ops/sync-folder.ts";
import { installBinaries } from "./binaries.ts";
import { databaseFolder, removeAbandoned } from "./database-folder.ts";
import { chooseDatabaseUser, type DatabaseUser } from "./database-user.ts";
import { isRunningPostgres, readPostmaster } from "./postmaster.ts";

/** In the folder of a cluster that was restored, until everything was done that must follow. */
const MARK = "manifest.json";

/** `clusterFolder`: holds `data` and `password`. */
export function awaitsSettling(clusterFolder: string): boolean {
  return existsSync(path.join(clusterFolder, MARK));
}

export async function noteSettled(clusterFolder: string): Promise<void> {
  await rm(path.join(clusterFolder, MARK), { force: true });
}

export interface ClusterToPlace {
  /** PostgreSQL's major version that it was made by. */
  major: string;
  /** Fills an empty folder with `data`, `password` and `manifest.json`. */
  unpack: (into: string) => Promise<void>;
  /** Puts it in the place of a cluster that is there. */
  replace: boolean;
}

/**
 * Puts a cluster into the data folder, whole or not at all. Gives where the one before it lies now, or null. Throws
 * `conflict` where PostgreSQL runs there, or a cluster is there that is not to be replaced.
 */
export async function placeCluster(
  dataFolder: string,
  { major, unpack, replace }: ClusterToPlace,
): Promise<string | null> {
  const user = chooseDatabaseUser();
  const folder = databaseFolder(dataFolder, user);
  removeAbandoned(folder);
  const binaries = await installBinaries(folder);
  if (binaries.major !== major)
    fail(
      "conflict",
      `The backup was made by PostgreSQL ${major} and this version brings PostgreSQL ${binaries.major}: restore it with the version of AgentPass SMS that made it.`,
    );
  const target = path.join(folder, `cluster-${major}`);
  refuseUnlessFree(target, { dataFolder, replace });
  const half = await mkdtemp(`${target}.new-`);
  try {
    await chmod(half, user ? 0o711 : 0o700);
    await unpack(half);
    await giveTo(user, path.join(half, "data"));
    const replaced = await moveAside(target);
    await rename(half, target);
    await syncFolder(folder);
    return replaced;
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

function refuseUnlessFree(
  target: string,
  { dataFolder, replace }: { dataFolder: string; replace: boolean },
): void {
  if (!existsSync(target)) return;
  const postmaster = readPostmaster(path.join(target, "data"));
  if (postmaster && isRunningPostgres(postmaster))
    fail(
      "conflict",
      `A server runs on the data folder ${dataFolder}: stop it first, so that nothing is written meanwhile.`,
    );
  if (!replace)
    fail(
      "conflict",
      `The data folder ${dataFolder} has a database already. Give --replace to put the backup in its place (it is moved aside, not removed), or another AGENTPASS_DATA_DIR.`,
    );
}

async function moveAside(target: string): Promise<string | null> {
  if (!existsSync(target)) return null;
  const aside = `${target}.replaced-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  await rename(target, aside);
  return aside;
}

async function giveTo(user: DatabaseUser, folder: string): Promise<void> {
  if (user === null) return;
  await chown(folder, user.uid, user.gid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    await chown(path.join(entry.parentPath, entry.name), user.uid, user.gid);
}
