import { bridgeVariables, dataFolder } from "@agentpass/shared/data-folder";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Computer } from "../clients/client-table.ts";
import { nodeAmong } from "./system/launch-command.ts";

/** What the app takes from outside; the one place that reads it. */
export interface TrayEnvironment {
  /** Whose MCP clients are meant. */
  computer: Computer;
  /** The server's and the bridges' folder of this user. */
  dataFolder: string;
  /** What a bridge that a client starts must be told to find this data folder. */
  bridgeVariables: Record<string, string>;
  /** This app's own folder in it: settings, secrets, Electron's profile. */
  appFolder: string;
  /** Started at login: no window is shown. */
  startsHidden: boolean;
  /** The Node of the checkout that this app was started from. */
  node: string | null;
  /** The AppImage that this start came from. */
  appImage: string | null;
  /** Linux: where desktops look for what this user's programs start at login, and for what opens links. */
  configFolder: string;
  sharedFolder: string;
}

export function readEnvironment(): TrayEnvironment {
  const uid = process.getuid?.();
  const user = {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    ...(uid === undefined ? {} : { uid }),
  };
  const folder = dataFolder(user);
  return {
    computer: { home: user.home, env: user.env, platform: user.platform },
    dataFolder: folder,
    bridgeVariables: bridgeVariables(folder, user),
    appFolder: join(folder, "tray"),
    startsHidden: process.argv.includes("--hidden"),
    node: nodeAmong(process.argv),
    appImage: process.env["APPIMAGE"] || null,
    configFolder: process.env["XDG_CONFIG_HOME"] || join(homedir(), ".config"),
    sharedFolder: process.env["XDG_DATA_HOME"] || join(homedir(), ".local/share"),
  };
}
