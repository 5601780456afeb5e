import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bridgeFile, BridgeProcess } from "../support/bridge-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function tooOld(node: string): boolean {
  try {
    return execFileSync(node, ["-p", "Boolean(process.features.typescript)"]).toString().trim() === "false";
  } catch {
    return false;
  }
}

const oldNode = "/usr/bin/node";

function folderOfServer(node: string): string {
  const folder = temporaryFolder();
  const file = { url: "http://127.0.0.1:9", pid: 1, mode: "mock", node, version: "0" };
  writeFileSync(join(folder, "server.json"), JSON.stringify(file));
  return folder;
}

test.runIf(tooOld(oldNode))("with an old Node the recorded one takes over", async () => {
  await using bridge = new BridgeProcess({
    command: { command: oldNode, args: [bridgeFile] },
    env: { AGENTPASS_DATA_DIR: folderOfServer(process.execPath) },
  });
  await bridge.initialize();
  expect((await bridge.request("tools/list")).result?.["tools"]).toHaveLength(5);
  bridge.child.stdin.end();
  expect(await bridge.ended()).toMatchObject({ code: 0 });
});

test.runIf(tooOld(oldNode))("a signal reaches the Node that took over", async () => {
  await using bridge = new BridgeProcess({
    command: { command: oldNode, args: [bridgeFile] },
    env: { AGENTPASS_DATA_DIR: folderOfServer(process.execPath) },
  });
  await bridge.initialize();
  bridge.child.kill("SIGTERM");
  const { code, afterMs } = await bridge.ended();
  expect(code).toBe(143);
  expect(afterMs).toBeLessThan(1_000);
});

test.runIf(tooOld(oldNode)).each([
  ["no server has ever run", temporaryFolder],
  ["the recorded one is too old as well", () => folderOfServer(oldNode)],
  ["the recorded one is gone", () => folderOfServer("/nonexistent/node")],
])("with an old Node, and %s, one line says so", async (_name, folder) => {
  await using bridge = new BridgeProcess({
    command: { command: oldNode, args: [bridgeFile] },
    env: { AGENTPASS_DATA_DIR: folder() },
  });
  expect(await bridge.ended()).toMatchObject({ code: 1 });
  await expect
    .poll(() => bridge.stderr, { timeout: 10_000 })
    .toMatch(/^agentpass-mcp needs Node 22\.18 or newer.*\n$/);
  expect(bridge.stderr.trim().split("\n")).toHaveLength(1);
  expect(bridge.lines).toEqual([]);
});
