import { expect, test, vi } from "vitest";
import { PrivateBus } from "../support/desktop/private-bus.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { TrayPanel } from "../support/desktop/tray-panel.ts";

test.skipIf(noDesktop)("before anybody has paired the menu leads to the pairing, and out", async () => {
  using bus = await PrivateBus.start();
  using panel = await TrayPanel.start(bus);
  await using tray = await RunningTray.start({ desktop: theDesktop(), bus });
  await vi.waitUntil(() => panel.hasIcon, { timeout: 20_000 });
  expect(await panel.menu()).toEqual([
    "Not paired with a server",
    "Pair this computer…",
    "-",
    "Open AgentPass",
    "-",
    "Quit",
  ]);
  expect(await panel.toolTip()).toBe("AgentPass: Not paired with a server");
  const ended = tray.app.waitForEvent("close");
  await panel.click(/Quit/);
  await ended;
});
