import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { PrivateBus } from "../support/desktop/private-bus.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { TrayPanel } from "../support/desktop/tray-panel.ts";

/** A server that a link names, and what was asked of it. */
async function namedServer(): Promise<{ link: string; host: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const query = new URLSearchParams({ server: `http://${host}`, invitation: "a".repeat(43) });
  return { link: `agentpass://pair?${query.toString()}`, host, asked };
}

test.skipIf(noDesktop)("the desktop learns what opens the app's links", async () => {
  await using tray = await RunningTray.start({ desktop: theDesktop() });
  await tray.window("main-window.html");
  const file = join(tray.dataFolder, ".local/share/applications/agentpass-links.desktop");
  const entry = readFileSync(file, "utf8");
  expect(entry).toContain(`Exec="${theDesktop().executable}"`);
  expect(entry).toContain(" %u\nTryExec=");
  expect(entry).toContain("MimeType=x-scheme-handler/agentpass;");
});

test.skipIf(noDesktop)("a link that starts the app asks the person before the server is asked", async () => {
  const { link, host, asked } = await namedServer();
  await using tray = await RunningTray.start({ desktop: theDesktop(), arguments: [link] });
  const window = await tray.window("main-window.html");
  const pair = window.getByRole("button", { name: "Pair", exact: true });
  await pair.waitFor();
  expect(await window.textContent("body")).toContain(host);
  expect(asked).toEqual([]);
  await pair.click();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
});

test.skipIf(noDesktop)("a link that is opened reaches the app that runs hidden, and asks there", async () => {
  const { link, host, asked } = await namedServer();
  using bus = await PrivateBus.start();
  using panel = await TrayPanel.start(bus);
  await using tray = await RunningTray.start({ desktop: theDesktop(), bus, arguments: ["--hidden"] });
  await expect.poll(() => panel.hasIcon, { timeout: 20_000 }).toBe(true);
  expect(tray.app.windows()).toEqual([]);
  expect(await tray.startAgain(link)).toBe(0);
  const window = await tray.window("main-window.html");
  await window.getByRole("button", { name: "Pair", exact: true }).waitFor();
  expect(await window.textContent("body")).toContain(host);
  expect(asked).toEqual([]);
});
