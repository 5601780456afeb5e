import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { clientIds, type ClientId } from "../shared/client-connections.ts";
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

const recordsFile = z.partialRecord(z.enum(clientIds), record);

/** `client-connections.json` in the data folder, mode 0600: what Disconnect needs to take back exactly that. */
export class ConnectionRecords {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = dataFolder;
  }

  /** Null where Connect did nothing to this file, or nobody knows any more: then the file's own structure tells. */
  async get(id: ClientId, file: string): Promise<ConnectionRecord | null> {
    const found = (await this.#read())[id];
    return found?.file === file ? found : null;
  }

  async set(id: ClientId, value: ConnectionRecord | null): Promise<void> {
    const { [id]: before, ...others } = await this.#read();
    if (value === null && Object.keys(others).length === 0) return rm(this.#path, { force: true });
    if (before === undefined && value === null) return;
    const half = `${this.#path}.${randomBytes(6).toString("hex")}.tmp`;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const content = JSON.stringify(value === null ? others : { ...others, [id]: value });
    await writeSynced(half, { content, mode: 0o600 });
    await rename(half, this.#path);
  }

  get #path(): string {
    return join(this.#folder, "client-connections.json");
  }

  async #read(): Promise<z.infer<typeof recordsFile>> {
    try {
      return recordsFile.parse(JSON.parse(await readFile(this.#path, "utf8")));
    } catch {
      return {};
    }
  }
}
