import { expect, test, vi } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { MOCK_NUMBER, MockDesktop } from "../support/desktop/mock-desktop.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { stateOf, windowCall } from "../support/desktop/window-calls.ts";
import { RunningServer } from "../support/running-server.ts";
import type { Settings } from "../../desktop/src/shared/settings.ts";

test.skipIf(noDesktop)("a code is told once, and a click copies it and shows its message", async () => {
  await using desktop = await MockDesktop.start();
  const { code } = await desktop.github();
  const shown = await desktop.notifications.titled(`GitHub code ${code}`);
  expect(shown.body).toBe("Simulated message. Click to copy.");
  const window = await desktop.tray.window("main-window.html");
  await desktop.tray.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  desktop.notifications.click(shown);
  await expect.poll(() => desktop.clipboard()).toBe(code);
  await expect.poll(() => isVisible(desktop.tray)).toBe(true);
  await expect.poll(() => window.textContent("main")).toContain(code);
  await desktop.notifications.titled("GitHub code copied");
});

test.skipIf(noDesktop)("a click leads to the message also where no window was open yet", async () => {
  await using desktop = await MockDesktop.start({ arguments: ["--hidden"] });
  await desktop.server.sms(MOCK_NUMBER, "Your Slack code is 771204");
  const { code } = await desktop.github();
  const shown = await desktop.notifications.titled(`GitHub code ${code}`);
  await desktop.server.sms(MOCK_NUMBER, "Your Notion code is 550031");
  await desktop.notifications.titled("Notion code 550031");
  expect(desktop.tray.app.windows()).toHaveLength(0);
  desktop.notifications.click(shown);
  const window = await desktop.tray.window("main-window.html");
  // The text is shown of the open message only.
  await expect.poll(() => window.textContent("main")).toContain(`Your GitHub code is ${code}`);
});

test.skipIf(noDesktop)(
  "a notification goes when its code is used, and one without a code never comes",
  async () => {
    await using desktop = await MockDesktop.start();
    await desktop.server.sms(MOCK_NUMBER, "Your parcel comes tomorrow between 10 and 12.");
    const { id, code } = await desktop.github();
    await desktop.notifications.titled(`GitHub code ${code}`);
    expect(desktop.notifications.shown).toHaveLength(1);
    await apiClient(desktop.server.url, desktop.server.ownerKey).message.markUsed.mutate({ id });
    await expect.poll(() => desktop.notifications.open).toEqual([]);
  },
);

test.skipIf(noDesktop)(
  "the person decides whether a notification shows the code, or comes at all",
  async () => {
    await using desktop = await MockDesktop.start();
    await change(desktop.tray, { notifications: "off" });
    await takenIn(desktop.tray, await desktop.github());
    await change(desktop.tray, { notifications: "without_code" });
    const { code } = await desktop.github();
    const shown = await desktop.notifications.titled("New code from GitHub");
    expect(JSON.stringify(shown)).not.toContain(code);
    expect(desktop.notifications.shown).toHaveLength(1);
    await change(desktop.tray, { notifications: "on", paused: true });
    await takenIn(desktop.tray, await desktop.github());
    expect(desktop.notifications.shown).toHaveLength(1);
  },
);

test.skipIf(noDesktop)(
  "over a killed server and a restart of the app every code is told once, and none is lost",
  async () => {
    await using desktop = await MockDesktop.start();
    const codes: string[] = [];
    const send = async (): Promise<void> => void codes.push((await desktop.github()).code);
    await send();
    await told(desktop, codes);
    await desktop.server.stop("SIGKILL");
    await desktop.panel.line(/^Offline since/);
    await desktop.server.start();
    await send();
    await told(desktop, codes);
    await desktop.quitTray();
    await send();
    await desktop.startTray();
    await told(desktop, codes);
    await send();
    await told(desktop, codes);
    expect(desktop.notifications.shown.map(({ title }) => title)).toEqual(
      codes.map((code) => `GitHub code ${code}`),
    );
  },
);

test.skipIf(noDesktop)(
  "without a notification service a notice says so, and codes come all the same",
  async () => {
    await using server = await RunningServer.start();
    await using tray = await RunningTray.start({ desktop: theDesktop(), dataFolder: server.dataFolder });
    const window = await tray.window("main-window.html");
    await expect.poll(() => window.textContent("body")).toContain("no notification service is running");
    await expect
      .poll(() => stateOf(window), { timeout: 20_000 })
      .toMatchObject({ connection: { state: "connected" } });
    await server.sms(MOCK_NUMBER, "Your GitHub code is 482913");
    await expect.poll(() => window.textContent("main")).toContain("482913");
  },
);

async function told({ notifications }: MockDesktop, codes: readonly string[]): Promise<void> {
  await notifications.titled(`GitHub code ${codes.at(-1)}`);
  await vi.waitUntil(() => notifications.shown.length >= codes.length, { timeout: 20_000 });
}

/** The app was told of it, and has announced it if it ever will: a list shows a message before that. */
async function takenIn(tray: RunningTray, { id }: { id: string }): Promise<void> {
  const window = await tray.window("main-window.html");
  await vi.waitUntil(async () => (await windowCall(window, "inbox.receipt", { id })).shownAt !== null, {
    timeout: 20_000,
  });
}

async function isVisible(tray: RunningTray): Promise<boolean> {
  return tray.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
}

async function change(tray: RunningTray, settings: Partial<Settings>): Promise<void> {
  await windowCall(await tray.window("main-window.html"), "settings.change", settings);
}
