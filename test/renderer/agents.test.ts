import type { AgentEntry } from "@agentpass/shared/agent-admin-api";
import { ProblemError } from "@agentpass/shared/problem";
import { expect, test } from "vitest";
import type { LocalAgentView } from "../../desktop/src/shared/app-state.ts";
import { signedIn } from "../support/renderer/app-states.ts";
import { noBrowser, type OpenedWindow } from "../support/renderer/opened-window.ts";
import type { PlayedMainOptions } from "../support/renderer/played-main.ts";
import { windowOpener } from "../support/renderer/window-opener.ts";

const open = windowOpener();

const local = (more: Partial<LocalAgentView> = {}): LocalAgentView => ({
  id: "local-1",
  name: "Claude Code",
  connections: 1,
  createdAt: 0,
  lastSeenAt: Date.now(),
  revoked: false,
  problem: null,
  ...more,
});

const noLimits = { callsPerMinute: null, maxLeases: null, messagesPerDay: null };
const agent = (more: Partial<AgentEntry> = {}): AgentEntry => ({
  id: "agent-1",
  name: "Claude Code",
  memberId: "ada",
  memberName: "Ada Lovelace",
  limits: noLimits,
  limitsInForce: noLimits,
  policy: "allow",
  createdAt: 0,
  pausedAt: null,
  removedAt: null,
  lastUsedAt: null,
  leases: [{ phoneNumber: "+15551234567", startedAt: 0, lastUsedAt: 0 }],
  ...more,
});

async function openAgents(options: PlayedMainOptions): Promise<OpenedWindow> {
  const window = await open(options);
  await window.page.keyboard.press("Control+2");
  await window.page.getByRole("heading", { level: 1, name: "Agents" }).waitFor();
  return window;
}

test.skipIf(noBrowser)("without any program it says how one comes here", async () => {
  const { page } = await openAgents({ state: signedIn() });
  await page.getByText("No program yet").waitFor();
  expect(await page.getByText("Connect an MCP client to begin.").isVisible()).toBe(true);
});

test.skipIf(noBrowser)(
  "each program tells whether it runs, when it was seen, and what is wrong",
  async () => {
    const problem = {
      code: "not_allowed" as const,
      message: "An admin paused this agent. Ask them to resume it.",
    };
    const { page } = await openAgents({
      state: signedIn({
        localAgents: [
          local({ connections: 2 }),
          local({ id: "local-2", name: "Codex", connections: 0, lastSeenAt: null, problem }),
          local({ id: "local-3", name: "Zed", connections: 0, revoked: true }),
        ],
      }),
    });
    const rows = page.getByRole("table", { name: "On this computer" }).locator("tbody tr");
    await rows.nth(0).getByText("Running now (2)").waitFor();
    await rows.nth(1).getByText("Not seen yet").waitFor();
    await rows.nth(1).getByText(problem.message).waitFor();
    await rows.nth(2).getByText("Removed", { exact: true }).waitFor();
    expect(await rows.nth(2).getByRole("button").allTextContents()).toEqual(["Allow again", "Rename"]);
  },
);

test.skipIf(noBrowser)("a program is renamed, and the focus comes back to where it was", async () => {
  const { page, main } = await openAgents({ state: signedIn({ localAgents: [local()] }) });
  const rename = page.getByRole("button", { name: "Rename Claude Code" });
  await rename.click();
  const name = page.getByRole("dialog").getByLabel("Name");
  await name.fill("  ");
  await page.keyboard.press("Enter");
  await page.getByText("Give it a name.").waitFor();
  await name.fill("Claude at home");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(main.inputsOf("localAgents.rename")).toEqual([{ id: "local-1", name: "Claude at home" }]);
  expect(await rename.evaluate((element) => element.matches(":focus"))).toBe(true);
});

test.skipIf(noBrowser)(
  "removing asks first; Escape does nothing, and a refusal stands in the question",
  async () => {
    const { page, main } = await openAgents({
      state: signedIn({ localAgents: [local()] }),
      calls: {
        "localAgents.remove": () => {
          throw new ProblemError({ code: "unavailable", message: "The server does not answer." });
        },
      },
    });
    await page.getByRole("button", { name: "Remove Claude Code" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(main.inputsOf("localAgents.remove")).toEqual([]);
    await page.getByRole("button", { name: "Remove Claude Code" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await page.getByRole("dialog").getByText("The server does not answer.").waitFor();
  },
);

test.skipIf(noBrowser)(
  "a denied program is allowed under a name and a policy of the person's choice",
  async () => {
    const { page, main } = await openAgents({
      state: signedIn({ deniedPrograms: [{ clientName: "cursor", deniedAt: Date.now() }] }),
    });
    await page.getByRole("button", { name: "Allow cursor" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Cursor");
    await dialog.getByLabel("Codes").selectOption("Ask each time");
    await dialog.getByRole("button", { name: "Allow", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    expect(main.inputsOf("localAgents.allowDenied")).toEqual([
      { clientName: "cursor", name: "Cursor", policy: "ask" },
    ]);
  },
);

test.skipIf(noBrowser)(
  "the server's agents load, fail with a way to try again, and say when there is none",
  async () => {
    let answer: () => AgentEntry[] = () => {
      throw new ProblemError({ code: "unavailable", message: "You are offline." });
    };
    const { page } = await openAgents({ state: signedIn(), team: { "agent.list": () => answer() } });
    await page.getByText("Loading services …").waitFor();
    await page.getByText("You are offline.").waitFor();
    answer = () => [];
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("No agents yet").waitFor();
    answer = () => [agent()];
    await page.evaluate("window.dispatchEvent(new Event('focus'))");
    await expect.poll(() => page.getByText("+15551234567").isVisible()).toBe(true);
  },
);

test.skipIf(noBrowser)(
  "an agent's policy is set, it is paused and resumed, and shows as the server then has it",
  async () => {
    let held = agent();
    const { page, main } = await openAgents({
      state: signedIn(),
      team: {
        "agent.list": () => [held],
        "agent.setPolicy": () => (held = { ...held, policy: "ask_first" }),
        "agent.pause": () => (held = { ...held, pausedAt: Date.now() }),
        "agent.resume": () => (held = { ...held, pausedAt: null }),
      },
    });
    const policy = page.getByLabel("Codes for Claude Code");
    await policy.selectOption("Ask at first use");
    await expect.poll(() => policy.inputValue()).toBe("ask_first");
    await page.getByRole("button", { name: "Pause Claude Code" }).click();
    await page.getByText("Paused", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Resume Claude Code" }).click();
    await page.getByRole("button", { name: "Pause Claude Code" }).waitFor();
    expect(main.inputsOf("team.call")).toContainEqual({
      procedure: "agent.setPolicy",
      input: { agent: "agent-1", policy: "ask_first" },
    });
  },
);

test.skipIf(noBrowser)("a remembered service is forgotten", async () => {
  let services = [{ agentId: "agent-1", agentName: "Codex", service: "GitHub", approvedAt: Date.now() }];
  const { page } = await openAgents({
    state: signedIn(),
    team: {
      "approval.services": () => services,
      "approval.forgetService": () => {
        services = [];
        return { agentId: "agent-1", service: "GitHub" };
      },
    },
  });
  await page.getByRole("button", { name: "Forget GitHub for Codex" }).click();
  await expect.poll(() => page.getByText("When you allow an agent a whole service").isVisible()).toBe(true);
});
