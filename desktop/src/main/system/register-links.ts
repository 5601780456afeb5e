import { execFile } from "node:child_process";
import { app } from "electron";
import { join } from "node:path";
import { LINK_SCHEME } from "./deep-links.ts";
import { desktopEntry } from "./desktop-entry.ts";
import { ensureFile } from "./ensure-file.ts";

const FILE_NAME = "agentpass-links.desktop";

export interface LinkRegistration {
  /** What starts this app, as program and arguments. */
  command: readonly [string, ...string[]];
  /** The folder of this user's shared data on Linux; its `applications` is what desktops read. */
  sharedFolder: string;
}

/**
 * Makes the system open the app's links with this app. Without it a person can still paste the link, so that a failure
 * is nothing to tell.
 */
export function registerLinks({ command, sharedFolder }: LinkRegistration): void {
  if (process.platform !== "linux") {
    app.setAsDefaultProtocolClient(LINK_SCHEME, command[0], command.slice(1));
    return;
  }
  // Neither an AppImage nor a checkout has a desktop file that an installer made.
  const mimeType = `x-scheme-handler/${LINK_SCHEME}`;
  const entry = desktopEntry({ command, fieldCode: "%u", mimeType, isHidden: true });
  const done = ensureFile(join(sharedFolder, "applications", FILE_NAME), entry);
  if ("changed" in done && done.changed) execFile("xdg-mime", ["default", FILE_NAME, mimeType], () => {});
}
