import path from "node:path";
import { expect } from "vitest";
import { PrivateBus } from "../support/desktop/private-bus.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { TrayPanel } from "../support/desktop/tray-panel.ts";
import type { Run } from "./page.ts";
import type { World } from "./world.ts";

const panels = new WeakMap<World, TrayPanel>();

/** `pnpm tray` on a display with a panel: its icon appears. */
export const tray: Run = {
  impossible: noDesktop,
  env: async (world) => {
    const bus = world.with(await PrivateBus.start());
    panels.set(world, world.with(await TrayPanel.start(bus)));
    const { executable, display } = theDesktop();
    return {
      DISPLAY: display,
      DBUS_SESSION_BUS_ADDRESS: bus.address,
      // As docs/tray.md says for where GitHub cannot be reached.
      ELECTRON_OVERRIDE_DIST_PATH: path.dirname(executable),
    };
  },
  meanwhile: (world) => expect.poll(() => panels.get(world)?.hasIcon, { timeout: 60_000 }).toBe(true),
};

/** Resolves when the tray's menu has a line like this. */
export async function trayShows(world: World, line: RegExp): Promise<void> {
  if (!noDesktop) await panels.get(world)?.line(line);
}
