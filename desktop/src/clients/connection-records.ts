import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { ClientId } from "../shared/client-connections.ts";
import { writeSynced } from "./config-file.ts";

const record = z.object({
  /** The file that was changed. */
  file: z.string(),
  removed: z.string(),
  inserted: z.string(),
  madeTable: z.boolean(),
  madeFile: z.boolean(),
  /** The first folder that Connect had to make for the file. */
  madeFolder: z.string().nullable(),
});

/** What Connect did to a client's file. */
export type ConnectionRecord = z.infer<typeof record>;

/** `client-connections/CLIENT.json` in the data folder, mode 0600: what Disconnect needs to take back exactly that. */
export class ConnectionRecords {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, "client-connections");
  }

  /** Null where Connect did nothing to this file, or nobody knows any more: then the file's own structure tells. */
  async get(id: ClientId, file: string): Promise<ConnectionRecord | null> {
    try {
      const found = record.parse(JSON.parse(await readFile(this.#path(id), "utf8")));
      return found.file === file ? found : null;
    } catch {
      return null;
    }
  }

  async set(id: ClientId, value: ConnectionRecord | null): Promise<void> {
    const path = this.#path(id);
    if (value === null) return rm(path, { force: true });
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const half = `${path}.${randomBytes(6).toString("hex")}.tmp`;
    try {
      await writeSynced(half, { content: JSON.stringify(value), mode: 0o600 });
      await rename(half, path);
    } finally {
      await rm(half, { force: true });
    }
  }

  #path(id: ClientId): string {
    return join(this.#folder, `${id}.json`);
  }
}
