/** The window that asks, in the real app: with a real server, real agents and a person's clicks. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import type { ToolAnswer } from "../support/bridge-process.ts";
import { pressAnswer } from "../support/desktop/press-answer.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

/** A server, and an app that has signed itself in to it as mock mode's owner. */
class Desk implements AsyncDisposable {
  readonly server: RunningServer;
  readonly tray: RunningTray;

  private constructor(server: RunningServer, tray: RunningTray) {
    this.server = server;
    this.tray = tray;
  }

  static async start(): Promise<Desk> {
    const server = await RunningServer.start();
    const tray = await RunningTray.start({ desktop: theDesktop(), dataFolder: server.dataFolder });
    const desk = new Desk(server, tray);
    await desk.connected();
    return desk;
  }

  get owner(): ReturnType<typeof apiClient> {
    return apiClient(this.server.url, this.server.ownerKey);
  }

  async connected(): Promise<void> {
    const isConnected = async (): Promise<boolean> =>
      ((await this.state())["connection"] as { state: string }).state === "connected";
    await vi.waitUntil(isConnected, { timeout: 30_000, interval: 100 });
  }

  async state(): Promise<Record<string, unknown>> {
    const window = await this.tray.window("main-window.html");
    const { value } = await window.evaluate<{ value: Record<string, unknown> }>(
      'window.agentpass.call("state.get", undefined)',
    );
    return value;
  }

  /** An agent of the owner's that waits for a code, which has come. */
  async waiting(policy: ApprovalPolicy, service = "GitHub"): Promise<Waiting> {
    const name = `agent ${randomCode()}`;
    const { key } = await this.owner.agent.create.mutate({ name, policy });
    const client = await AgentClient.connect({ ...this.server.environment, AGENTPASS_API_KEY: key });
    await client.lease();
    return { name, client, ...(await this.code(client, service)) };
  }

  /** A code on its way to an agent that waits for it. */
  async code(client: AgentClient, service = "GitHub"): Promise<Pick<Waiting, "code" | "answer">> {
    const code = randomCode();
    const answer = client.wait({ timeout: 100_000 });
    // A test that fails before it looks at the answer has its own reason.
    answer.catch(() => {});
    await this.server.sms(client.phoneNumber, `Your ${service} verification code is ${code}`);
    return { code, answer };
  }

  /** The window that asks, as soon as it shows this. */
  async question(text: string): Promise<Page> {
    const page = await this.tray.window("question.html");
    await page.getByRole("alertdialog").getByText(text).first().waitFor({ timeout: 20_000 });
    return page;
  }

  /** Which windows are visible, and which has the focus. */
  windows(): Promise<{ page: string; isVisible: boolean; isFocused: boolean }[]> {
    return this.tray.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        page: window.webContents.getURL().split("/").at(-1) ?? "",
        isVisible: window.isVisible(),
        isFocused: window.isFocused(),
      })),
    );
  }

  async isAsking(): Promise<boolean> {
    return (await this.windows()).some(({ page }) => page === "question.html");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.tray[Symbol.asyncDispose]();
    await this.server[Symbol.asyncDispose]();
  }
}

interface Waiting {
  name: string;
  code: string;
  client: AgentClient;
  answer: Promise<ToolAnswer>;
}

/** The answer of a wait that may have said "still waiting" first: a person may take longer than a client's call. */
async function final({ client, answer }: Waiting): Promise<ToolAnswer> {
  let last = await answer;
  while (["pending", "approval_pending"].includes(String(last.structuredContent?.["status"])))
    last = await client.wait({ timeout: Number(last.structuredContent?.["remaining_ms"]) });
  return last;
}

describe.skipIf(noDesktop)("the window that asks", () => {
  let desk: Desk;
  const clients: AgentClient[] = [];
  const waiting = async (policy: ApprovalPolicy, service?: string): Promise<Waiting> => {
    const made = await desk.waiting(policy, service);
    clients.push(made.client);
    return made;
  };
  beforeAll(async () => {
    desk = await Desk.start();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client[Symbol.asyncDispose]()));
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  test("opens without taking the focus, and gives the agent its code once a person allows it", async () => {
    const agent = await waiting("ask");
    const page = await desk.question(agent.name);
    expect(await desk.windows()).toContainEqual({ page: "question.html", isVisible: true, isFocused: false });
    const text = await page.textContent("main");
    for (const shown of [agent.code, agent.client.phoneNumber, "GitHub"]) expect(text).toContain(shown);
    await pressAnswer(page, "Allow once");
    expect(codeOf(await final(agent))).toBe(agent.code);
    await expect.poll(() => desk.isAsking()).toBe(false);
  });

  test("keeps the code from the agent that a person denies it, and logs that without code or whole number", async () => {
    const agent = await waiting("ask");
    await pressAnswer(await desk.question(agent.name), "Deny");
    expect((await final(agent)).structuredContent).toMatchObject({ status: "denied", reason: "person" });
    expect(JSON.stringify(await agent.client.call("list_sms"))).not.toContain(agent.code);
    const read = () => readFileSync(join(desk.server.dataFolder, "tray", "decisions.json"), "utf8");
    await expect.poll(read, { timeout: 20_000 }).toContain(agent.name);
    const kept = JSON.parse(read()) as unknown[];
    expect(kept[0]).toMatchObject({ agentName: agent.name, service: "GitHub", decision: "deny" });
    await expect.poll(async () => (await desk.state())["decisions"]).toEqual(kept);
    for (const secret of [agent.code, agent.client.phoneNumber]) expect(read()).not.toContain(secret);
  });

  test("asks no more about a service once it is allowed for that", async () => {
    const agent = await waiting("ask", "PayPal");
    await pressAnswer(await desk.question(agent.name), "Allow for PayPal");
    expect(codeOf(await final(agent))).toBe(agent.code);
    const next = await desk.code(agent.client, "PayPal");
    expect(codeOf(await next.answer)).toBe(next.code);
    expect(await desk.isAsking()).toBe(false);
  });

  test("says when one answer opens the number, and asks no more about it then", async () => {
    const agent = await waiting("ask_first");
    await pressAnswer(await desk.question(agent.name), "Allow for this number");
    expect(codeOf(await final(agent))).toBe(agent.code);
    const next = await desk.code(agent.client, "Discord");
    expect(codeOf(await next.answer)).toBe(next.code);
    expect(await desk.isAsking()).toBe(false);
  });

  test("answers nothing within its first 700 ms, whatever its page says", async () => {
    const agent = await waiting("ask");
    const page = await desk.question(agent.name);
    // As a page would that has been taken over: past its own buttons.
    const results = await page.evaluate<{ ok: boolean; problem?: { code: string } }[]>(`(async () => {
      const { value } = await window.agentpass.call("question.get", undefined);
      const answer = { id: value.question.id, decision: "allow" };
      return [
        await window.agentpass.call("question.answer", answer),
        await window.agentpass.call("question.answer", { ...answer, id: "another" }),
        await window.agentpass.call("question.answer", { ...answer, decision: "allow_program", name: "x", policy: "allow" }),
      ];
    })()`);
    const refused = (code: string) => ({ ok: false, problem: { code } });
    expect(results).toMatchObject([
      refused("too_many_requests"),
      refused("conflict"),
      refused("too_many_requests"),
    ]);
    expect(await desk.owner.approval.list.query()).toMatchObject([{ state: "open", agentName: agent.name }]);
    // Asking for the question began its time anew: a click that comes before it is over is one of those that do not count.
    const denies = async (): Promise<boolean> => {
      await page
        .getByRole("button", { name: "Deny" })
        .click({ timeout: 5_000 })
        .catch(() => {});
      return desk.isAsking();
    };
    await expect.poll(denies, { timeout: 20_000, interval: 250 }).toBe(false);
    expect((await final(agent)).structuredContent).toMatchObject({ status: "denied", reason: "person" });
  });

  test("shows two questions one after the other, and each answer is for the one it was given to", async () => {
    const first = await waiting("ask");
    const page = await desk.question(first.name);
    const second = await waiting("ask");
    await page.getByText("One more question waits.").waitFor({ timeout: 20_000 });
    await pressAnswer(page, "Allow once");
    await desk.question(second.name);
    await pressAnswer(page, "Deny");
    expect(codeOf(await final(first))).toBe(first.code);
    expect((await final(second)).structuredContent).toMatchObject({ status: "denied", reason: "person" });
  });

  test("can be closed, which answers nothing, and opened again", async () => {
    const agent = await waiting("ask");
    const page = await desk.question(agent.name);
    await page.keyboard.press("Escape");
    expect(await desk.isAsking()).toBe(true);
    await desk.tray.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().endsWith("question.html"))
        ?.close(),
    );
    await expect.poll(() => desk.isAsking()).toBe(false);
    expect(await desk.state()).toMatchObject({ openQuestions: 1 });
    const main = await desk.tray.window("main-window.html");
    await main.evaluate('window.agentpass.call("questions.show", undefined)');
    await pressAnswer(await desk.question(agent.name), "Allow once");
    expect(codeOf(await final(agent))).toBe(agent.code);
  });

  test("lets a program in under the name that the person gives it, asking first", async () => {
    const { server, owner } = desk;
    const name = `Claude ${randomCode()}`;
    const client = await AgentClient.connect(server.environment, "claude-code");
    clients.push(client);
    const leased = client.lease();
    const page = await desk.question("claude-code");
    const text = await page.textContent("main");
    expect(text).toContain("its own claim");
    // The bridge's process and the one that started it, which is this one.
    expect(text).toContain(
      `(process ${client.pid}), started by ${process.execPath} (process ${process.pid})`,
    );
    await page.getByLabel("What do you call it?").fill(name);
    await pressAnswer(page, "Allow");
    await leased;
    const agents = await owner.agent.list.query();
    expect(agents.find((agent) => agent.name === name)).toMatchObject({ policy: "ask_first" });
    const { code, answer } = await desk.code(client);
    await pressAnswer(await desk.question(name), "Allow for this number");
    expect(codeOf(await final({ name, client, code, answer }))).toBe(code);
  });

  test("stays while the server is gone, and is answered once that is back", async () => {
    const agent = await waiting("ask");
    const page = await desk.question(agent.name);
    await desk.server.stop("SIGKILL");
    await pressAnswer(page, "Allow once");
    await page.getByRole("alert").waitFor({ timeout: 20_000 });
    expect(await desk.isAsking()).toBe(true);
    await desk.server.start();
    await desk.connected();
    await pressAnswer(page, "Allow once");
    expect(codeOf(await final(agent))).toBe(agent.code);
  });
});

test.skipIf(noDesktop)("a question that nobody answers in 60 s is denied, told and logged", async () => {
  await using desk = await Desk.start();
  const agent = await desk.waiting("ask");
  await using _client = agent.client;
  const page = await desk.question(agent.name);
  const denied = await final(agent);
  expect(denied.structuredContent).toMatchObject({ status: "denied", reason: "no_answer" });
  await page.getByText("Nobody answered in time").waitFor({ timeout: 20_000 });
  await expect.poll(() => desk.isAsking(), { timeout: 20_000 }).toBe(false);
  expect((await desk.state())["decisions"]).toMatchObject([{ agentName: agent.name, decision: "no_answer" }]);
});
