import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** A file of this app's own, readable by nobody else: it is there whole, or as it was before. */
export class KeptFile {
  readonly path: string;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.path = path;
  }

  /** Null where there is none. Rejects where it cannot be read. */
  async read(): Promise<Buffer | null> {
    try {
      return await readFile(this.path);
    } catch (error) {
      if (isErrno(error) && error.code === "ENOENT") return null;
      throw error;
    }
  }

  /** Resolves when the content is on the disk; one write after the other. Rejects where it cannot be written. */
  write(content: string | Uint8Array): Promise<void> {
    const written = this.#writing.then(() => this.#replace(content));
    this.#writing = written.catch(() => {});
    return written;
  }

  /** Puts what cannot be used out of the way, so that nothing is lost. Gives where it is now; null: it could not be moved. */
  async putAside(): Promise<string | null> {
    const aside = `${this.path}.unusable-${Date.now()}`;
    return rename(this.path, aside).then(
      () => aside,
      () => null,
    );
  }

  async #replace(content: string | Uint8Array): Promise<void> {
    const folder = dirname(this.path);
    const half = `${this.path}.new`;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await rm(half, { force: true });
      await writeSynced(half, content);
      await rename(half, this.path);
    } catch (error) {
      await rm(half, { force: true }).catch(() => {});
      throw error;
    }
    await syncFolder(folder);
  }
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
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

/** Why a file could not be read or written, in a few words for a person. */
export function reasonOfFile(error: unknown): string {
  const words: Record<string, string> = {
    ENOSPC: "the disk is full",
    EDQUOT: "your disk quota is used up",
    EROFS: "the disk can only be read",
    EACCES: "this user may not",
    EPERM: "this user may not",
    EIO: "the disk failed",
  };
  const code = isErrno(error) ? (error.code ?? "") : "";
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}

function isErrno(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}
