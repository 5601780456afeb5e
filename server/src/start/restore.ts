import { rename } from "node:fs/promises";
import path from "node:path";
import { AUDIT_HEADS_FILE, OWNER_KEY_FILE } from "@agentpass/shared/local-files";
import { fail } from "@agentpass/shared/problem";
import type { Secret } from "@agentpass/shared/secret";
import { eraseDue } from "../actions/erase-due.ts";
import { recoverOwner } from "../actions/recover-owner.ts";
import { settleRestore, type SettledRestore } from "../actions/settle-restore.ts";
import { openDataFolder, readSecretFile, writeSecretFile } from "../config/data-folder.ts";
import { MASTER_KEY_FILE, masterKeysOf } from "../config/master-key-file.ts";
import { parseKeyRing } from "../crypto/key-ring.ts";
import { openPool, type ConnectionSettings } from "../store/database.ts";
import { settleEmbeddedPostgres } from "../store/embedded-postgres.ts";
import { placeCluster } from "../store/embedded/restored-cluster.ts";
import { allTeamIds } from "../store/events.ts";
import { migrate } from "../store/migrate.ts";
import { reachDatabase } from "../store/reach-database.ts";
import { checkMasterKeys } from "../store/teams.ts";
import { readBackupKeys, readManifest, unpackBackup } from "./backup-archive.ts";

export interface RestoreOrder {
  dataFolder: string;
  /** As configured; null: they lie in the data folder. */
  masterKeys: Secret | null;
  archive: string;
  /** What `agentpass backup --keys` wrote; null: the keys lie in the data folder. */
  keys: string | null;
  replace: boolean;
}

/**
 * Puts a backup into the data folder. Nothing is served from it before {@link finishRestore}: a server refuses to start.
 * Gives where the database before it lies now, or null.
 */
export async function placeBackup({
  dataFolder,
  masterKeys,
  archive,
  keys,
  replace,
}: RestoreOrder): Promise<string | null> {
  const manifest = await readManifest(archive);
  await openDataFolder(dataFolder);
  if (keys !== null) await putKeys(dataFolder, keys);
  await requireMasterKeys({ dataFolder, masterKeys }, manifest.masterKeys);
  const replaced = await placeCluster(dataFolder, {
    major: manifest.postgresMajor,
    unpack: (into) => unpackBackup(archive, into),
    replace,
  });
  return replaced;
}

/** Keys that are there already stay: another text under the same name is refused. */
async function putKeys(dataFolder: string, file: string): Promise<void> {
  const keys = await readBackupKeys(file);
  const there = await readSecretFile(path.join(dataFolder, MASTER_KEY_FILE));
  if (there.ok && keys[MASTER_KEY_FILE]?.trim() !== there.value)
    fail(
      "conflict",
      `${path.join(dataFolder, MASTER_KEY_FILE)} holds another master key than ${file}. Restore into an empty folder (AGENTPASS_DATA_DIR), or move that file away.`,
    );
  for (const [name, text] of Object.entries(keys)) await writeSecretFile(path.join(dataFolder, name), text);
}

async function requireMasterKeys(
  { dataFolder, masterKeys }: Pick<RestoreOrder, "dataFolder" | "masterKeys">,
  wanted: Record<string, string>,
): Promise<void> {
  const found = await readSecretFile(path.join(dataFolder, MASTER_KEY_FILE));
  const ring = masterKeys?.reveal() ?? (found.ok ? found.value : null);
  const { fingerprints } = ring === null ? { fingerprints: new Map<string, string>() } : parseKeyRing(ring);
  const missing = Object.keys(wanted).filter((id) => fingerprints.get(id) !== wanted[id]);
  if (missing.length > 0)
    fail(
      "conflict",
      masterKeys === null
        ? `The data folder ${dataFolder} lacks the master key ${missing.join(", ")} that this backup was written with. Give the file that agentpass backup wrote with --keys: --keys <file>.`
        : `AGENTPASS_MASTER_KEY lacks the key ${missing.join(", ")} that this backup was written with. Add it behind the current one.`,
    );
}

export interface FinishedRestore extends SettledRestore {
  /** Where the owner's new key lies. */
  ownerKeyFile: string;
}

interface Place {
  dataFolder: string;
  /** Null: the embedded database in the data folder. */
  databaseUrl: Secret | null;
  /** Null: those that lie beside the embedded database. */
  masterKeys: Secret | null;
}

/** Everything that must follow a restore, by whatever means it was made, before a server starts on the database. */
export async function finishRestore({
  dataFolder,
  databaseUrl,
  masterKeys,
}: Place): Promise<FinishedRestore> {
  await openDataFolder(dataFolder);
  const finish = (connection: ConnectionSettings): Promise<FinishedRestore> =>
    finishOn(connection, { dataFolder, masterKeys });
  return databaseUrl === null
    ? settleEmbeddedPostgres(dataFolder, finish)
    : finish(await reachDatabase(databaseUrl));
}

async function finishOn(
  connection: ConnectionSettings,
  { dataFolder, masterKeys }: Pick<Place, "dataFolder" | "masterKeys">,
): Promise<FinishedRestore> {
  await migrate(connection);
  const app = openPool(connection, "agentpass_app", () => {});
  const ingest = openPool(connection, "agentpass_ingest", () => {});
  const keyRing = parseKeyRing((masterKeys ?? (await masterKeysOf(dataFolder))).reveal());
  const store = {
    app: app.db,
    ingest: ingest.db,
    keyRing,
    clock: Date.now,
    wakeUp: () => {},
    observe: () => {},
  };
  try {
    const { missing, different } = await checkMasterKeys(store);
    if (missing.length + different.length > 0)
      fail(
        "conflict",
        "AGENTPASS_MASTER_KEY: these are not the keys of this database; give those it was written with.",
      );
    const [teamId] = await allTeamIds(store);
    if (teamId === undefined)
      return fail("not_found", "This database has no team: it is no AgentPass SMS database.");
    await startNewHeads(dataFolder);
    const settled = await settleRestore(store, teamId);
    await eraseDue(store, teamId);
    const ownerKeyFile = path.join(dataFolder, OWNER_KEY_FILE);
    await recoverOwner(store, teamId, (key) => writeSecretFile(ownerKeyFile, `${key}\n`));
    return { ...settled, ownerKeyFile };
  } finally {
    await Promise.all([app.db.destroy(), ingest.db.destroy()]);
  }
}

/** Heads of entries that the backup does not know would be taken for a cut tail; the file is kept for whoever looks into it. */
async function startNewHeads(dataFolder: string): Promise<void> {
  const file = path.join(dataFolder, AUDIT_HEADS_FILE);
  const aside = file.replace(
    /\.jsonl$/,
    `.before-${new Date().toISOString().replaceAll(/[:.]/g, "-")}.jsonl`,
  );
  await rename(file, aside).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}
