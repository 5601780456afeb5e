import { ProblemError } from "@agentpass/shared/problem";
import { expect, test } from "vitest";
import { signedIn } from "../support/renderer/app-states.ts";
import { noBrowser, type OpenedWindow } from "../support/renderer/opened-window.ts";
import type { PlayedMainOptions } from "../support/renderer/played-main.ts";
import { windowOpener } from "../support/renderer/window-opener.ts";

const open = windowOpener();

async function openSettings(options: PlayedMainOptions): Promise<OpenedWindow> {
  const window = await open(options);
  await window.page.keyboard.press("Control+4");
  await window.page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  return window;
}

test.skipIf(noBrowser)("each setting asks main for its change, and shows what main then says", async () => {
  const state = signedIn();
  const { page, main } = await openSettings({ state });
  await page.getByLabel("Start at login").click();
  await page.getByLabel("Show message texts").click();
  await page.getByLabel("Pause").click();
  await page.getByLabel("Notifications").selectOption("Without the code");
  await expect
    .poll(() => main.inputsOf("settings.change"))
    .toEqual([
      { startAtLogin: true },
      { showBodies: false },
      { paused: true },
      { notifications: "without_code" },
    ]);
  expect(await page.getByLabel("Start at login").isChecked()).toBe(false);
  await main.show({ ...state, settings: { ...state.settings, startAtLogin: true } });
  await expect.poll(() => page.getByLabel("Start at login").isChecked()).toBe(true);
});

test.skipIf(noBrowser)("a setting that could not be kept says why", async () => {
  const { page } = await openSettings({
    state: signedIn(),
    calls: {
      "settings.change": () => {
        throw new ProblemError({
          code: "unavailable",
          message: "The disk is full. Make room and try again.",
        });
      },
    },
  });
  await page.getByLabel("Pause").click();
  await expect.poll(() => page.getByText("The disk is full.").isVisible()).toBe(true);
});

test.skipIf(noBrowser)("the account is shown, and signing out asks first", async () => {
  const { page, main } = await openSettings({ state: signedIn() });
  for (const fact of ["http://127.0.0.1:3846", "Ada Lovelace, owner", "ada-laptop", "Simulated"])
    await page.locator(".facts").getByText(fact).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  expect(main.inputsOf("account.signOut")).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect.poll(() => main.inputsOf("account.signOut")).toHaveLength(1);
});

test.skipIf(noBrowser)("answers given here are listed in words, and their absence is told", async () => {
  const { page, main } = await openSettings({ state: signedIn() });
  await page.getByText("No answers yet").waitFor();
  const at = Date.now();
  await main.show(
    signedIn({
      decisions: [
        { at, agentName: "Codex", phoneNumber: "+1555•••4567", service: "GitHub", decision: "allow_service" },
        { at: at - 1, agentName: "Cursor", decision: "no_answer" },
      ],
    }),
  );
  const rows = page.getByRole("table", { name: "Your answers" }).locator("tbody tr");
  await rows.nth(0).getByText("Allowed for the service").waitFor();
  expect(await rows.nth(1).locator("td").allTextContents()).toEqual([
    "Cursor",
    "None",
    "None",
    "No answer: denied",
  ]);
});

test.skipIf(noBrowser)(
  "the version is shown, help opens outside, and a desktop without a tray is told of",
  async () => {
    const state = signedIn();
    const { page, main } = await openSettings({ state: { ...state, app: { ...state.app, hasTray: false } } });
    await page.getByText("AgentPass 0.1.0").waitFor();
    await page.getByText("This desktop has no place for tray icons").waitFor();
    await page.getByRole("button", { name: "Help" }).click();
    await expect.poll(() => main.inputsOf("app.openPage")).toEqual([{ page: "help" }]);
  },
);
