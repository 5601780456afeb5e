import { expect, test } from "vitest";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { RunningServer } from "../support/running-server.ts";

test.skipIf(noDesktop)(
  "beside a mock server of the same user the app connects without any setup",
  async () => {
    await using server = await RunningServer.start();
    await using tray = await RunningTray.start({ desktop: theDesktop(), dataFolder: server.dataFolder });
    const window = await tray.window("main-window.html");
    await expect.poll(() => window.textContent("body"), { timeout: 20_000 }).toContain("Connected");
  },
);
