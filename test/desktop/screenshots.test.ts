/** The pictures of docs/: made by `AGENTPASS_SCREENSHOTS=docs/images pnpm exec vitest run --project desktop test/desktop/screenshots.test.ts`. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AgentClient } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { noKeyring } from "../support/desktop/keyring.ts";
import { MOCK_NUMBER, MockDesktop } from "../support/desktop/mock-desktop.ts";
import { pressAnswer } from "../support/desktop/press-answer.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";

const schemes = ["light", "dark"] as const;
type Scheme = (typeof schemes)[number];

/** Where the menu opens over the window, which the display without a window manager puts into its middle. */
const MENU_AREA = "440x330+252+192";

/** Less than this is no picture of a window with something in it. */
const LEAST_BYTES = 4_000;

/** The settings of four MCP clients; one starts an older copy of AgentPass. */
function writeClients(home: string): void {
  const old = '[mcp_servers.agentpass-sms]\ncommand = "/home/ada/old/agentpass-mcp"\n';
  for (const [file, text] of [
    [".claude.json", "{}\n"],
    [".codex/config.toml", old],
    [".cursor/mcp.json", '{ "mcpServers": {} }\n'],
    [".config/zed/settings.json", "// mine\n{}\n"],
  ] as const) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), text);
  }
}

describe.skipIf(noDesktop)("the pictures of the documents", () => {
  let desk: MockDesktop;
  let folder: string;
  const wanted = process.env["AGENTPASS_SCREENSHOTS"];

  beforeAll(async () => {
    folder = wanted ?? mkdtempSync(join(tmpdir(), "agentpass-pictures-"));
    mkdirSync(folder, { recursive: true });
    desk = await MockDesktop.start({
      arguments: [`--agentpass-node=${process.execPath}`],
      keyring: !noKeyring,
    });
    writeClients(desk.server.dataFolder);
    for (const body of [
      "Your GitHub authentication code is 482913.",
      "G-507142 is your Google verification code.",
      "Your Stripe verification code is 730-518. It expires in 5 minutes.",
      "Your parcel arrives today between 14:00 and 16:00.",
    ])
      await desk.server.sms(MOCK_NUMBER, body);
    await desk.panel.line(/730-?518/);
  });
  afterAll(async () => {
    await desk[Symbol.asyncDispose]();
    if (wanted === undefined) rmSync(folder, { recursive: true, force: true });
  });

  /** Gives the picture's size in bytes. */
  async function picture(page: Page, name: string, scheme: Scheme): Promise<number> {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    const path = join(folder, `${name}-${scheme}.png`);
    await page.screenshot({ path, animations: "disabled" });
    return statSync(path).size;
  }

  test.each(schemes)("the inbox and the team view, %s", async (scheme) => {
    const page = await desk.tray.window("main-window.html");
    await page.getByRole("button", { name: /^Inbox/ }).click();
    await page.getByText("482913").first().waitFor();
    expect(await picture(page, "inbox", scheme)).toBeGreaterThan(LEAST_BYTES);
    await page.getByRole("button", { name: /^Team/ }).click();
    await page.getByText("+15551234567").first().waitFor();
    expect(await picture(page, "team", scheme)).toBeGreaterThan(LEAST_BYTES);
  });

  test("the window that asks", async () => {
    const { key } = await apiClient(desk.server.url, desk.server.ownerKey).agent.create.mutate({
      name: "Claude on my laptop",
      policy: "ask",
    });
    await using agent = await AgentClient.connect({ ...desk.server.environment, AGENTPASS_API_KEY: key });
    await agent.lease();
    const answer = agent.wait({ timeout: 60_000 });
    await desk.server.sms(agent.phoneNumber, "Your GitHub authentication code is 615204.");
    const page = await desk.tray.window("question.html");
    await page.getByRole("alertdialog").waitFor();
    for (const scheme of schemes)
      expect(await picture(page, "question", scheme)).toBeGreaterThan(LEAST_BYTES);
    await pressAnswer(page, "Allow once");
    await answer;
  });

  test("the tray menu, drawn by the desktop's own toolkit", async () => {
    const lines = await desk.panel.menu();
    await desk.tray.app.evaluate(({ Menu, BrowserWindow }, labels) => {
      const menu = Menu.buildFromTemplate(
        labels.map((label) => (label === "-" ? { type: "separator" as const } : { label })),
      );
      const [window] = BrowserWindow.getAllWindows();
      menu.popup({ ...(window ? { window } : {}), x: 20, y: 20 });
    }, lines);
    const path = join(folder, "tray-menu.png");
    await expect
      .poll(
        () => {
          // ImageMagick's picture of the display.
          execFileSync("import", [
            "-window",
            "root",
            "-display",
            theDesktop().display,
            "-crop",
            MENU_AREA,
            "+repage",
            path,
          ]);
          return statSync(path).size;
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThan(LEAST_BYTES);
  });

  test("the agents view, with one client connected and checked", async () => {
    const page = await desk.tray.window("main-window.html");
    await page.getByRole("button", { name: /^Agents/ }).click();
    await page.getByRole("button", { name: "Connect: Claude Code" }).click();
    await page.getByRole("button", { name: "Verify: Claude Code" }).click();
    const question = await desk.tray.window("question.html");
    await question.getByLabel("What do you call it?").fill("Claude Code");
    await pressAnswer(question, "Allow");
    await page.getByText("Claude Code reaches AgentPass").first().waitFor();
    await desk.tray.app.evaluate(({ BrowserWindow }) => {
      const main = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().includes("main-window"),
      );
      main?.setBounds({ width: 920, height: 900 });
    });
    await expect.poll(() => page.evaluate<number>("innerHeight")).toBeGreaterThan(800);
    for (const scheme of schemes) expect(await picture(page, "agents", scheme)).toBeGreaterThan(LEAST_BYTES);
  });
});
