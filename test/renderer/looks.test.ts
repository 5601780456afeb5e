import { afterAll, beforeAll, test } from "vitest";
import { everyKind, signedIn, signedOut, withMessages } from "../support/renderer/app-states.ts";
import { noBrowser, WindowBrowser } from "../support/renderer/opened-window.ts";
let browser: WindowBrowser;
beforeAll(async () => {
  browser = await WindowBrowser.start();
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
});
test.skipIf(noBrowser)("looks", async () => {
  for (const scheme of ["light", "dark"] as const) {
    await using inbox = await browser.open({ state: withMessages(everyKind()), scheme });
    await inbox.page.locator(".message-toggle").nth(1).click();
    await inbox.screenshot(`inbox-${scheme}`);
    await inbox.page.keyboard.press("Control+2");
    await inbox.screenshot(`agents-${scheme}`);
    await inbox.page.keyboard.press("Control+4");
    await inbox.screenshot(`settings-${scheme}`);
    console.log(inbox.errors, await inbox.accessibilityProblems());
  }
  await using first = await browser.open({ state: signedOut() });
  await first.screenshot("pair");
  await using empty = await browser.open({ state: signedIn(), size: { width: 560, height: 420 } });
  await empty.screenshot("empty-small");
});
