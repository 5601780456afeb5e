import { afterAll, beforeAll, test } from "vitest";
import { signedIn } from "../support/renderer/app-states.ts";
import { WindowBrowser } from "../support/renderer/opened-window.ts";
import { playedTeam } from "../support/renderer/played-team.ts";
let browser: WindowBrowser;
beforeAll(async () => {
  browser = await WindowBrowser.start();
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
});
test("looks", async () => {
  for (const scheme of ["light", "dark"] as const) {
    await using w = await browser.open({ state: signedIn(), team: playedTeam(), scheme });
    await w.page.keyboard.press("Control+3");
    for (const name of ["Pool", "Leases", "People", "Agents", "Usage", "Audit", "Settings"]) {
      await w.page.getByRole("tab", { name }).click();
      await w.page.waitForTimeout(200);
      await w.screenshot(`team-${name}-${scheme}`);
      console.log(name, await w.accessibilityProblems());
    }
    await w.page.getByRole("tab", { name: "Pool" }).click();
    await w.page.getByRole("button", { name: "Details" }).first().click();
    await w.page.waitForTimeout(200);
    await w.screenshot(`team-details-${scheme}`);
    console.log("details", await w.accessibilityProblems());
    await w.page.getByRole("dialog").getByRole("button", { name: "Retire" }).click();
    await w.screenshot(`team-confirm-${scheme}`);
    console.log("confirm", await w.accessibilityProblems(), w.errors);
  }
}, 120_000);
