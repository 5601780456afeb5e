import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { PrivateBus } from "../support/desktop/private-bus.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { TrayPanel } from "../support/desktop/tray-panel.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const desktop = fileURLToPath(new URL("../../desktop", import.meta.url));

/** What is built in the checkout is in use by other tests; below desktop/ its packages are found all the same. */
function copyOfDesktop(): string {
  const place = join(desktop, "dist");
  mkdirSync(place, { recursive: true });
  const checkout = mkdtempSync(join(place, "start-tray-"));
  onTestFinished(() => rmSync(checkout, { recursive: true, force: true }));
  cpSync(join(desktop, "../tsconfig.json"), join(checkout, "tsconfig.json"));
  const copy = join(checkout, "desktop");
  const parts = ["src", "scripts", "resources", "package.json", "electron.vite.config.ts"];
  for (const part of parts) cpSync(join(desktop, part), join(copy, part), { recursive: true });
  return copy;
}

test.skipIf(noDesktop)(
  "pnpm tray builds the app, starts it with a Node for its bridge, and ends it when it is told to",
  async () => {
    using bus = await PrivateBus.start();
    using panel = await TrayPanel.start(bus);
    const dataFolder = temporaryFolder();
    const tray = spawn(process.execPath, [join(copyOfDesktop(), "scripts/start-tray.ts"), "--hidden"], {
      env: {
        PATH: "/usr/bin:/bin",
        HOME: dataFolder,
        DISPLAY: theDesktop().display,
        DBUS_SESSION_BUS_ADDRESS: bus.address,
        AGENTPASS_DATA_DIR: dataFolder,
        ELECTRON_OVERRIDE_DIST_PATH: dirname(theDesktop().executable),
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    await expect.poll(() => panel.hasIcon, { timeout: 30_000 }).toBe(true);
    // Which starts the same app again.
    const opensLinks = join(dataFolder, ".local/share/applications/agentpass-links.desktop");
    await expect.poll(() => existsSync(opensLinks)).toBe(true);
    expect(readFileSync(opensLinks, "utf8")).toContain(`"--agentpass-node=${process.execPath}"`);
    tray.kill("SIGTERM");
    await once(tray, "exit");
    expect(tray.exitCode).not.toBeNull();
  },
);
