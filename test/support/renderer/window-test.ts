import { expect, test } from "vitest";
import { noBrowser, WindowBrowser, type OpenedWindow, type OpenOptions } from "./opened-window.ts";

interface WindowFixtures {
  /** One for all tests of a file. */
  browser: WindowBrowser;
  /** Opens a window that is closed after the test, which fails on any error of its page. */
  open: (options: OpenOptions) => Promise<OpenedWindow>;
}

/** A test of the windows' pages in a browser; skipped where there is none. */
export const windowTest = test
  .extend<WindowFixtures>({
    browser: [
      // oxlint-disable-next-line no-empty-pattern -- vitest reads from the pattern what a fixture needs
      async ({}, use) => {
        await using browser = await WindowBrowser.start();
        await use(browser);
      },
      { scope: "file" },
    ],
    open: async ({ browser }, use) => {
      const opened: OpenedWindow[] = [];
      await use(async (options) => {
        const window = await browser.open(options);
        opened.push(window);
        return window;
      });
      for (const window of opened) {
        expect(window.errors).toEqual([]);
        await window[Symbol.asyncDispose]();
      }
    },
  })
  .skipIf(noBrowser);
