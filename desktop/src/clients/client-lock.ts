import { mkdir, rmdir, stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/** As the library that Claude Code locks its file with (proper-lockfile): a lock not touched for so long is forgotten. */
const STALE_MS = 10_000;
const PATIENCE_MS = 3000;

/**
 * Holds a client's own lock while `work` changes its file. One that stays taken is no reason to give up: the file is
 * replaced only if nobody has changed it.
 */
export async function withClientLock<T>(lock: string | null, work: () => Promise<T>): Promise<T> {
  const held = lock !== null && (await take(lock));
  try {
    return await work();
  } finally {
    if (held) await rmdir(lock).catch(() => {});
  }
}

async function take(lock: string): Promise<boolean> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await mkdir(lock);
      return true;
    } catch (error) {
      // No folder for it yet: nobody else can be writing.
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) return false;
    }
    const found = await stat(lock).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > STALE_MS) return false;
    if (Date.now() > end) return false;
    await pause(50);
  }
}
