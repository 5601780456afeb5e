import { readFile, rename, writeFile } from "node:fs/promises";
import type {
  LocalAgentsStore,
  StoredLocalAgents,
} from "../../../desktop/src/main/agent-socket/local-agents.ts";

/** Local agents in a plain file, where the app has its secrets file. */
export class FileStore implements LocalAgentsStore {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async load(): Promise<unknown> {
    const text = await readFile(this.#file, "utf8").catch(() => null);
    return text === null ? null : JSON.parse(text);
  }

  async save(agents: StoredLocalAgents): Promise<void> {
    await writeFile(`${this.#file}.half`, JSON.stringify(agents), { mode: 0o600 });
    await rename(`${this.#file}.half`, this.#file);
  }
}
