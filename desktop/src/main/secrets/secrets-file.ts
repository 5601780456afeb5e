import { join } from "node:path";
import { z } from "zod";
import { KeptFile, reasonOfFile } from "../files/kept-file.ts";
import type { Notices } from "../notices.ts";

const NOTICE = "secrets";

/** What the system encrypts with; Electron's safeStorage, and in tests anything else. Its functions may throw. */
export interface Encryption {
  encrypt(text: string): Buffer;
  decrypt(sealed: Buffer): string;
}

const contentSchema = z.record(z.string(), z.json());
type Content = z.output<typeof contentSchema>;

export interface SecretsPlace {
  appFolder: string;
  /** Null where the system has nothing to keep secrets with: then they are held in memory only. */
  encryption: Encryption | null;
  notices: Notices;
}

/** The app's secrets: one file of mode 0600, encrypted by the system's keyring for this user. */
export class SecretsFile {
  readonly #file: KeptFile;
  readonly #encryption: Encryption | null;
  readonly #notices: Notices;
  #content: Content;

  private constructor({ encryption, notices }: SecretsPlace, file: KeptFile, content: Content) {
    this.#file = file;
    this.#encryption = encryption;
    this.#notices = notices;
    this.#content = content;
  }

  /** Never rejects. What cannot be decrypted is kept aside, and a notice says that everything has to be set up anew. */
  static async open(place: SecretsPlace): Promise<SecretsFile> {
    const { appFolder, encryption, notices } = place;
    const file = new KeptFile(join(appFolder, "secrets"));
    if (encryption === null) {
      notices.set(NOTICE, noKeyring);
      return new SecretsFile(place, file, {});
    }
    try {
      const sealed = await file.read();
      const content = sealed === null ? {} : JSON.parse(encryption.decrypt(sealed));
      return new SecretsFile(place, file, contentSchema.parse(content));
    } catch {
      const aside = await file.putAside();
      notices.set(NOTICE, lost(aside ?? file.path));
      return new SecretsFile(place, file, {});
    }
  }

  /** Whether what is saved is still there after the app's next start. */
  get lasts(): boolean {
    return this.#encryption !== null;
  }

  /** Null where nothing of that name was saved. Throws a ZodError where it is of another shape. */
  load<T>(name: string, schema: z.ZodType<T>): T | null {
    const value = this.#content[name];
    return value === undefined ? null : schema.parse(value);
  }

  /** Null forgets it. Rejects with a reason for people where it could not be saved; it holds until the app ends. */
  async save(name: string, value: z.core.util.JSONType): Promise<void> {
    const { [name]: _, ...others } = this.#content;
    this.#content = value === null ? others : { ...others, [name]: value };
    if (this.#encryption === null) return;
    try {
      await this.#file.write(this.#encryption.encrypt(JSON.stringify(this.#content)));
      this.#notices.set(NOTICE, null);
    } catch (error) {
      this.#notices.set(NOTICE, notSaved(this.#file.path, reasonOfFile(error)));
      throw new Error(`its secrets could not be saved: ${reasonOfFile(error)}.`, { cause: error });
    }
  }
}

const noKeyring =
  "This computer has no keyring that AgentPass can use, so it keeps its keys in memory only: you stay signed in until it ends. Install and unlock gnome-keyring (or another service of libsecret), then start AgentPass again.";

function lost(aside: string): string {
  return `AgentPass could not decrypt its keys, so you are signed out: the keyring was reset, or the file is another user's. The file was kept as ${aside}. Connect this computer again, and let your agents in again when they ask.`;
}

function notSaved(path: string, reason: string): string {
  return `AgentPass could not save its keys to ${path}: ${reason}. They hold until AgentPass ends; once that is mended, connect this computer again.`;
}
