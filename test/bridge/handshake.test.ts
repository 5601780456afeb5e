import { existsSync, readFileSync } from "node:fs";
import { verifies } from "../support/verifies.ts";
import { describe, expect, test } from "vitest";
import { bridgeCommands } from "../support/bridge-commands.ts";
import { BridgeProcess, correctedCall } from "../support/bridge-process.ts";

const contract = new URL("../../../shared/design/mcp-tools.json", import.meta.url);
const own = new URL("../../desktop/src/bridge/tool-schemas.json", import.meta.url);

const modern = {
  _meta: {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": { name: "a-test", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": {},
  },
};

function schemasOf(tools: unknown): Record<string, unknown> {
  const list = tools as { name: string; annotations: unknown; inputSchema: unknown; outputSchema: unknown }[];
  return Object.fromEntries(
    list.map(({ name, annotations, inputSchema, outputSchema }) => [
      name,
      { annotations, inputSchema, outputSchema },
    ]),
  );
}

describe.each(bridgeCommands)("the bridge from $form", (command) => {
  test(verifies("G4", "a 2025 client gets the handshake and the tools without any backend"), async () => {
    await using bridge = new BridgeProcess({ command });
    const hello = await bridge.initialize();
    expect(hello.result).toMatchObject({
      protocolVersion: "2025-06-18",
      serverInfo: { name: "agentpass-sms" },
      capabilities: { tools: {} },
    });
    expect(hello.result?.["instructions"]).toContain("wait_for_sms");
    const list = await bridge.request("tools/list");
    expect(schemasOf(list.result?.["tools"])).toEqual(JSON.parse(readFileSync(own, "utf8")));
  });

  test("a 2026 client discovers and lists the same tools", async () => {
    await using bridge = new BridgeProcess({ command });
    const found = await bridge.request("server/discover", modern);
    expect(found.result).toMatchObject({ supportedVersions: ["2026-07-28"], capabilities: { tools: {} } });
    const list = await bridge.request("tools/list", modern);
    expect(schemasOf(list.result?.["tools"])).toEqual(JSON.parse(readFileSync(own, "utf8")));
    const id = bridge.ask("tools/call", {
      ...modern,
      name: "extract_otp_from_sms",
      arguments: { sms_body: "Hello" },
    });
    expect((await bridge.toolAnswer(id)).structuredContent).toMatchObject({ code: null });
  });

  test("a code is extracted without any server", async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    const sms_body = "Your Acme verification code is 482913. It expires in 5 minutes.";
    const answer = await bridge.toolAnswer(
      bridge.callTool("extract_otp_from_sms", { sms_body, from: "Acme" }),
    );
    expect(answer.structuredContent).toMatchObject({
      code: "482913",
      kind: "numeric",
      expires_in_seconds: 300,
    });
    const none = await bridge.toolAnswer(
      bridge.callTool("extract_otp_from_sms", { sms_body: "See you at noon!" }),
    );
    expect(none.structuredContent).toMatchObject({ code: null });
  });

  test("a call without any server says which command starts one", async () => {
    await using bridge = new BridgeProcess({ command });
    await bridge.initialize();
    const answer = await bridge.toolAnswer(bridge.callTool("get_phone_number"));
    expect(answer.isError).toBe(true);
    expect(answer.structuredContent).toBeUndefined();
    expect(answer.content[0]?.text).toMatch(/pnpm start.*AGENTPASS_API_KEY/);
  });

  test("a server that is not there is named, with the mends", async () => {
    await using bridge = new BridgeProcess({
      command,
      env: {
        AGENTPASS_API_KEY: "ap_agent_x",
        AGENTPASS_API_URL: "http://127.0.0.1:9/base",
      },
    });
    await bridge.initialize();
    const answer = await bridge.toolAnswer(bridge.callTool("get_phone_number"));
    expect(answer.isError).toBe(true);
    expect(answer.content[0]?.text).toMatch(
      /http:\/\/127\.0\.0\.1:9\/base cannot be reached.*pnpm start.*AGENTPASS_API_URL.*host\.docker\.internal/,
    );
    expect(answer.content[0]?.text).not.toContain("ap_agent_x");
  });
});

test.runIf(existsSync(contract))(
  "the schemas are the contract's, with descriptions where it has none",
  () => {
    const contracted: unknown = JSON.parse(readFileSync(contract, "utf8"));
    expect(withoutAdded(JSON.parse(readFileSync(own, "utf8")), contracted)).toEqual(contracted);
  },
);

/** The schema without the descriptions that the contract's does not have. */
function withoutAdded(schema: unknown, contracted: unknown): unknown {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema))
    return Array.isArray(schema)
      ? schema.map((item, index) => withoutAdded(item, Array.isArray(contracted) ? contracted[index] : null))
      : schema;
  const theirs = new Map(typeof contracted === "object" && contracted ? Object.entries(contracted) : []);
  return Object.fromEntries(
    Object.entries(schema)
      // Not a property that is called so.
      .filter(([key, value]) => key !== "description" || typeof value !== "string" || theirs.has(key))
      .map(([key, value]) => [key, withoutAdded(value, theirs.get(key))]),
  );
}

test("every argument and every field of an answer is described, numbers with their unit or range", () => {
  const tools = Object.entries(JSON.parse(readFileSync(own, "utf8")) as Record<string, ToolSchemas>);
  for (const [tool, { inputSchema, outputSchema }] of tools)
    for (const { properties } of [inputSchema, outputSchema])
      for (const [name, { type, description = "" }] of Object.entries(properties)) {
        const isNumber = type === "integer" && name !== "seen_nonmatching";
        expect(description, `${tool}.${name}`).toMatch(isNumber ? /milliseconds|seconds|1 to 50/i : /\w/);
      }
});

interface ToolSchemas {
  inputSchema: { properties: Record<string, { type?: string; description?: string }> };
  outputSchema: ToolSchemas["inputSchema"];
}

test("every description says what to do in less than 2 KB", async () => {
  await using bridge = new BridgeProcess();
  await bridge.initialize();
  const { result = {} } = await bridge.request("tools/list");
  for (const tool of result["tools"] as { description: string }[]) {
    expect(Buffer.byteLength(tool.description)).toBeLessThan(2048);
    expect(tool.description).toMatch(/^(Get|Wait|Extract|List|Release) /);
  }
});

test("an unknown tool is refused by name, with the names there are", async () => {
  await using bridge = new BridgeProcess();
  await bridge.initialize();
  const { error } = await bridge.request("tools/call", { name: "send_sms", arguments: {} });
  expect(error).toMatchObject({ code: -32602 });
  expect(error?.message).toMatch(/"send_sms".*wait_for_sms/);
  expect(error?.message).not.toContain("Corrected call");
});

test.each([
  ["getPhoneNumber", "get_phone_number"],
  ["lease_number", "get_phone_number"],
  ["mcp__agentpass-sms__wait_for_sms", "wait_for_sms"],
  ["wait_fr_sms", "wait_for_sms"],
  ["receive_sms", "wait_for_sms"],
  ["get_verification_code", "wait_for_sms"],
  ["parse_code", "extract_otp_from_sms"],
  ["read_messages", "list_sms"],
  ["release_number", "release_phone_number"],
])("the tool %s is answered with a call of %s", async (name, meant) => {
  await using bridge = new BridgeProcess();
  await bridge.initialize();
  const given = { phone_number: "+15551234567" };
  const { error } = await bridge.request("tools/call", { name, arguments: given });
  const text = error?.message ?? "";
  expect(correctedCall({ content: [{ type: "text", text }] })).toEqual({ name: meant, arguments: given });
});
