/** Connect, Verify and Disconnect in the real app, on configuration files as people have them, in a home of the test's own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { pressAnswer } from "../support/desktop/press-answer.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { stateOf } from "../support/desktop/window-calls.ts";
import { RunningServer } from "../support/running-server.ts";

interface Case {
  name: string;
  /** What the client calls itself, which the app asks about. */
  claims: string;
  file: string;
  text: string;
}

const cases: Case[] = [
  {
    name: "Cursor",
    claims: "cursor-vscode",
    file: ".cursor/mcp.json",
    text: '{\n\t// mine\n\t"mcpServers": {\n\t\t"files": { "command": "npx", "args": ["-y", "files"], }, // kept\n\t},\n}\n',
  },
  {
    name: "Codex",
    claims: "codex-mcp-client",
    file: ".codex/config.toml",
    text: 'model = "gpt-5" # mine\r\n\r\n[mcp_servers.files]\r\ncommand = "npx"\r\n',
  },
  {
    name: "Goose",
    claims: "goose",
    file: ".config/goose/config.yaml",
    text: "# mine\nextensions:\n  developer:\n    enabled: true   # kept\n    type: builtin\nGOOSE_MODEL: gpt-5\n",
  },
];

describe.skipIf(noDesktop)("the MCP clients in the agents view", () => {
  let server: RunningServer;
  let tray: RunningTray;
  let home: string;
  let page: Page;

  const read = ({ file }: Case): string => readFileSync(join(home, file), "utf8");
  const lineOf = (name: string): Locator =>
    page.getByRole("list", { name: "MCP clients" }).locator("li.client").filter({ hasText: name });

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "agentpass-home-"));
    for (const { file, text } of cases) {
      mkdirSync(dirname(join(home, file)), { recursive: true });
      writeFileSync(join(home, file), text);
    }
    server = await RunningServer.start();
    tray = await RunningTray.start({
      desktop: theDesktop(),
      dataFolder: server.dataFolder,
      env: { HOME: home },
      arguments: [`--agentpass-node=${process.execPath}`],
    });
    page = await tray.window("main-window.html");
    const isConnected = async () => (await stateOf(page)).connection.state === "connected";
    await vi.waitUntil(isConnected, { timeout: 30_000, interval: 100 });
    await page.getByRole("button", { name: /^Agents/ }).click();
  });
  afterAll(async () => {
    await tray?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
    if (home) rmSync(home, { recursive: true, force: true });
  });

  test("are those of this home, and the others are folded away", async () => {
    const lines = page.getByRole("list", { name: "MCP clients" }).locator("li.client");
    await expect.poll(() => lines.count()).toBe(cases.length);
    for (const { name, file } of cases) {
      await lineOf(name).getByText("Not connected").waitFor();
      await lineOf(name).getByText(`~/${file}`).waitFor();
    }
    await page.getByText("Not found on this computer (5)").waitFor();
  });

  test.each(cases)(
    "$name is connected, verified through this app, and disconnected without a trace",
    async (client) => {
      const line = lineOf(client.name);
      await line.getByRole("button", { name: "Connect" }).click();
      await line.getByText("Connected", { exact: true }).waitFor();
      const connected = read(client);
      for (const part of [
        "agentpass-sms",
        "agentpass-mcp.js",
        process.execPath,
        "AGENTPASS_DATA_DIR",
        "mine",
      ])
        expect(connected).toContain(part);

      await line.getByRole("button", { name: "Verify" }).click();
      const question = await tray.window("question.html");
      await question.getByRole("alertdialog").getByText(client.claims).first().waitFor({ timeout: 40_000 });
      await question.getByLabel("What do you call it?").fill(client.name);
      await pressAnswer(question, "Allow");
      await line
        .getByText(`${client.name} reaches AgentPass: every check passed.`)
        .waitFor({ timeout: 40_000 });
      expect(await line.getByRole("listitem").count()).toBeGreaterThan(4);
      const letIn = page.getByRole("table", { name: "On this computer" }).getByRole("rowheader");
      await expect.poll(() => letIn.allTextContents()).toContain(client.name);
      expect(read(client)).toBe(connected);

      await line.getByRole("button", { name: "Disconnect" }).click();
      await line.getByText("Not connected").waitFor();
      expect(read(client)).toBe(client.text);
      // The next question comes in a window of its own.
      await expect
        .poll(() => tray.app.windows().some((window) => window.url().endsWith("/question.html")))
        .toBe(false);
    },
  );

  test("a file that is mended while the app is open is found so when the person comes back", async () => {
    const [client] = cases;
    if (client === undefined) return;
    writeFileSync(join(home, client.file), "{ broken");
    const comeBack = () => page.evaluate("window.dispatchEvent(new Event('focus'))");
    await comeBack();
    const line = lineOf(client.name);
    await line.getByText("Not readable").waitFor();
    await line.getByText(`~/${client.file}, line`).waitFor();
    writeFileSync(join(home, client.file), client.text);
    await line.getByRole("button", { name: "Try again" }).click();
    await line.getByText("Not connected").waitFor();
    expect(read(client)).toBe(client.text);
  });
});
