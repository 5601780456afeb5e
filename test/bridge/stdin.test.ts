import { describe, expect, test } from "vitest";
import { bridgeCommands } from "../support/bridge-commands.ts";
import { BridgeProcess } from "../support/bridge-process.ts";

const envelope = {
  _meta: {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": { name: "a-test", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": {},
  },
};
const TEN_MB = 10 * 1024 * 1024;

const line = (message: object): string => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`;

async function expectToServe(bridge: BridgeProcess, params: object = {}): Promise<void> {
  expect((await bridge.request("tools/list", params)).result?.["tools"]).toHaveLength(5);
  for (const written of bridge.lines) expect(JSON.parse(written)).toMatchObject({ jsonrpc: "2.0" });
}

/** The npm package has the executable's program. */
const forms = bridgeCommands.filter(({ form }) => form !== "the npm package");

describe.each(forms)("the bridge from $form", (command) => {
  test("is not stopped by lines of 10 MB and more, junk or a call", async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    bridge.write(`${"x".repeat(TEN_MB)}\n`);
    const params = { name: "extract_otp_from_sms", arguments: { sms_body: "x".repeat(2 * TEN_MB) } };
    bridge.write(line({ id: 70, method: "tools/call", params }));
    await expectToServe(bridge);
    expect(bridge.messages.some(({ id }) => id === 70)).toBe(false);
    expect(bridge.stderr).toContain("line of more than 8 MiB");
  });

  test("refuses a long argument in a line that it can read", async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    const answer = await bridge.toolAnswer(
      bridge.callTool("extract_otp_from_sms", { sms_body: "x".repeat(4_000_000) }),
    );
    expect(answer).toMatchObject({ isError: true });
    expect(answer.content[0]?.text.slice(0, 200)).toMatch(/must be at most \d+ characters; it has 4000000/);
  });

  test("passes over batches: no revision it speaks has them", async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    bridge.write(`[${JSON.stringify({ jsonrpc: "2.0", id: 80, method: "tools/list" })}]\n`);
    bridge.write("[[]]\n");
    await expectToServe(bridge);
    expect(bridge.messages.some(({ id }) => id === 80)).toBe(false);
  });

  test("reads on after bytes that are no UTF-8, within a text and beside one", async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    bridge.child.stdin.write(Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0x0a]));
    const params = { name: "extract_otp_from_sms", arguments: { sms_body: "Your code is 482913 @" } };
    const call = Buffer.from(line({ id: 81, method: "tools/call", params }));
    call[call.indexOf("@")] = 0xff;
    bridge.child.stdin.write(call);
    expect((await bridge.toolAnswer(81)).structuredContent).toMatchObject({ code: "482913" });
    await expectToServe(bridge);
  });

  test("takes lines that end as on Windows, and an empty line between them", async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    bridge.write(`\r\n${line({ id: 82, method: "ping" }).replace("\n", "\r\n")}\r\n`);
    expect((await bridge.answerTo(82)).result).toEqual({});
  });

  test("takes the byte order mark that some clients begin with", async () => {
    await using bridge = new BridgeProcess({ command });
    bridge.write("\uFEFF");
    expect((await bridge.initialize()).result).toBeDefined();
    await expectToServe(bridge);
  });

  test("takes a message in pieces of one byte", async () => {
    await using bridge = new BridgeProcess({ command });
    for (const byte of Buffer.from(line({ id: 83, method: "ping" })))
      bridge.child.stdin.write(Buffer.of(byte));
    expect((await bridge.answerTo(83)).result).toEqual({});
  });

  test("serves a client of 2025 that asked for 2026 first", async () => {
    await using bridge = new BridgeProcess({ command });
    const found = await bridge.request("server/discover", envelope);
    expect(found.result).toMatchObject({ supportedVersions: ["2026-07-28"] });
    expect((await bridge.initialize()).result).toMatchObject({ protocolVersion: "2025-06-18" });
    await expectToServe(bridge);
  });

  test("serves requests of 2026 on a pipe that began with the handshake of 2025", async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    await expectToServe(bridge);
    await expectToServe(bridge, envelope);
    const call = { ...envelope, name: "extract_otp_from_sms", arguments: { sms_body: "Hello" } };
    const answer = await bridge.toolAnswer(bridge.ask("tools/call", call));
    expect(answer.structuredContent).toMatchObject({ code: null });
  });

  test("tells a handshake of 2025 that comes after calls of 2026 which revision the pipe speaks, and goes on", async () => {
    await using bridge = new BridgeProcess({ command });
    await expectToServe(bridge, envelope);
    const { error } = await bridge.initialize();
    expect(JSON.stringify(error)).toContain("2026-07-28");
    await expectToServe(bridge, envelope);
  });

  test("tells a client of a revision to come what it speaks, and serves it then", async () => {
    await using bridge = new BridgeProcess({ command });
    const future = {
      _meta: { ...envelope._meta, "io.modelcontextprotocol/protocolVersion": "2031-01-01" },
    };
    const { error } = await bridge.request("tools/list", future);
    expect(JSON.stringify(error)).toContain("2026-07-28");
    const hello = await bridge.request("initialize", {
      protocolVersion: "2031-01-01",
      capabilities: {},
      clientInfo: { name: "a-test", version: "1" },
    });
    expect(hello.result?.["protocolVersion"]).toMatch(/^2025-/);
    await expectToServe(bridge);
  });
});
