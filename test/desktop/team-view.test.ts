import { expect, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { RunningServer } from "../support/running-server.ts";

const NUMBER = "+15551234567";

test.skipIf(noDesktop)("an admin runs the team from the window", async () => {
  await using server = await RunningServer.start();
  await using tray = await RunningTray.start({ desktop: theDesktop(), dataFolder: server.dataFolder });
  const page = await tray.window("main-window.html");
  await page.getByRole("button", { name: "Team", exact: true }).click();
  const said = page.locator(".team-said");

  // The pool is the server's; a number is suspended and resumed.
  const row = page.getByRole("row", { name: new RegExp(`\\${NUMBER}`) });
  await expect.poll(() => row.textContent(), { timeout: 30_000 }).toContain("Available");
  expect(await page.getByRole("row", { name: /\+1555123/ }).count()).toBe(10);
  await row.getByRole("button", { name: "Details" }).click();
  await page.getByRole("button", { name: `Suspend ${NUMBER}` }).click();
  await page
    .getByRole("dialog", { name: `Suspend ${NUMBER}?` })
    .getByRole("button", { name: "Suspend" })
    .click();
  await expect.poll(() => said.textContent()).toBe(`${NUMBER} is suspended now.`);
  await page.keyboard.press("Escape");
  await row.getByRole("button", { name: "Resume" }).click();
  await expect.poll(() => said.textContent()).toBe(`${NUMBER} is available now.`);

  // What somebody else does shows by itself.
  const admin = apiClient(server.url, server.ownerKey);
  await admin.number.quarantine.mutate({ phoneNumber: NUMBER, forMs: 3_600_000 });
  await expect.poll(() => row.textContent(), { timeout: 10_000 }).toContain("Resting");

  // A new device shows its code, and is let in here.
  const stranger = apiClient(server.url, "");
  const { deviceCode, userCode } = await stranger.pairing.start.mutate({
    deviceName: "grace-desktop",
    platform: "darwin",
  });
  await page.getByRole("tab", { name: "People" }).click();
  await page.getByLabel("Code", { exact: true }).fill(userCode);
  await page.getByRole("button", { name: "Show the device" }).click();
  const device = page.getByRole("group", { name: "Device" });
  await expect.poll(() => device.textContent()).toContain("grace-desktop");
  await device.getByRole("button", { name: "Let in" }).click();
  await expect.poll(() => said.textContent()).toContain('"grace-desktop" is let in as a device of');
  expect(await stranger.pairing.poll.mutate({ deviceCode })).toMatchObject({ status: "approved" });
  await page.getByRole("row", { name: /grace-desktop/ }).waitFor();

  // All of it is on the record, which is whole.
  await page.getByRole("tab", { name: "Audit" }).click();
  for (const done of ["number: suspended", "number: resumed", "pairing: approved"])
    await page.getByRole("row", { name: new RegExp(`${done} .* on .* from 127`) }).waitFor();
  await page.getByRole("button", { name: "Verify the record" }).click();
  await expect.poll(() => page.getByRole("tabpanel").textContent()).toContain("The record is whole:");

  // Every other part is answered by the server too.
  for (const part of ["Leases", "Agents", "Usage", "Settings"]) {
    await page.getByRole("tab", { name: part }).click();
    await expect.poll(() => page.getByText("Loading").count()).toBe(0);
    expect(await page.getByRole("alert").allTextContents()).toEqual([]);
  }
});
