import { expect, test } from "vitest";
import { PrivateBus } from "../support/desktop/private-bus.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { TrayPanel } from "../support/desktop/tray-panel.ts";

test.skipIf(noDesktop)("a second start ends at once, and shows the window of the first", async () => {
  using bus = await PrivateBus.start();
  using panel = await TrayPanel.start(bus);
  await using tray = await RunningTray.start({ desktop: theDesktop(), bus, arguments: ["--hidden"] });
  await expect.poll(() => panel.hasIcon).toBe(true);
  expect(tray.app.windows()).toEqual([]);
  expect(await tray.startAgain()).toBe(0);
  await tray.window("main-window.html");
});
