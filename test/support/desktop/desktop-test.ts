import { inject, test } from "vitest";

const desktop = inject("desktop");

/** A test in the real app; skipped, and said so at the start, where there is no Electron or no display. */
export const desktopTest = test.skipIf("missing" in desktop);

/** The Electron and the display of this run; only inside a `desktopTest`. */
export function theDesktop(): { executable: string; display: string } {
  if ("missing" in desktop) throw new Error(desktop.missing);
  return desktop;
}
