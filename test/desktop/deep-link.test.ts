import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PrivateBus } from "../support/desktop/private-bus.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { TrayPanel } from "../support/desktop/tray-panel.ts";

test.skipIf(noDesktop)("the desktop learns what opens the app's links", async () => {
  await using tray = await RunningTray.start({ desktop: theDesktop() });
  await tray.window("main-window.html");
  const file = join(tray.dataFolder, ".local/share/applications/agentpass-links.desktop");
  const entry = readFileSync(file, "utf8");
  expect(entry).toContain(`Exec="${theDesktop().executable}"`);
  expect(entry).toContain(" %u\nTryExec=");
  expect(entry).toContain("MimeType=x-scheme-handler/agentpass;");
});

test.skipIf(noDesktop)("a link that is opened shows the window of the app that runs hidden", async () => {
  using bus = await PrivateBus.start();
  using panel = await TrayPanel.start(bus);
  await using tray = await RunningTray.start({ desktop: theDesktop(), bus, arguments: ["--hidden"] });
  await expect.poll(() => panel.hasIcon).toBe(true);
  expect(tray.app.windows()).toEqual([]);
  const link = "agentpass://pair?server=http%3A%2F%2F127.0.0.1%3A9&invitation=abc";
  expect(await tray.startAgain(link)).toBe(0);
  await tray.window("main-window.html");
});
