import { expect } from "vitest";
import { desktopTest, theDesktop } from "../support/desktop/desktop-test.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";

desktopTest("the app starts and its window says where it stands", async () => {
  await using tray = await RunningTray.start({ desktop: theDesktop() });
  const window = await tray.window("main-window.html");
  await expect.poll(() => window.textContent("main")).toContain("signed_out");
});
