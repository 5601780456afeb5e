import path from "node:path";
import { vi } from "vitest";
import { PrivateBus } from "../support/desktop/private-bus.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { TrayPanel } from "../support/desktop/tray-panel.ts";
import type { Run } from "./page.ts";
import type { World } from "./world.ts";

const panels = new WeakMap<World, TrayPanel>();

/** Electron where docs/tray.md says that it is to be put where GitHub cannot be reached. */
export const electron: Run = {
  impossible: noDesktop,
  env: () => ({ ELECTRON_OVERRIDE_DIST_PATH: path.dirname(theDesktop().executable) }),
};

/** `pnpm tray` on a display with a panel: its icon appears. */
export const tray: Run = {
  impossible: noDesktop,
  env: async (world) => {
    const bus = world.with(await PrivateBus.start());
    panels.set(world, world.with(await TrayPanel.start(bus)));
    return {
      ...(await electron.env?.(world)),
      DISPLAY: theDesktop().display,
      DBUS_SESSION_BUS_ADDRESS: bus.address,
    };
  },
  meanwhile: (world) => vi.waitUntil(() => panels.get(world)?.hasIcon, { timeout: 60_000, interval: 50 }),
};

/** Resolves when the tray's menu has a line like this. */
export async function trayShows(world: World, line: RegExp): Promise<void> {
  if (!noDesktop) await panels.get(world)?.line(line);
}
