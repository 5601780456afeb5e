import { open, readFile, rename, rm } from "node:fs/promises";
import { fail } from "@agentpass/shared/problem";
import * as tar from "tar";
import { z } from "zod";

/** The archive's first file: what a restore needs to know before it unpacks the others. */
const manifestSchema = z.object({
  format: z.literal(1),
  /** Of the AgentPass SMS that made it. */
  version: z.string(),
  /** PostgreSQL's major version, which a cluster belongs to. */
  postgresMajor: z.string(),
  /** ISO 8601. */
  takenAt: z.string(),
  /** Fingerprints of the master keys by their ids; the keys themselves are elsewhere. */
  masterKeys: z.record(z.string(), z.string()),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

export const MANIFEST_FILE = "manifest.json";

/** Ends the name of an archive that is not whole yet. */
export const HALF = ".partial";

/** Packs a folder into a compressed file for its owner only, which is there whole or not at all. */
export async function packBackup(folder: string, archive: string, names: readonly string[]): Promise<void> {
  const half = archive + HALF;
  try {
    const handle = await open(half, "wx", 0o600);
    try {
      await tar.create({ gzip: true, portable: true, cwd: folder, file: half }, [MANIFEST_FILE, ...names]);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, archive);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

/** Reads an archive to its end and gives what it says of itself. Throws `invalid_input` where it is none, is cut off, or is too new. */
export async function readManifest(archive: string): Promise<BackupManifest> {
  const chunks: Buffer[] = [];
  try {
    await tar.list({
      file: archive,
      strict: true,
      onReadEntry: (entry) => {
        if (entry.path === MANIFEST_FILE) entry.on("data", (chunk: Buffer) => chunks.push(chunk));
      },
    });
  } catch (error) {
    return fail(
      "invalid_input",
      `${archive} cannot be read as a backup (${(error as Error).message}): it is damaged, cut off, or something else. Take another one.`,
    );
  }
  try {
    return manifestSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
  } catch {
    return fail(
      "invalid_input",
      `${archive} is no backup that this version can read. Take a file that agentpass backup has made, with this version or an earlier one.`,
    );
  }
}

/** Unpacks a checked archive into an empty folder. */
export async function unpackBackup(archive: string, into: string): Promise<void> {
  await tar.extract({ file: archive, cwd: into, strict: true });
}

/** The secrets that an archive leaves out, as one file to be kept elsewhere: names in the data folder, and their texts. */
const keysFile = z.record(z.string().regex(/^[a-z][a-z-]*(\.json)?$/), z.string());
export type BackupKeys = z.infer<typeof keysFile>;

export async function readBackupKeys(file: string): Promise<BackupKeys> {
  try {
    return keysFile.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return fail("invalid_input", `${file} is no file of keys that agentpass backup has written with --keys.`);
  }
}
