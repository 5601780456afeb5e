import { fail, ProblemError } from "@agentpass/shared/problem";
import { randomBytes } from "node:crypto";
import {
  access,
  constants,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  type FileHandle,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A configuration file as it was read. */
export interface FileContent {
  /** Where its bytes are: behind all links. */
  path: string;
  /** Null where there is no file. */
  bytes: Buffer | null;
  /** The text without its byte order mark; "" where there is no file. */
  text: string;
  byteOrderMark: boolean;
}

/** Reads a client's file. Throws a {@link ProblemError} where it cannot be read or is no text. */
export async function readConfigFile(file: string): Promise<FileContent> {
  try {
    const path = await behindLinks(file);
    if (path === null) return { path: file, bytes: null, text: "", byteOrderMark: false };
    await refuseStrange(path);
    const bytes = await readFile(path);
    const decoded = textOf(bytes, file);
    const byteOrderMark = decoded.startsWith("\uFEFF");
    return { path, bytes, text: byteOrderMark ? decoded.slice(1) : decoded, byteOrderMark };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return fail("not_allowed", `${file} cannot be read: ${reasonOf(error)}. Let this user read it.`);
  }
}

/** No client's settings are so large, and a pipe in their place would never end. */
const LARGEST_BYTES = 20 * 1024 * 1024;

async function refuseStrange(path: string): Promise<void> {
  const info = await stat(path);
  if (!info.isFile() && !info.isDirectory())
    fail("conflict", `${path} is no file. Move away what is there, then try again.`);
  if (info.size > LARGEST_BYTES)
    fail(
      "conflict",
      `${path} has ${Math.round(info.size / 1024 / 1024)} MB, more than settings ever have. Look what is in it, then try again.`,
    );
}

/** Null where nothing is there. */
async function behindLinks(file: string): Promise<string | null> {
  try {
    return await realpath(file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    const link = await lstat(file).catch(() => null);
    if (link === null) return null;
    return fail(
      "conflict",
      `${file} is a link to a file that is not there. Make that file, or remove the link.`,
    );
  }
}

function textOf(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail("conflict", `${file} is not written in UTF-8. Save it as UTF-8 in your editor.`);
  }
}

/**
 * Replaces the file: it is there whole, or as it was before. False, and nothing is written, where its bytes are no
 * longer those that were read. Throws a {@link ProblemError} where this user may not.
 */
export async function replaceConfigFile(read: FileContent, text: string): Promise<boolean> {
  const { path, bytes, byteOrderMark } = read;
  const half = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await removeHalves(path);
    // A rename would replace a file that this user may not write, too.
    if (bytes !== null) await access(path, constants.W_OK);
    const was = bytes === null ? null : await stat(path);
    const mode = was === null ? 0o600 : was.mode & 0o777;
    await writeSynced(half, { content: (byteOrderMark ? "\uFEFF" : "") + text, mode, owner: was });
    if (!(await isUnchanged(read))) return false;
    await rename(half, path);
    // It is there, whether or not this disk can promise that it stays.
    await syncFolder(dirname(path)).catch(() => {});
    return true;
  } catch (error) {
    return fail("not_allowed", `${path} cannot be written: ${reasonOf(error)}. Let this user write it.`);
  } finally {
    await rm(half, { force: true });
  }
}

/** No process writes for so long. */
const HALF_IS_OLD_MS = 60_000;

/** What a process that was killed while it wrote has left beside the file: it holds the keys of other servers, too. */
async function removeHalves(path: string): Promise<void> {
  const prefix = `.${basename(path)}.`;
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(prefix) || !/^[0-9a-f]{12}\.tmp$/.test(name.slice(prefix.length))) continue;
    const half = join(dirname(path), name);
    const { mtimeMs = Infinity } = (await stat(half).catch(() => null)) ?? {};
    if (Date.now() - mtimeMs > HALF_IS_OLD_MS) await rm(half, { force: true });
  }
}

/** Removes a file that Connect made, and the folders that it made for it, as far as they are empty. False as above. */
export async function removeConfigFile(read: FileContent, madeFolder: string | null): Promise<boolean> {
  if (!(await isUnchanged(read))) return false;
  await rm(read.path, { force: true });
  if (madeFolder === null) return true;
  for (let folder = dirname(read.path); folder.startsWith(madeFolder); folder = dirname(folder)) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!removed) break;
  }
  return true;
}

/** Makes the folder of a file. Gives the first folder that was not there, behind all links; null where none was made. */
export async function makeFolderOf(file: string): Promise<string | null> {
  try {
    const made = await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    return made === undefined ? null : await realpath(made);
  } catch (error) {
    return fail("not_allowed", `The folder of ${file} cannot be made: ${reasonOf(error)}.`);
  }
}

async function isUnchanged({ path, bytes }: FileContent): Promise<boolean> {
  const now = await readFile(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  });
  return bytes === null || now === null ? bytes === now : bytes.equals(now);
}

interface NewFile {
  content: string | Buffer;
  /** Whatever the umask. */
  mode: number;
  /** Null, or left out: whoever runs this. */
  owner?: { uid: number; gid: number } | null;
}

export async function writeSynced(path: string, file: NewFile): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(file.content);
    if (file.owner) await giveTo(handle, file.owner);
    await handle.chmod(file.mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Where root connects for somebody, the file stays theirs. A group that its owner is not in cannot be kept. */
async function giveTo(handle: FileHandle, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  const now = await handle.stat();
  if (now.uid === uid && now.gid === gid) return;
  await handle.chown(uid, gid).catch((error: unknown) => {
    if (now.uid !== uid) throw error;
  });
}

/** A rename outlives a loss of power only with its folder. Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function reasonOf(error: unknown): string {
  const words: Record<string, string> = {
    EACCES: "this user may not",
    EPERM: "this user may not",
    EBUSY: "another program holds it",
    EROFS: "the disk can only be read",
    ENOSPC: "the disk is full",
    EISDIR: "it is a folder",
    ELOOP: "its links go round in a circle",
    ENOTDIR: "a part of its path is no folder",
    ENOENT: "its folder is not there",
  };
  return words[codeOf(error)] ?? String(error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
