import { createReadStream } from "node:fs";
import { chmod, constants, copyFile, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reasonOfFile } from "../files/kept-file.ts";

const NAME = process.platform === "win32" ? "agentpass-mcp.exe" : "agentpass-mcp";
const CHUNK_BYTES = 1024 * 1024;

/** Where the bridge of an installed app is for MCP clients: a path that no update, and no start of an AppImage, changes. */
export function bridgeExecutable(dataFolder: string): string {
  return join(dataFolder, "bin", NAME);
}

/**
 * Puts the executable that the app brought along, in the folder `shipped`, where MCP clients start it; nothing is
 * written where the same is there already. Bridges that run go on with the one they were started from. Gives a sentence
 * where it could not be done.
 */
export async function installBridge(shipped: string, dataFolder: string): Promise<string | null> {
  const target = bridgeExecutable(dataFolder);
  const folder = dirname(target);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeLeftovers(folder);
    if (await isSame(join(shipped, NAME), target)) return null;
    const half = `${target}.new`;
    // Where the file system can, both share their 128 MB.
    await copyFile(join(shipped, NAME), half, constants.COPYFILE_FICLONE);
    await chmod(half, 0o700);
    await takePlace(half, target);
    return null;
  } catch (error) {
    return `MCP clients cannot start AgentPass's bridge, since ${target} could not be written (${reasonOfFile(error)}). Mend that, and start AgentPass again.`;
  }
}

/** Windows does not replace a program that runs, but lets it be renamed. */
async function takePlace(half: string, target: string): Promise<void> {
  try {
    await rename(half, target);
  } catch {
    await rename(target, `${target}.old-${Date.now()}`);
    await rename(half, target);
  }
}

/** What an interrupted copy left, and what was moved aside while it ran. */
async function removeLeftovers(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter(
    (name) => name === `${NAME}.new` || name.startsWith(`${NAME}.old-`),
  );
  // One that still runs stays until the next start.
  for (const name of left) await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
}

/** By content: an update may be of the same size and age. */
async function isSame(one: string, other: string): Promise<boolean> {
  const [mine, theirs] = await Promise.all([stat(one), stat(other).catch(() => null)]);
  if (mine.size !== theirs?.size) return false;
  const chunks = read(other)[Symbol.asyncIterator]();
  for await (const chunk of read(one)) {
    const { value } = await chunks.next();
    if (value?.equals(chunk) === true) continue;
    await chunks.return?.();
    return false;
  }
  return true;
}

const read = (path: string): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: CHUNK_BYTES });
