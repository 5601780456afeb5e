import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import type { BridgeCommand } from "../shared/client-connections.ts";
import { verifyCommand } from "./verify-command.ts";

const bridgeFile = fileURLToPath(new URL("../../bin/agentpass-mcp.js", import.meta.url));
const patient = { start: 15_000, answer: 5000, backend: 20_000 };

function someFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "agentpass-verify-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function verify(bridge: BridgeCommand, limits = patient) {
  const computer = { home: tmpdir(), env: { PATH: "/usr/bin:/bin" }, platform: process.platform };
  const checks = await verifyCommand(bridge, { computer, clientName: "a-test", limits });
  const last = checks.at(-1);
  return { checks, last, passed: checks.filter(({ ok }) => ok).map(({ name }) => name) };
}

/** A program of a few lines in place of the bridge. It writes its process id first. */
function standIn(lines: string): { bridge: BridgeCommand; pid: () => number } {
  const file = join(someFolder(), "pid");
  const source = `require("node:fs").writeFileSync(${JSON.stringify(file)}, String(process.pid));${lines}`;
  return {
    bridge: { command: process.execPath, args: ["-e", source], env: {} },
    pid: () => Number(readFileSync(file, "utf8")),
  };
}

/** Answers `initialize` as a server of that name, and then nothing more. */
const serverCalled = (name: string, version: string): string => `
  require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
    const { id, method, params } = JSON.parse(line);
    if (method === "initialize") console.log(JSON.stringify({ jsonrpc: "2.0", id, result: {
      protocolVersion: params.protocolVersion, capabilities: { tools: {} },
      serverInfo: { name: ${JSON.stringify(name)}, version: ${JSON.stringify(version)} } } }));
    if (method === "tools/list") console.log(JSON.stringify({ jsonrpc: "2.0", id, result: { tools: [] } }));
  });`;

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it("goes through every check, and says what to do where AgentPass is not open", async () => {
  const env = { AGENTPASS_DATA_DIR: someFolder(), AGENTPASS_ENV_FILE: "/dev/null" };
  const { passed, last } = await verify({ command: process.execPath, args: [bridgeFile], env });
  expect(passed).toEqual([
    "The command starts",
    "It is AgentPass",
    "It has the five tools",
    "It reads the code in a text",
  ]);
  expect(last).toMatchObject({ name: "AgentPass can be reached", ok: false });
  expect(last?.detail).toMatch(/AgentPass is not running for this user .* Open AgentPass and sign in/);
});

it("names a program that is not there", async () => {
  const { last, passed } = await verify({ command: "/gone/node", args: [bridgeFile], env: {} });
  expect(passed).toEqual([]);
  expect(last?.detail).toMatch(/^There is no such program .*\/gone\/node.* Connect again/);
});

it("passes on the last words of a program that ends at once", async () => {
  const { bridge } = standIn('console.error("first");console.error("this Node is too old");process.exit(1)');
  const { last } = await verify(bridge);
  expect(last).toMatchObject({ name: "The command starts", ok: false });
  expect(last?.detail).toContain("It said: this Node is too old");
});

it.each([
  {
    what: "another server",
    lines: serverCalled("weather", "1.0.0"),
    words: /calls itself "weather"/,
  },
  {
    what: "an older version",
    lines: serverCalled("agentpass-sms", "0.0.1"),
    words: /is version 0\.0\.1, and this is/,
  },
])("finds $what", async ({ lines, words }) => {
  const { bridge, pid } = standIn(lines);
  const { last } = await verify(bridge);
  expect(last).toMatchObject({ name: "It is AgentPass", ok: false });
  expect(last?.detail).toMatch(words);
  expect(isThere(pid())).toBe(false);
});

it("finds tools that are missing", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const { last } = await verify(standIn(serverCalled("agentpass-sms", version)).bridge);
  expect(last).toMatchObject({ name: "It has the five tools", ok: false });
  expect(last?.detail).toMatch(/^get_phone_number, .*release_phone_number: missing/);
});

it("ends a program that neither answers nor ends by itself", async () => {
  const { bridge, pid } = standIn('process.on("SIGTERM", () => {});setInterval(() => {}, 1000)');
  const { last } = await verify(bridge, { ...patient, start: 2000 });
  expect(last).toMatchObject({ name: "The command starts", ok: false });
  expect(last?.detail).toMatch(/timed out/i);
  expect(isThere(pid())).toBe(false);
});
