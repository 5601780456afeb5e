import { dataFolder } from "@agentpass/shared/local-files";
import { homedir } from "node:os";
import { join } from "node:path";

/** What the app takes from outside; the one place that reads it. */
export interface TrayEnvironment {
  /** The server's and the bridges' folder of this user. */
  dataFolder: string;
  /** This app's own folder in it: settings, secrets, Electron's profile. */
  appFolder: string;
  /** Started at login: no window is shown. */
  startsHidden: boolean;
}

export function readEnvironment(): TrayEnvironment {
  const uid = process.getuid?.();
  const folder = dataFolder({
    env: process.env,
    platform: process.platform,
    home: homedir(),
    ...(uid === undefined ? {} : { uid }),
  });
  return {
    dataFolder: folder,
    appFolder: join(folder, "tray"),
    startsHidden: process.argv.includes("--hidden"),
  };
}
