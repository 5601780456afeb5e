import { join } from "node:path";
import { settingsSchema, type Settings, type SettingsChange } from "../../shared/settings.ts";
import { KeptFile, reasonOfFile } from "../files/kept-file.ts";
import type { Notices } from "../notices.ts";
import { Observable } from "../observable.ts";

const NOTICE = "settings";

/** The person's settings, kept in `settings.json` of the app's folder. */
export class SettingsFile {
  readonly current: Observable<Settings>;
  readonly #file: KeptFile;
  readonly #notices: Notices;

  private constructor(file: KeptFile, notices: Notices, settings: Settings) {
    this.#file = file;
    this.#notices = notices;
    this.current = new Observable(settings);
  }

  /** A file that cannot be used is kept aside, and a notice says so; then the settings are the usual ones. */
  static async load(appFolder: string, notices: Notices): Promise<SettingsFile> {
    const file = new KeptFile(join(appFolder, "settings.json"));
    return new SettingsFile(file, notices, await settingsOf(file, notices));
  }

  /** What cannot be saved holds until the app ends, and a notice says so. */
  async change(change: SettingsChange): Promise<void> {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    this.current.set({ ...this.current.value, ...Object.fromEntries(given) });
    try {
      await this.#file.write(`${JSON.stringify(this.current.value, null, 2)}\n`);
      this.#notices.set(NOTICE, null);
    } catch (error) {
      this.#notices.set(
        NOTICE,
        `Your settings could not be saved to ${this.#file.path}: ${reasonOfFile(error)}. They hold until AgentPass ends; once that is mended, change a setting again.`,
      );
    }
  }
}

async function settingsOf(file: KeptFile, notices: Notices): Promise<Settings> {
  try {
    const content = await file.read();
    return settingsSchema.parse(content === null ? {} : JSON.parse(content.toString()));
  } catch {
    const aside = await file.putAside();
    const kept = aside === null ? `is still at ${file.path}` : `was kept as ${aside}`;
    notices.set(
      NOTICE,
      `Your settings could not be read, so AgentPass uses the usual ones: the file is damaged or of another program. It ${kept}. Look through Settings and set what you want.`,
    );
    return settingsSchema.parse({});
  }
}
