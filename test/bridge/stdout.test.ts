import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { bridgeCommands } from "../support/bridge-commands.ts";
import { BridgeProcess, type BridgeCommand } from "../support/bridge-process.ts";
import { EmulatedAgentServer } from "../support/emulated-agent-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const number = { phone_number: "+15551234567" };
const SOON = { timeout: 15_000, interval: 20 };

/** Starts the bridge with this code loaded into its process first, as a dependency that does so would. */
function bridgeWith(command: BridgeCommand, code: string, env: Record<string, string> = {}): BridgeProcess {
  const file = join(temporaryFolder(), "dependency.cjs");
  writeFileSync(file, code);
  const bridge = new BridgeProcess({ command, env: { NODE_OPTIONS: `--require ${file}`, ...env } });
  onTestFinished(() => bridge[Symbol.asyncDispose]());
  return bridge;
}

const isProtocol = (line: string): boolean => line.startsWith('{"') && line.includes('"jsonrpc":"2.0"');

/** The npm package has the executable's program. */
const forms = bridgeCommands.filter(({ form }) => form !== "the npm package");

describe.each(forms)("the bridge from $form writes nothing but the protocol on stdout", (command) => {
  test("with every kind of console call, and pipes into stdout", async () => {
    const bridge = bridgeWith(
      command,
      `process.on("SIGUSR2", () => {
        for (const name of ["log", "info", "debug", "warn", "error", "dir", "table", "trace", "group"]) console[name]("stray");
        console.count(); console.time("t"); console.timeEnd("t"); console.assert(false, "stray");
        require("node:stream").Readable.from(["stray pipe\\n"]).pipe(process.stdout, { end: false });
        process.stdout.end("stray end\\n");
      });`,
    );
    await bridge.initialize();
    bridge.child.kill("SIGUSR2");
    await bridge.until(() => (bridge.stderr.includes("stray pipe") ? true : null));
    await bridge.toolAnswer(bridge.callTool("extract_otp_from_sms", { sms_body: "Hello" }));
    expect(bridge.lines.filter((line) => !isProtocol(line))).toEqual([]);
  });

  test("with warnings and Node's own debugging notes", async () => {
    await using server = await EmulatedAgentServer.start();
    const bridge = bridgeWith(
      command,
      `process.on("SIGUSR2", () => {
        process.emitWarning("stray warning", { code: "STRAY" });
        process.emitWarning("stray deprecation", "DeprecationWarning");
        new (require("node:events"))().setMaxListeners(1).on("a", () => {}).on("a", () => {});
      });`,
      {
        NODE_DEBUG: "net,http,stream,timer,module,fs",
        AGENTPASS_API_KEY: "k",
        AGENTPASS_API_URL: server.url,
      },
    );
    await bridge.initialize();
    bridge.child.kill("SIGUSR2");
    await bridge.until(() => (bridge.stderr.includes("stray deprecation") ? true : null));
    await bridge.toolAnswer(bridge.callTool("get_phone_number"));
    expect(bridge.stderr).toContain("NET ");
    expect(bridge.lines.filter((line) => !isProtocol(line))).toEqual([]);
  });

  test.each([
    ["an uncaught exception", `throw new Error("stray failure")`],
    ["a rejected promise", `void Promise.reject(new Error("stray failure"))`],
  ])("with %s, which ends it in order: a trace on stderr, the code given back", async (_what, failure) => {
    await using server = await EmulatedAgentServer.start();
    const bridge = bridgeWith(command, `process.on("SIGUSR2", () => { ${failure}; });`, {
      AGENTPASS_API_KEY: "k",
      AGENTPASS_API_URL: server.url,
    });
    await bridge.initialize();
    const id = bridge.callTool("wait_for_sms", number);
    await expect.poll(() => server.waits.size, SOON).toBe(1);
    server.answer([...server.waits.keys()][0] ?? "");
    await bridge.toolAnswer(id);
    bridge.child.kill("SIGUSR2");
    const { code, afterMs } = await bridge.ended();
    expect(code).toBe(1);
    expect(afterMs).toBeLessThan(1_000);
    expect(server.log).toContain("settle give_back");
    expect(bridge.stderr).toContain("stray failure");
    expect(bridge.lines.filter((line) => !isProtocol(line))).toEqual([]);
  });
});
