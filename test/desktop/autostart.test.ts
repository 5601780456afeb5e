import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { stateOf, windowCall } from "../support/desktop/window-calls.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test.skipIf(noDesktop)(
  "the app starts at login, hidden, from when a person says so until he takes it back",
  async () => {
    await using tray = await RunningTray.start({ desktop: theDesktop() });
    const window = await tray.window("main-window.html");
    const file = join(tray.dataFolder, ".config/autostart/agentpass.desktop");
    expect(existsSync(file)).toBe(false);
    await windowCall(window, "settings.change", { startAtLogin: true });
    const entry = readFileSync(file, "utf8");
    expect(entry).toContain(`Exec="${theDesktop().executable}" "`);
    expect(entry).toMatch(/^Exec=.* "--hidden"$/m);
    await windowCall(window, "settings.change", { startAtLogin: false });
    expect(existsSync(file)).toBe(false);
  },
);

test.skipIf(noDesktop)("where that cannot be written the window says so, and why", async () => {
  const folder = temporaryFolder();
  const configFolder = join(folder, "a-file");
  writeFileSync(configFolder, "");
  await using tray = await RunningTray.start({
    desktop: theDesktop(),
    env: { XDG_CONFIG_HOME: configFolder },
  });
  const window = await tray.window("main-window.html");
  await windowCall(window, "settings.change", { startAtLogin: true });
  await expect
    .poll(async () => (await stateOf(window)).notices)
    .toContainEqual({
      id: "start-at-login",
      text: expect.stringContaining(join(configFolder, "autostart/agentpass.desktop")),
    });
});
