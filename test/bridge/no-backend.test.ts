import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdirSync, openSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { bridgeCommands } from "../support/bridge-commands.ts";
import { BridgeProcess } from "../support/bridge-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SOON = { timeout: 15_000, interval: 20 };

/** A file that tells whether somebody has opened it for reading. */
function trap(folder: string, name: string): { path: string; isOpened(): boolean } {
  const path = join(folder, name);
  execFileSync("mkfifo", [path]);
  return {
    path,
    isOpened: () => {
      try {
        closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Counts who connects, to a path or to a port of its own. */
async function countingSocket(path?: string): Promise<{ connections: number; port: number }> {
  const counted = { connections: 0, port: 0 };
  const server = createServer((socket) => {
    counted.connections += 1;
    socket.destroy();
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => {
    if (path === undefined) server.listen(0, "127.0.0.1", resolve);
    else server.listen(path, resolve);
  });
  if (path === undefined) counted.port = (server.address() as AddressInfo).port;
  return counted;
}

async function askAllThatIsStatic(bridge: BridgeProcess): Promise<void> {
  await bridge.initialize();
  expect((await bridge.request("tools/list")).result?.["tools"]).toHaveLength(5);
  await bridge.request("ping");
  await bridge.toolAnswer(bridge.callTool("extract_otp_from_sms", { sms_body: "Your code is 482913" }));
  await bridge.toolAnswer(bridge.callTool("wait_for_sms", { timeout: "soon" }));
}

describe.each(bridgeCommands)("before the first call that needs it, the bridge from $form", (command) => {
  test("connects to no tray and opens no credentials", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "run"), { mode: 0o700 });
    const tray = await countingSocket(join(folder, "run", "agents.sock"));
    const files = ["mock-credentials.json", "server.json"].map((name) => trap(folder, name));
    await using bridge = new BridgeProcess({ command, env: { AGENTPASS_DATA_DIR: folder } });
    await askAllThatIsStatic(bridge);
    expect(tray.connections).toBe(0);
    expect(files.map((file) => file.isOpened())).toEqual([false, false]);
    bridge.callTool("get_phone_number");
    await vi.waitUntil(() => tray.connections > 0, SOON);
  });

  test("connects to no server and opens no key", async () => {
    const server = await countingSocket();
    const key = trap(temporaryFolder(), "key");
    const url = `http://127.0.0.1:${server.port}`;
    await using bridge = new BridgeProcess({
      command,
      env: { AGENTPASS_API_KEY_FILE: key.path, AGENTPASS_API_URL: url },
    });
    await askAllThatIsStatic(bridge);
    expect(key.isOpened()).toBe(false);
    expect(server.connections).toBe(0);
    bridge.callTool("get_phone_number");
    await vi.waitUntil(() => key.isOpened(), SOON);
    expect(server.connections).toBe(0);
  });
});
