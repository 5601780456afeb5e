import { execFile } from "node:child_process";

/** A bus that does not answer by then has nobody on it for us. */
const ANSWER_MS = 2_000;

const isLinux = process.platform === "linux";

/** Whether the desktop shows notifications, or would start what does. */
export async function hasNotificationService(): Promise<boolean> {
  if (!isLinux) return true;
  const name = "org.freedesktop.Notifications";
  const [now, onDemand] = await Promise.all([
    ask("org.freedesktop.DBus.NameHasOwner", `string:${name}`),
    ask("org.freedesktop.DBus.ListActivatableNames"),
  ]);
  return now.includes("boolean true") || onDemand.includes(`"${name}"`);
}

/** Whether there is a place for tray icons: a panel that has told the watcher that it shows them. */
export async function hasTrayHost(): Promise<boolean> {
  if (!isLinux) return true;
  const answer = await send("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", [
    "org.freedesktop.DBus.Properties.Get",
    "string:org.kde.StatusNotifierWatcher",
    "string:IsStatusNotifierHostRegistered",
  ]);
  return answer.includes("boolean true");
}

function ask(...method: string[]): Promise<string> {
  return send("org.freedesktop.DBus", "/org/freedesktop/DBus", method);
}

/** Gives what `dbus-send`, which comes with the bus itself, prints; nothing where there is no answer. */
function send(destination: string, path: string, method: readonly string[]): Promise<string> {
  const options = ["--session", "--print-reply", `--dest=${destination}`, path, ...method];
  return new Promise((resolve) => {
    execFile("dbus-send", options, { timeout: ANSWER_MS }, (error, stdout) => resolve(error ? "" : stdout));
  });
}
