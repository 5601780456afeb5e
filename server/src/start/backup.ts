import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { MOCK_CREDENTIALS_FILE, OWNER_KEY_FILE } from "@agentpass/shared/local-files";
import { fail } from "@agentpass/shared/problem";
import type { Secret } from "@agentpass/shared/secret";
import { VERSION } from "@agentpass/shared/version";
import { writeSecretFile } from "../config/data-folder.ts";
import { MASTER_KEY_FILE, masterKeysOf } from "../config/master-key-file.ts";
import { parseKeyRing } from "../crypto/key-ring.ts";
import { copyEmbeddedPostgres } from "../store/embedded-backup.ts";
import { HALF, MANIFEST_FILE, packBackup, type BackupKeys, type BackupManifest } from "./backup-archive.ts";

/** What a data folder keeps besides the database and its master keys and cannot make anew. */
const SECRET_FILES = [OWNER_KEY_FILE, MOCK_CREDENTIALS_FILE];

/** Where a backup is put together, beside its archive. */
const WORK_FOLDER = ".agentpass-backup-";
/** How an archive's name begins. */
const ARCHIVE = "agentpass-";
/** No backup takes so long. */
const ABANDONED_MS = 86_400_000;

export interface MadeBackup {
  archive: string;
  /** Null: the keys were not asked for. */
  keys: string | null;
  /** ISO 8601. */
  takenAt: string;
}

interface BackupOrder {
  dataFolder: string;
  /** As configured; null: they lie in the data folder. */
  masterKeys: Secret | null;
  into: string;
  /** The file for what opens the backup; null: none is wanted. */
  keys: string | null;
}

/**
 * Copies the embedded database, whether its server runs or not, into one compressed file in `into`; with `keys`, what
 * opens it into that file. Throws `not_found` where the data folder has no database, `conflict` where its master keys
 * are not to be had.
 */
export async function makeBackup({ dataFolder, masterKeys, into, keys }: BackupOrder): Promise<MadeBackup> {
  const takenAt = new Date().toISOString();
  const folder = path.resolve(into);
  const archive = path.join(
    folder,
    `${ARCHIVE}${takenAt.replace(/\.\d+Z$/, "Z").replaceAll(":", "-")}.tar.gz`,
  );
  const keysFile = keys === null ? null : path.resolve(keys);
  const copy = await madeFolder(folder);
  try {
    const postgresMajor = await copyEmbeddedPostgres(dataFolder, copy);
    const ring = masterKeys ?? (await keptMasterKeys(dataFolder));
    const { fingerprints } = parseKeyRing(ring.reveal());
    const manifest: BackupManifest = {
      format: 1,
      version: VERSION,
      postgresMajor,
      takenAt,
      masterKeys: Object.fromEntries(fingerprints),
    };
    await writeFile(path.join(copy, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    await packBackup(copy, archive, ["password", "data"]);
    if (keysFile !== null)
      await writeSecretFile(keysFile, `${JSON.stringify(await secretsOf(dataFolder, ring), null, 2)}\n`);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
  return { archive, keys: keysFile, takenAt };
}

async function madeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeAbandoned(folder);
    return await mkdtemp(path.join(folder, WORK_FOLDER));
  } catch (error) {
    return fail(
      "unavailable",
      `The folder ${folder} cannot be written to (${(error as NodeJS.ErrnoException).code ?? "unknown"}); name another one.`,
    );
  }
}

/** What a backup that was killed has left. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const abandoned = path.join(folder, name);
    const isOurs = name.startsWith(WORK_FOLDER) || (name.startsWith(ARCHIVE) && name.endsWith(HALF));
    if (isOurs && Date.now() - (await stat(abandoned)).mtimeMs > ABANDONED_MS)
      await rm(abandoned, { recursive: true, force: true });
  }
}

/** Those that lie beside the database. None are made up here: they would open nothing. */
async function keptMasterKeys(dataFolder: string): Promise<Secret> {
  const file = path.join(dataFolder, MASTER_KEY_FILE);
  if (!existsSync(file))
    fail(
      "conflict",
      `${file} is not there, so this server's master key is elsewhere: give it here too, as AGENTPASS_MASTER_KEY or AGENTPASS_MASTER_KEY_FILE.`,
    );
  return masterKeysOf(dataFolder);
}

async function secretsOf(dataFolder: string, ring: Secret): Promise<BackupKeys> {
  const secrets: BackupKeys = { [MASTER_KEY_FILE]: `${ring.reveal()}\n` };
  for (const name of SECRET_FILES) {
    const text = await readFile(path.join(dataFolder, name), "utf8").catch(() => null);
    if (text !== null) secrets[name] = text;
  }
  return secrets;
}
