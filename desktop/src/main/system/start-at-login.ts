import { app } from "electron";
import { join } from "node:path";
import { desktopEntry } from "./desktop-entry.ts";
import { ensureFile } from "./ensure-file.ts";

export interface StartAtLogin {
  isWanted: boolean;
  /** What starts this app, as program and arguments. */
  command: readonly [string, ...string[]];
  /** The folder of this user's configuration on Linux; its `autostart` is what desktops read. */
  configFolder: string;
}

/** Starts the app without a window when the person logs in, or no more. Gives a sentence where that cannot be done. */
export function startAtLogin({ isWanted, command, configFolder }: StartAtLogin): string | null {
  const [path, ...args] = [...command, "--hidden"] as const;
  if (process.platform !== "linux") {
    app.setLoginItemSettings({ openAtLogin: isWanted, path, args });
    return null;
  }
  const file = join(configFolder, "autostart", "agentpass.desktop");
  const done = ensureFile(file, isWanted ? desktopEntry({ command: [path, ...args] }) : null);
  if (!("failed" in done)) return null;
  return `AgentPass could not change whether it starts when you log in (${done.failed}). Mend that for ${file}, and set it again.`;
}

/** macOS passes no arguments to what it starts at login; it says so instead. */
export function wasStartedAtLogin(): boolean {
  return process.platform === "darwin" && app.getLoginItemSettings().wasOpenedAtLogin;
}
