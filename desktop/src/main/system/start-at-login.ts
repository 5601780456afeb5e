import { app } from "electron";
import { join } from "node:path";
import type { Settings } from "../../shared/settings.ts";
import type { Notices } from "../notices.ts";
import type { Observable } from "../observable.ts";
import { desktopEntry } from "./desktop-entry.ts";
import { ensureFile } from "./ensure-file.ts";

export interface StartAtLoginOptions {
  settings: Observable<Settings>;
  notices: Notices;
  /** What starts this app, as program and arguments. */
  command: readonly [string, ...string[]];
  /** The folder of this user's configuration on Linux; its `autostart` is what desktops read. */
  configFolder: string;
}

/** Keeps to the setting: the app starts without a window when the person logs in, or not. */
export function keepStartAtLogin({ settings, notices, command, configFolder }: StartAtLoginOptions): void {
  const [path, ...args] = [...command, "--hidden"] as const;
  const set =
    process.platform === "linux"
      ? (isWanted: boolean) => setOnLinux(isWanted, { path, args, configFolder })
      : (openAtLogin: boolean) => setByElectron({ openAtLogin, path, args });
  const apply = ({ startAtLogin }: Settings): void => notices.set("start-at-login", set(startAtLogin));
  apply(settings.value);
  settings.onChange(apply);
}

interface Entry {
  path: string;
  args: string[];
  configFolder: string;
}

/** Gives a sentence where it could not be done. */
function setOnLinux(isWanted: boolean, { path, args, configFolder }: Entry): string | null {
  const file = join(configFolder, "autostart", "agentpass.desktop");
  const done = ensureFile(file, isWanted ? desktopEntry({ command: [path, ...args] }) : null);
  if (!("failed" in done)) return null;
  return `Whether AgentPass starts when you log in could not be changed (${done.failed}). Make ${file} writable, and set it again.`;
}

function setByElectron(item: { openAtLogin: boolean; path: string; args: string[] }): null {
  const { openAtLogin } = app.getLoginItemSettings(item);
  if (openAtLogin !== item.openAtLogin) app.setLoginItemSettings(item);
  return null;
}

/** macOS passes no arguments to what it starts at login; it says so instead. */
export function wasStartedAtLogin(): boolean {
  return process.platform === "darwin" && app.getLoginItemSettings().wasOpenedAtLogin;
}
