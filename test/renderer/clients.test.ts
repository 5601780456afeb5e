import { ProblemError } from "@agentpass/shared/problem";
import { expect, test } from "vitest";
import type { ClientView, VerifyCheck } from "../../desktop/src/shared/client-connections.ts";
import { signedIn } from "../support/renderer/app-states.ts";
import { client, clientList, everyClientState } from "../support/renderer/clients.ts";
import { noBrowser, type OpenedWindow, type OpenOptions } from "../support/renderer/opened-window.ts";
import type { PlayedCalls } from "../support/renderer/played-main.ts";
import { windowOpener } from "../support/renderer/window-opener.ts";

const open = windowOpener();

async function openClients(calls: PlayedCalls, options: Partial<OpenOptions> = {}): Promise<OpenedWindow> {
  const window = await open({ state: signedIn(), calls, ...options });
  await window.page.keyboard.press("Control+2");
  await window.page.getByRole("heading", { name: "MCP clients" }).waitFor();
  return window;
}

const rowOf = ({ page }: OpenedWindow, name: string) =>
  page.getByRole("list", { name: "MCP clients" }).locator("li.client").filter({ hasText: name });
const hasFocus = (element: ReturnType<typeof rowOf>): Promise<boolean> =>
  element.evaluate((found) => found.matches(":focus"));
const said = ({ page }: OpenedWindow) => page.locator("[data-announcer]");
const check = (name: string, more: Partial<VerifyCheck> = {}): VerifyCheck => ({
  name,
  ok: true,
  detail: "Well.",
  ...more,
});

test.skipIf(noBrowser)("each client shows where it stands, and one button for what comes next", async () => {
  const window = await openClients({ "clients.list": everyClientState });
  const lines = [
    ["Claude Code", "Connected", ["Verify", "Disconnect"]],
    ["Codex", "Needs repair", ["Repair", "Disconnect"]],
    ["Cursor", "Not connected", ["Connect", "Open in Cursor"]],
    ["VS Code", "Not connected", ["Connect", "Open in VS Code"]],
    ["Zed", "Not readable", ["Try again"]],
  ] as const;
  for (const [name, state, buttons] of lines) {
    const row = rowOf(window, name);
    await row.getByText(state, { exact: true }).waitFor();
    expect(await row.getByRole("button").allTextContents()).toEqual(buttons);
  }
  await rowOf(window, "Zed").getByText("is not valid JSON (line 3). Mend it").waitFor();
  await rowOf(window, "Cursor").getByText("~/.cursor/mcp.json").waitFor();
  expect(await window.page.getByRole("button", { name: "Verify: Claude Code" }).count()).toBe(1);
});

test.skipIf(noBrowser)("those that are not installed are folded away", async () => {
  const { page } = await openClients({ "clients.list": everyClientState });
  const names = page.getByText("Claude Desktop, Windsurf, Goose");
  await page.getByText("Not found on this computer (3)").waitFor();
  expect(await names.isVisible()).toBe(false);
  await page.getByText("Not found on this computer (3)").click();
  await names.waitFor();
});

test.skipIf(noBrowser)("while it looks it says so; with none found it opens what to paste", async () => {
  let found: (clients: ClientView[]) => void = () => {};
  const list = new Promise<ClientView[]>((resolve) => (found = resolve));
  const { page } = await openClients({ "clients.list": () => list });
  await page.getByText("Looking for MCP clients …").waitFor();
  found(clientList({}));
  await page.getByText("No MCP client was found").waitFor();
  await page.getByText('"mcpServers"').waitFor();
  await page.getByText("claude mcp add --scope user agentpass-sms -- /usr/bin/node").waitFor();
  await page.getByRole("button", { name: "Copy the command" }).click();
  await page.getByText("Copied").first().waitFor();
  expect(await page.evaluate("getSelection().toString()")).toContain("claude mcp add");
});

test.skipIf(noBrowser)("a list that cannot be read says why, and is read when asked again", async () => {
  let answer: () => ClientView[] = () => {
    throw new ProblemError({ code: "unavailable", message: "Your home folder cannot be read." });
  };
  const window = await openClients({ "clients.list": () => answer() });
  await window.page.getByText("Your home folder cannot be read.").waitFor();
  answer = everyClientState;
  await window.page
    .getByRole("region", { name: "MCP clients" })
    .getByRole("button", { name: "Try again" })
    .click();
  await rowOf(window, "Cursor").waitFor();
  expect(await window.page.getByText("Your home folder cannot be read.").count()).toBe(0);
});

test.skipIf(noBrowser)("the list is read anew when the person comes back to the window", async () => {
  let list = clientList({ cursor: {} });
  const window = await openClients({ "clients.list": () => list });
  await rowOf(window, "Cursor").getByText("Not connected").waitFor();
  list = clientList({ cursor: { state: "connected" }, goose: {} });
  await window.page.evaluate("window.dispatchEvent(new Event('focus'))");
  await rowOf(window, "Cursor").getByText("Connected", { exact: true }).waitFor();
  await expect.poll(() => rowOf(window, "Goose").isVisible()).toBe(true);
});

test.skipIf(noBrowser)(
  "Connect shows what it did and what comes next, and the focus stays where Verify is then",
  async () => {
    let state: ClientView["state"] = "not_connected";
    let finish: () => void = () => {};
    const pressed = new Promise<void>((resolve) => (finish = resolve));
    const window = await openClients({
      "clients.list": () => clientList({ cursor: { state } }),
      "clients.connect": async () => {
        await pressed;
        state = "connected";
        return {
          client: client("cursor", { state }),
          backup: "/home/ada/.cursor/mcp.json.agentpass-backup",
          next: "Restart Cursor.",
        };
      },
    });
    const row = rowOf(window, "Cursor");
    await row.getByRole("button", { name: "Connect: Cursor" }).focus();
    await window.page.keyboard.press("Enter");
    await row.getByText("Connecting …").waitFor();
    // What is under way is not begun twice.
    await window.page.keyboard.press("Enter");
    finish();
    await row.getByText("Restart Cursor. When it first calls, AgentPass asks you whether it may.").waitFor();
    await row.getByText("~/.cursor/mcp.json.agentpass-backup").waitFor();
    await row.getByText("Connected", { exact: true }).waitFor();
    expect(await hasFocus(row.getByRole("button", { name: "Verify: Cursor" }))).toBe(true);
    expect(await said(window).textContent()).toBe("Cursor: Connected. Restart Cursor.");
    expect(window.main.inputsOf("clients.connect")).toEqual([{ id: "cursor" }]);
  },
);

test.skipIf(noBrowser)("what cannot be connected says why in its place, and is tried again", async () => {
  let works = false;
  const window = await openClients({
    "clients.list": () => clientList({ codex: { state: works ? "connected" : "changed" } }),
    "clients.connect": () => {
      if (!works)
        throw new ProblemError({
          code: "conflict",
          message: "/home/ada/.codex/config.toml was changed meanwhile. Try again.",
        });
      return { client: client("codex", { state: "connected" }), backup: null, next: "Start Codex anew." };
    },
  });
  const row = rowOf(window, "Codex");
  await row.getByText("Its entry is switched off, or starts another copy").waitFor();
  const repair = row.getByRole("button", { name: "Repair: Codex" });
  await repair.click();
  await row.getByRole("alert").getByText("config.toml was changed meanwhile. Try again.").waitFor();
  works = true;
  await repair.click();
  await row.getByText("Start Codex anew.").waitFor();
  expect(await row.getByRole("alert").count()).toBe(0);
  expect(await row.getByText("Its settings as they were:").count()).toBe(0);
});

test.skipIf(noBrowser)("Verify shows each check as it ends, and what they come to", async () => {
  let finish: () => void = () => {};
  const over = new Promise<void>((resolve) => (finish = resolve));
  const checks = [
    check("The entry is there", { detail: "In /home/ada/.cursor/mcp.json." }),
    check("The command starts", { ok: false, detail: "/usr/bin/node is not there. Press Repair." }),
  ];
  const connected = client("cursor", { state: "connected" });
  const window = await openClients({
    "clients.list": () => clientList({ cursor: { state: "connected" }, zed: { state: "connected" } }),
    "clients.verify": async () => {
      await over;
      return { client: connected, checks };
    },
  });
  const row = rowOf(window, "Cursor");
  await row.getByRole("button", { name: "Verify: Cursor" }).click();
  await row.getByText("Checking …").waitFor();
  const [first = check("none")] = checks;
  await window.main.tell("clientCheck", { id: "cursor", check: first });
  await row.getByText("In ~/.cursor/mcp.json.").waitFor();
  await expect.poll(() => said(window).textContent()).toBe("Passed: The entry is there");
  await row.getByText("Checking …").waitFor();
  finish();
  await row.getByText("Cursor does not reach AgentPass yet.").waitFor();
  const items = row.getByRole("listitem");
  expect(await items.allInnerTexts()).toEqual([
    expect.stringMatching(/Passed:\s+The entry is there\s+In ~\//),
    expect.stringMatching(/Failed:\s+The command starts\s+\/usr\/bin\/node is not there. Press Repair\./),
  ]);
  expect(await said(window).textContent()).toBe("Cursor does not reach AgentPass yet.");
  expect(await rowOf(window, "Zed").getByRole("listitem").count()).toBe(0);
});

test.skipIf(noBrowser)("Verify says that all is well", async () => {
  const window = await openClients({
    "clients.list": () => clientList({ cursor: { state: "connected" } }),
    "clients.verify": () => ({
      client: client("cursor", { state: "connected" }),
      checks: [check("The command starts"), check("It lists its tools")],
    }),
  });
  await rowOf(window, "Cursor").getByRole("button", { name: "Verify: Cursor" }).click();
  await rowOf(window, "Cursor").getByText("Cursor reaches AgentPass: every check passed.").waitFor();
  expect(await rowOf(window, "Cursor").getByRole("listitem").count()).toBe(2);
});

test.skipIf(noBrowser)("Disconnect takes the entry away, and hands the focus on to Connect", async () => {
  let state: ClientView["state"] = "connected";
  const window = await openClients({
    "clients.list": () => clientList({ goose: { state } }),
    // There is no other trace of it.
    "clients.disconnect": () => client("goose", { state: (state = "absent") }),
  });
  const row = rowOf(window, "Goose");
  await row.getByRole("button", { name: "Disconnect: Goose" }).focus();
  await window.page.keyboard.press("Enter");
  await row.getByText("AgentPass is out of its settings").waitFor();
  expect(await hasFocus(row.getByRole("button", { name: "Connect: Goose" }))).toBe(true);
  expect(window.main.inputsOf("clients.disconnect")).toEqual([{ id: "goose" }]);
  expect(window.main.inputsOf("clients.connect")).toEqual([]);
});

test.skipIf(noBrowser)("a client that adds AgentPass itself is opened, and what fails is said", async () => {
  let opens = true;
  const window = await openClients({
    "clients.list": () => clientList({ vscode: {} }),
    "clients.openInstaller": () => {
      if (!opens)
        throw new ProblemError({ code: "unavailable", message: "VS Code did not open. Use Connect." });
    },
  });
  const row = rowOf(window, "VS Code");
  const button = row.getByRole("button", { name: "Open in VS Code" });
  await button.click();
  await row.getByText("VS Code asks you whether to add AgentPass").waitFor();
  opens = false;
  await button.click();
  await row.getByText("VS Code did not open. Use Connect.").waitFor();
  expect(window.main.inputsOf("clients.openInstaller")).toEqual([{ id: "vscode" }, { id: "vscode" }]);
});

test.skipIf(noBrowser)(
  "Connect opens Claude Desktop's bundle where there is one, else edits its file",
  async () => {
    const calls: PlayedCalls = {
      "clients.list": () => clientList({ "claude-desktop": {} }),
      "clients.connect": () => ({ client: client("claude-desktop"), backup: null, next: "Restart it." }),
    };
    const state = signedIn();
    const app = { ...state.app, installers: ["claude-desktop"] as const };
    const withBundle = await openClients(calls, { state: { ...state, app } });
    const row = rowOf(withBundle, "Claude Desktop");
    await row.getByRole("button", { name: "Connect: Claude Desktop" }).click();
    await row.getByText("Claude Desktop asks you whether to add AgentPass").waitFor();
    expect(withBundle.main.inputsOf("clients.connect")).toEqual([]);
    await row.getByRole("button", { name: "Edit its settings: Claude Desktop" }).click();
    await row.getByText("Restart it.").waitFor();
    expect(withBundle.main.inputsOf("clients.openInstaller")).toEqual([{ id: "claude-desktop" }]);

    const without = await openClients(calls);
    const button = rowOf(without, "Claude Desktop").getByRole("button");
    expect(await button.allTextContents()).toEqual(["Connect"]);
    await button.click();
    await rowOf(without, "Claude Desktop").getByText("Restart it.").waitFor();
  },
);

const looks: [string, Partial<OpenOptions>][] = [
  ["light", { scheme: "light" }],
  ["dark", { scheme: "dark" }],
  ["small", { size: { width: 560, height: 420 } }],
];

test.skipIf(noBrowser).each(looks)(
  "axe finds nothing wrong in all that a client may tell, and nothing is cut off: %s",
  async (look, options) => {
    const long = "/home/ada/.local/share/agentpass/bin/agentpass-mcp-with-a-rather-long-name";
    const window = await openClients(
      {
        "clients.list": everyClientState,
        "clients.connect": ({ id }) => {
          if (id === "vscode")
            throw new ProblemError({
              code: "unavailable",
              message: `${long} cannot be written to. Free it.`,
            });
          return {
            client: client(id),
            backup: `${long}.agentpass-backup-20261122T221500Z`,
            next: "Restart it.",
          };
        },
        "clients.verify": ({ id }) => ({
          client: client(id, { state: "connected" }),
          checks: [
            check("The command starts", { detail: `${long} answered in 84 ms.` }),
            check("It lists its tools", {
              ok: false,
              detail: `It ended with code 1. Start ${long} by hand.`,
            }),
          ],
        }),
      },
      options,
    );
    for (const [button, told] of [
      ["Connect: Cursor", "Its settings as they were:"],
      ["Connect: VS Code", "cannot be written to. Free it."],
      ["Verify: Claude Code", "Claude Code does not reach AgentPass yet."],
    ] as const) {
      await window.page.getByRole("button", { name: button }).click();
      await window.page.getByText(told).first().waitFor();
    }
    await window.page.getByText("Not found on this computer").click();
    await window.page.getByText("Any other client").click();
    expect(await window.accessibilityProblems()).toEqual([]);
    const across = await window.page.evaluate(
      "[document.documentElement, document.querySelector('main')].map((box) => box.scrollWidth - box.clientWidth)",
    );
    expect(across).toEqual([0, 0]);
    await window.page.setViewportSize({ width: options.size?.width ?? 920, height: 1_300 });
    await window.screenshot(`clients-${look}`);
  },
);
