/** The data folder: where one server keeps its database and secrets, and where programs of one user find each other. */
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, chmod, link, mkdir, open, readFile, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fail, ProblemError } from "@agentpass/shared/problem";
import type { z } from "zod";
import { syncFolder } from "../ops/sync-folder.ts";

/**
 * Makes the folder or checks it. A new or empty one is closed to everybody else; a root server's may be passed through
 * (0711), since its PostgreSQL runs as another user below it. The files in it are 0600 all the same. A folder with
 * contents keeps its mode, as it may hold more than ours, but others must not be able to put files into it.
 */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    if (process.platform !== "win32") {
      if (made !== undefined || (await readdir(folder)).length === 0)
        await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
      else await refuseOpenToAll(folder);
    }
    await removeLeftovers(folder);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    fail(
      "unavailable",
      `The data folder ${folder} cannot be used (${codeOf(error)}${await ownersOf(folder)}); let this user write there, or give another AGENTPASS_DATA_DIR.`,
    );
  }
}

/** Numbers, since a mounted folder's owner often has no name in a container. */
async function ownersOf(folder: string): Promise<string> {
  const owner = await stat(folder).catch(() => null);
  const user = process.getuid?.();
  return owner === null || user === undefined || owner.uid === user
    ? ""
    : `: it belongs to user ${owner.uid}, and this is user ${user}`;
}

async function refuseOpenToAll(folder: string): Promise<void> {
  if (((await stat(folder)).mode & 0o002) !== 0)
    fail(
      "unavailable",
      `The data folder ${folder} is open to every user for writing; give a folder of its own as AGENTPASS_DATA_DIR, e.g. ${path.join(folder, "agentpass")}.`,
    );
}

/** Replaces a file for its owner only, so that a reader sees the old text or the new, even over a power cut. */
export async function writeSecretFile(file: string, text: string): Promise<void> {
  const half = await writeBeside(file, text);
  await rename(half, file);
  await syncFolder(path.dirname(file));
}

/** Writes a file for its owner only where there is none yet, and gives what is there: of two writers the first wins. */
export async function writeSecretFileOnce(file: string, text: string): Promise<string> {
  const half = await writeBeside(file, text);
  try {
    await link(half, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    await rm(half, { force: true });
  }
  return readFile(file, "utf8");
}

export type FileRead<T> =
  | { ok: true; value: T }
  | { ok: false; reason: "missing" | "unreadable" | "torn"; message: string };

/** Reads a one-line secret. */
export async function readSecretFile(file: string): Promise<FileRead<string>> {
  try {
    const value = (await readFile(file, "utf8")).trim();
    return value ? { ok: true, value } : torn(file, "is empty");
  } catch (error) {
    if (codeOf(error) === "ENOENT")
      return {
        ok: false,
        reason: "missing",
        message: `${file} is not there; the server writes it when it starts.`,
      };
    const message = `${file} cannot be read (${codeOf(error)}); run this as the user that runs the server.`;
    return { ok: false, reason: "unreadable", message };
  }
}

/** Reads a JSON file of the data folder by its schema in `@agentpass/shared/local-files`. */
export async function readJsonFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<FileRead<z.output<Schema>>> {
  const text = await readSecretFile(file);
  if (!text.ok) return text;
  try {
    const parsed = schema.safeParse(JSON.parse(text.value));
    return parsed.success ? { ok: true, value: parsed.data } : torn(file, "lacks fields this version needs");
  } catch {
    return torn(file, "is not JSON");
  }
}

function torn(file: string, what: string): FileRead<never> {
  const message = `${file} ${what}; remove it and start the server again, which writes it anew.`;
  return { ok: false, reason: "torn", message };
}

async function writeBeside(file: string, text: string): Promise<string> {
  const half = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
  const handle = await open(half, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return half;
}

/** Half-written files of a process that was killed; the minute spares those of one that is writing now. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^\..+\.[0-9a-f]{12}\.tmp$/.test(name)) continue;
    const file = path.join(folder, name);
    if (Date.now() - (await stat(file)).mtimeMs > 60_000) await rm(file, { force: true });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
