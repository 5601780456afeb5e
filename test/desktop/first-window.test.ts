import { expect, test } from "vitest";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";

test.skipIf(noDesktop)("the app starts and its window says where it stands", async () => {
  await using tray = await RunningTray.start({ desktop: theDesktop() });
  const window = await tray.window("main-window.html");
  await expect.poll(() => window.textContent("main")).toContain("signed_out");
});
