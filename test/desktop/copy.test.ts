import { expect, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { MockDesktop } from "../support/desktop/mock-desktop.ts";
import { noDesktop } from "../support/desktop/the-desktop.ts";
import { stateOf, windowCall } from "../support/desktop/window-calls.ts";

test.skipIf(noDesktop)("the window copies a code, which is on the team's record, and uses it", async () => {
  await using desktop = await MockDesktop.start();
  const { id, code } = await desktop.github();
  const window = await desktop.tray.window("main-window.html");
  await desktop.panel.line(new RegExp(code));
  expect(await windowCall(window, "inbox.copy", { id })).toEqual({ clearsAfterSeconds: 60 });
  expect(await desktop.clipboard()).toBe(code);
  const admin = apiClient(desktop.server.url, desktop.server.ownerKey);
  const { entries } = await admin.audit.list.query({});
  expect(entries.map(({ action }) => action)).toContain("message.copied");
  const receipt = await windowCall(window, "inbox.receipt", { id });
  expect(receipt.shownAt).toBeGreaterThanOrEqual(Math.floor(receipt.receivedAt));
  await windowCall(window, "inbox.markUsed", { id });
  await expect
    .poll(async () => (await stateOf(window)).inbox.messages)
    .toMatchObject([{ id, state: "consumed" }]);
});

test.skipIf(noDesktop)("the app leaves no code in the clipboard when it ends", async () => {
  await using desktop = await MockDesktop.start();
  const { code } = await desktop.github();
  await desktop.panel.click(new RegExp(code));
  await expect.poll(() => desktop.clipboard()).toBe(code);
  await desktop.tray.app.evaluate(({ app, clipboard }) => {
    app.on("quit", () =>
      process.stdout.write(`the clipboard held ${JSON.stringify(clipboard.readText())}\n`),
    );
  });
  const { tray } = desktop;
  await desktop.quitTray();
  await expect.poll(() => tray.output).toContain('the clipboard held ""');
});

test.skipIf(noDesktop)("what the person copied meanwhile stays when the app ends", async () => {
  await using desktop = await MockDesktop.start();
  const { code } = await desktop.github();
  await desktop.panel.click(new RegExp(code));
  await expect.poll(() => desktop.clipboard()).toBe(code);
  await desktop.tray.app.evaluate(({ app, clipboard }) => {
    void clipboard.writeText("mine");
    app.on("quit", () =>
      process.stdout.write(`the clipboard held ${JSON.stringify(clipboard.readText())}\n`),
    );
  });
  const { tray } = desktop;
  await desktop.quitTray();
  await expect.poll(() => tray.output).toContain('the clipboard held "mine"');
});
