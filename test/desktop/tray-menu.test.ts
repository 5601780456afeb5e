import { expect, test, vi } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { MOCK_NUMBER, MockDesktop } from "../support/desktop/mock-desktop.ts";
import { PrivateBus } from "../support/desktop/private-bus.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { TrayPanel } from "../support/desktop/tray-panel.ts";
import { stateOf } from "../support/desktop/window-calls.ts";

test.skipIf(noDesktop)("before anybody has paired the menu leads to the pairing, and out", async () => {
  using bus = await PrivateBus.start();
  using panel = await TrayPanel.start(bus);
  await using tray = await RunningTray.start({ desktop: theDesktop(), bus });
  await vi.waitUntil(() => panel.hasIcon, { timeout: 20_000 });
  expect(await panel.menu()).toEqual([
    "Not paired with a server",
    "Pair this computer…",
    "-",
    "Open AgentPass",
    "-",
    "Quit",
  ]);
  expect(await panel.toolTip()).toBe("AgentPass: Not paired with a server");
  const ended = tray.app.waitForEvent("close");
  await panel.click(/Quit/);
  await ended;
});

test.skipIf(noDesktop)(
  "a code is in the menu with its service and its end, and a click copies it",
  async () => {
    await using desktop = await MockDesktop.start();
    const { panel, notifications } = desktop;
    await panel.line(/^No codes right now$/);
    expect(await panel.menu()).toEqual([
      "Connected to Development",
      "-",
      "No codes right now",
      "-",
      "Pause",
      "Open AgentPass",
      "-",
      "Quit",
    ]);
    const { id, code } = await desktop.github();
    const { label } = await panel.line(new RegExp(code));
    expect(label).toMatch(new RegExp(`^GitHub  ${code}  until \\d{1,2}:\\d{2}.*  \\(simulated\\)$`));
    await panel.click(new RegExp(code));
    await expect.poll(() => desktop.clipboard()).toBe(code);
    await panel.line(new RegExp(`^GitHub  ${code}  copied`));
    await notifications.titled("GitHub code copied");
    const admin = apiClient(desktop.server.url, desktop.server.ownerKey);
    await admin.message.markUsed.mutate({ id });
    await desktop.quitTray();
    await desktop.startTray();
    await panel.line(new RegExp(`^GitHub  ${code}  used`));
  },
);

test.skipIf(noDesktop)("a service's name is shown as it is", async () => {
  await using desktop = await MockDesktop.start();
  await desktop.server.sms(MOCK_NUMBER, "Your AT&T code is 482913");
  const { label } = await desktop.panel.line(/482913/);
  expect(label).toMatch(/^AT&T  482913  until/);
});

test.skipIf(noDesktop)("pausing shows in menu, icon and tooltip, and is undone there", async () => {
  await using desktop = await MockDesktop.start();
  const { panel } = desktop;
  const awake = await panel.picture();
  await panel.click(/^Pause$/);
  await panel.line(/^Paused$/);
  await expect.poll(() => panel.toolTip()).toBe("AgentPass: Paused");
  await expect.poll(() => panel.picture()).not.toBe(awake);
  await panel.click(/^Resume$/);
  await panel.line(/^Connected/);
  await expect.poll(() => panel.picture()).toBe(awake);
});

test.skipIf(noDesktop)("while the server is away the codes stay, and the icon says so", async () => {
  await using desktop = await MockDesktop.start();
  const { panel, server } = desktop;
  const { code } = await desktop.github();
  await panel.line(new RegExp(code));
  const connected = await panel.picture();
  await server.stop("SIGKILL");
  await panel.line(/^Offline since/);
  await panel.line(new RegExp(code));
  await expect.poll(() => panel.picture()).not.toBe(connected);
  await server.start();
  await panel.line(/^Connected/);
  const next = await desktop.github();
  await panel.line(new RegExp(next.code));
  const codes = (await panel.menu()).filter((label) => label.startsWith("GitHub"));
  expect(codes.map((label) => label.split("  ")[1])).toEqual([next.code, code]);
});

test.skipIf(noDesktop)("a request that waits for an answer leads to the window that asks", async () => {
  await using desktop = await MockDesktop.start();
  const { panel, server } = desktop;
  const admin = apiClient(server.url, server.ownerKey);
  const agent = apiClient(server.url, server.mockCredentials.agentKey);
  const [{ id } = { id: "" }] = await admin.agent.list.query();
  await admin.agent.setPolicy.mutate({ agent: id, policy: "ask" });
  const { phoneNumber } = await agent.agent.getNumber.mutate({});
  await agent.agent.openWait.mutate({ requestId: "a-wait-that-asks", phoneNumber, timeoutMs: 60_000 });
  await server.sms(phoneNumber, "Your GitHub code is 482913");
  await panel.line(/asks for a code from GitHub…$/);
  expect((await panel.menu()).join()).not.toContain("482913");
  expect(desktop.notifications.shown).toEqual([]);
  await desktop.tray.window("question.html");
});

test.skipIf(noDesktop)(
  "without a place for icons the window is shown, and closing it ends the app",
  async () => {
    await using tray = await RunningTray.start({ desktop: theDesktop(), arguments: ["--hidden"] });
    const window = await tray.window("main-window.html");
    await expect.poll(() => stateOf(window)).toMatchObject({ app: { hasTray: false } });
    const ended = tray.app.waitForEvent("close");
    await tray.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await ended;
  },
);

test.skipIf(noDesktop)(
  "with an icon, closing the window only hides it, and the menu brings it back",
  async () => {
    using bus = await PrivateBus.start();
    using panel = await TrayPanel.start(bus);
    await using tray = await RunningTray.start({ desktop: theDesktop(), bus });
    await vi.waitUntil(() => panel.hasIcon, { timeout: 20_000 });
    await tray.window("main-window.html");
    await tray.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const visible = (): Promise<boolean | undefined> =>
      tray.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await expect.poll(visible).toBe(false);
    await panel.click(/Open AgentPass/);
    await expect.poll(visible).toBe(true);
  },
);
