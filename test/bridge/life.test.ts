import { readdirSync } from "node:fs";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { bridgeCommands } from "../support/bridge-commands.ts";
import { BridgeProcess, type BridgeCommand } from "../support/bridge-process.ts";
import { EmulatedAgentServer } from "../support/emulated-agent-server.ts";
import { trayWorld } from "../support/tray/tray-world.ts";

const SOON = { timeout: 15_000, interval: 20 };
const number = { phone_number: "+15551234567" };

async function emulatedServer(): Promise<EmulatedAgentServer> {
  const server = await EmulatedAgentServer.start();
  onTestFinished(() => server.stop());
  return server;
}

const environmentOf = (server: EmulatedAgentServer) => ({
  AGENTPASS_API_KEY: "ap_agent_test",
  AGENTPASS_API_URL: server.url,
});

async function bridgeOf(command: BridgeCommand, env: Record<string, string>): Promise<BridgeProcess> {
  const bridge = new BridgeProcess({ command, env });
  onTestFinished(() => bridge[Symbol.asyncDispose]());
  await bridge.initialize();
  return bridge;
}

async function openWait(server: EmulatedAgentServer): Promise<string> {
  await expect.poll(() => server.waits.size, SOON).toBeGreaterThan(0);
  return [...server.waits.keys()][0] ?? "";
}

describe.each(bridgeCommands)("the bridge from $form", (command) => {
  test("gives its wait back and ends when its parent is killed, though others hold its pipes", async () => {
    const server = await emulatedServer();
    const script = `
      const { spawn } = require("node:child_process");
      spawn(${JSON.stringify(command.command)}, ${JSON.stringify(command.args)}, { stdio: "inherit" });
      setInterval(() => {}, 1000);`;
    const parent: BridgeCommand = { form: "a parent", command: process.execPath, args: ["-e", script] };
    const bridge = await bridgeOf(parent, environmentOf(server));
    bridge.callTool("wait_for_sms", number);
    await openWait(server);
    bridge.child.kill("SIGKILL");
    await expect.poll(() => server.log, { timeout: 5_000, interval: 20 }).toContain("settle cancel");
    // Our end of its stdout closes when the last holder, the bridge, is gone.
    await vi.waitUntil(() => bridge.child.stdout.closed, SOON);
  });

  test("finds the code that came while the machine slept, once", async () => {
    const server = await emulatedServer();
    const bridge = await bridgeOf(command, environmentOf(server));
    const id = bridge.callTool("wait_for_sms", number);
    const requestId = await openWait(server);
    bridge.child.kill("SIGSTOP");
    server.answer(requestId, "771204");
    // What was open on the way does not live over a sleep.
    await server.stop();
    await server.start();
    bridge.child.kill("SIGCONT");
    expect((await bridge.toolAnswer(id)).structuredContent).toMatchObject({ otp: { code: "771204" } });
    await bridge.request("ping");
    expect(bridge.messages.filter((message) => message.id === id)).toHaveLength(1);
  });

  test("holds no more open after restarts of the server than before", async () => {
    const server = await emulatedServer();
    const bridge = await bridgeOf(command, environmentOf(server));
    bridge.callTool("wait_for_sms", { ...number, timeout: 40_000 });
    await openWait(server);
    const open = (): number => readdirSync(`/proc/${bridge.child.pid}/fd`).length;
    const before = open();
    for (let round = 0; round < 4; round += 1) {
      await server.stop();
      await server.start();
      await vi.waitUntil(() => server.subscriptions > 0, SOON);
    }
    await expect.poll(open, SOON).toBeLessThanOrEqual(before);
  });

  test("goes on over a restart of the tray in the middle of a wait", async () => {
    const t = await trayWorld();
    const bridge = await bridgeOf(command, { AGENTPASS_DATA_DIR: t.folder });
    await bridge.toolAnswer(bridge.callTool("get_phone_number"));
    const id = bridge.callTool("wait_for_sms", { ...number, timeout: 40_000 });
    const requestId = await openWait(t.server);
    await t.tray.close();
    t.server.answer(requestId);
    await t.restart();
    expect((await bridge.toolAnswer(id)).structuredContent).toMatchObject({ otp: { code: "482913" } });
    expect(t.server.waits.size).toBe(1);
  });

  test("serves four clients at once, each its own", async () => {
    const server = await emulatedServer();
    const bridges = await Promise.all(
      ["claude-code", "cursor-vscode", "codex-mcp-client", "Zed"].map(() =>
        bridgeOf(command, environmentOf(server)),
      ),
    );
    const ids = bridges.map((bridge, index) =>
      bridge.callTool("wait_for_sms", { phone_number: `+1555123456${index}` }),
    );
    await expect.poll(() => server.waits.size, SOON).toBe(4);
    for (const [requestId, { input }] of server.waits)
      server.answer(requestId, `88888${input.phoneNumber.at(-1)}`);
    const answers = await Promise.all(bridges.map((bridge, index) => bridge.toolAnswer(ids[index] ?? 0)));
    expect(answers.map(({ structuredContent }) => structuredContent?.["otp"])).toMatchObject(
      [0, 1, 2, 3].map((index) => ({ code: `88888${index}` })),
    );
  });
});
