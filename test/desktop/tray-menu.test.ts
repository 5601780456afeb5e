import { expect, test, vi } from "vitest";
import { PrivateBus } from "../support/desktop/private-bus.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { TrayPanel } from "../support/desktop/tray-panel.ts";

test.skipIf(noDesktop)("the icon is there before anybody has paired", async () => {
  using bus = await PrivateBus.start();
  using panel = await TrayPanel.start(bus);
  await using tray = await RunningTray.start({ desktop: theDesktop(), bus });
  await vi.waitUntil(() => panel.hasIcon, { timeout: 20_000 });
  console.log(await panel.menu(), await panel.toolTip(), await panel.picture());
  await panel.click(/Quit/);
  await tray.app.waitForEvent("close");
  console.log(tray.output);
});
