import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { noBrowser, WindowBrowser, type OpenedWindow, type OpenOptions } from "./opened-window.ts";

/**
 * One browser for the tests of a file. Gives what opens a window; it is closed after the test, which fails on any error
 * of the page and on anything that its content policy refused.
 */
export function windowOpener(): (options: OpenOptions) => Promise<OpenedWindow> {
  let browser: WindowBrowser | null = null;
  const opened: OpenedWindow[] = [];
  beforeAll(async () => {
    if (!noBrowser) browser = await WindowBrowser.start();
  });
  afterEach(async () => {
    const windows = opened.splice(0);
    for (const window of windows) await window[Symbol.asyncDispose]();
    expect(windows.flatMap(({ errors }) => errors)).toEqual([]);
  });
  afterAll(() => browser?.[Symbol.asyncDispose]());
  return async (options) => {
    if (browser === null) throw new Error("There is no browser yet: open windows in tests only.");
    const window = await browser.open(options);
    opened.push(window);
    return window;
  };
}
