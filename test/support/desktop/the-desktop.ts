import { inject } from "vitest";

const desktop = inject("desktop");

/** Whether tests of the real app are skipped, as the run's first line says: `test.skipIf(noDesktop)`. */
export const noDesktop = "missing" in desktop;

/** The Electron and the display of this run. */
export function theDesktop(): { executable: string; display: string } {
  if ("missing" in desktop) throw new Error(desktop.missing);
  return desktop;
}
