import { mkdir, readdir, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import type { ClientId } from "../shared/client-connections.ts";
import { writeSynced } from "./config-file.ts";

/** So many of each client are kept. */
const KEPT = 10;

/**
 * Copies a configuration before it is changed to `<data folder>/client-backups/`, for this user only: such files hold
 * keys of other servers. Gives the copy's path.
 */
export async function backUp(
  dataFolder: string,
  { id, file, bytes, now }: { id: ClientId; file: string; bytes: Buffer; now: Date },
): Promise<string> {
  const folder = join(dataFolder, "client-backups");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const mine = (await readdir(folder)).filter((name) => name.startsWith(`${id}-2`)).toSorted();
  for (const name of mine.slice(0, Math.max(0, mine.length + 1 - KEPT)))
    await rm(join(folder, name), { force: true });
  const stamp = now.toISOString().replaceAll(/[:.]/g, "-");
  for (let copy = 0; ; copy++) {
    const path = join(folder, `${id}-${stamp}${copy === 0 ? "" : `-${copy}`}${extname(file)}`);
    try {
      await writeSynced(path, { content: bytes, mode: 0o600 });
      return path;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}
