import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { bridgeCommands } from "../support/bridge-commands.ts";
import { BridgeProcess } from "../support/bridge-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { verifies } from "../support/verifies.ts";

/** What the contract allows between the end of a pipe, or a signal, and the end of the process. */
const AT_ONCE_MS = 1_000;

describe.each(bridgeCommands)("the bridge from $form", (command) => {
  test(verifies("F14", "the end of input ends the process"), async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    bridge.child.stdin.end();
    const { code, afterMs } = await bridge.ended();
    expect(code).toBe(0);
    expect(afterMs).toBeLessThan(AT_ONCE_MS);
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
  ] as const)("%s ends the process", async (signal, exitCode) => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    bridge.child.kill(signal);
    const { code, afterMs } = await bridge.ended();
    expect(code).toBe(exitCode);
    expect(afterMs).toBeLessThan(AT_ONCE_MS);
  });

  test("a broken stdout ends the process", async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    bridge.child.stdout.destroy();
    bridge.ask("tools/list");
    const { code, afterMs } = await bridge.ended();
    expect(code).toBe(0);
    expect(afterMs).toBeLessThan(AT_ONCE_MS);
  });

  test("a closed stderr does no harm", async () => {
    await using bridge = new BridgeProcess({ command });
    bridge.child.stderr.destroy();
    await bridge.initialize();
    bridge.write('{"no":"message"}\n'.repeat(50));
    expect((await bridge.request("tools/list")).result).toBeDefined();
  });

  test("the process ends when its parent is gone, though others hold its pipes", async () => {
    const script = `
    const { spawn } = require("node:child_process");
    spawn(${JSON.stringify(command.command)}, ${JSON.stringify(command.args)}, { stdio: "inherit" });
    setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ["-e", script], { stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface(parent.stdout);
    parent.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`);
    await once(lines, "line");
    parent.kill("SIGKILL");
    const start = performance.now();
    // Our end of its stdout closes when the last holder, the bridge, is gone.
    await once(lines, "close");
    expect(performance.now() - start).toBeLessThan(AT_ONCE_MS);
  });

  test("junk, half lines and lines of other protocols are passed over", async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    bridge.write("junk\n\n\u0000\u0001\n{\n[]\n{}\nnull\n42\nContent-Length: 17\r\n\r\n");
    bridge.write('{"jsonrpc":"2.0","id":71,"meth');
    bridge.write('od":"tools/list"}\r\n');
    const answer = await bridge.answerTo(71);
    expect(answer.result?.["tools"]).toHaveLength(5);
    for (const line of bridge.lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: "2.0" });
  });

  test(verifies("clean-stdio", "a dependency that prints does not reach the pipe"), async () => {
    // What loads before the bridge is not ours to catch.
    const stray = `
      const { write } = process.stdout;
      setInterval(() => {
        if (process.stdout.write === write) return;
        console.log("stray log");
        process.stdout.write("stray write\\n");
        console.info("i");
      }, 1).unref();`;
    const file = join(temporaryFolder(), "stray.cjs");
    writeFileSync(file, stray);
    await using bridge = new BridgeProcess({ command, env: { NODE_OPTIONS: `--require ${file}` } });
    await bridge.initialize();
    await bridge.until(() => (bridge.stderr.includes("stray write") ? true : null));
    await bridge.toolAnswer(bridge.callTool("extract_otp_from_sms", { sms_body: "Hello" }));
    for (const line of bridge.lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: "2.0" });
  });

  test("sixty parallel calls are each answered once", async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    const ids = Array.from({ length: 60 }, () =>
      bridge.callTool("extract_otp_from_sms", { sms_body: "Hello" }),
    );
    await Promise.all(ids.map((id) => bridge.toolAnswer(id)));
    const answered = bridge.messages.map((message) => message.id);
    expect(new Set(answered).size).toBe(answered.length);
  });
});
