import { join } from "node:path";
import { z } from "zod";
import { KeptFile } from "../files/kept-file.ts";

const schema = z.object({ account: z.string(), cursor: z.string() });
type Saved = z.output<typeof schema>;

/**
 * How far this device has worked through its account's stream. A cursor that was lost costs nothing but reading anew,
 * so what cannot be read or written is nobody's concern.
 */
export class CursorFile {
  readonly #file: KeptFile;
  #next: Saved | null = null;
  #saving: Promise<void> | null = null;

  constructor(appFolder: string) {
    this.#file = new KeptFile(join(appFolder, "cursor.json"));
  }

  /** Null where none is known for this account. */
  async load(account: string): Promise<string | null> {
    const content = await this.#file.read().catch(() => null);
    try {
      const saved = schema.parse(JSON.parse(content?.toString() ?? "null"));
      return saved.account === account ? saved.cursor : null;
    } catch {
      return null;
    }
  }

  /** Saves soon; of several at once the last. */
  save(account: string, cursor: string): void {
    this.#next = { account, cursor };
    this.#saving ??= this.#saveAll().finally(() => (this.#saving = null));
  }

  /** Resolves when the last cursor is saved. */
  async saved(): Promise<void> {
    await this.#saving;
  }

  async #saveAll(): Promise<void> {
    for (let next = this.#next; next !== null; next = this.#next) {
      this.#next = null;
      await this.#file.write(JSON.stringify(next)).catch(() => {});
    }
  }
}
