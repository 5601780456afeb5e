import {
  getMcpConfigForManifest,
  unpackExtension,
  validateManifest,
  type McpbManifestAny,
} from "@anthropic-ai/mcpb";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { buildMcpbBundle } from "../../desktop/scripts/bridge/mcpb-bundle.ts";
import { EmulatedAgentServer } from "../support/emulated-agent-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Packs the bundle and unpacks it elsewhere, as Claude Desktop does when a person opens it. */
async function opened() {
  const folder = temporaryFolder();
  const bundle = join(folder, "agentpass-sms.mcpb");
  await buildMcpbBundle(inject("bridgeBuilds").npmPackage, bundle);
  const unpacked = join(folder, "unpacked");
  expect(await unpackExtension({ mcpbPath: bundle, outputDir: unpacked, silent: true })).toBe(true);
  const manifest = JSON.parse(readFileSync(join(unpacked, "manifest.json"), "utf8")) as McpbManifestAny;
  return { bundle, unpacked, manifest };
}

/** Starts the bundle's command, with what a person filled in, by the client that most programs have. */
async function connect(
  { unpacked, manifest }: Awaited<ReturnType<typeof opened>>,
  userConfig: Record<string, string> = {},
): Promise<Client> {
  const config = await getMcpConfigForManifest({
    manifest,
    extensionPath: unpacked,
    systemDirs: {},
    userConfig,
    pathSeparator: "/",
  });
  const { command = "", args = [], env = {} } = config ?? {};
  expect(Object.values(env).join()).not.toContain("${");
  const client = new Client({ name: "claude-ai", version: "1" });
  const own = { PATH: dirname(process.execPath), AGENTPASS_DATA_DIR: "/nonexistent" };
  await client.connect(new StdioClientTransport({ command, args, env: { ...own, ...env }, cwd: "/" }));
  onTestFinished(() => client.close());
  return client;
}

test("it is one small file with a valid manifest and an icon, and runs where it was unpacked", async () => {
  const it = await opened();
  expect(validateManifest(join(it.unpacked, "manifest.json"))).toBe(true);
  expect(statSync(it.bundle).size).toBeLessThan(1_000_000);
  expect(
    readFileSync(join(it.unpacked, it.manifest.icon ?? ""))
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
  const client = await connect(it);
  expect(client.getServerVersion()).toMatchObject({ name: it.manifest.name, version: it.manifest.version });
  const { tools } = await client.listTools();
  expect(it.manifest.tools?.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
  expect((await client.listPrompts()).prompts.length > 0).toBe(it.manifest.prompts_generated);
});

test("what a person leaves empty counts as missing: without app and server it says what to start", async () => {
  const client = await connect(await opened());
  const answer = await client.callTool({ name: "get_phone_number", arguments: {} });
  expect(answer).toMatchObject({
    isError: true,
    content: [{ text: expect.stringContaining("Open AgentPass and sign in") }],
  });
});

test("with server and key filled in it works there, and the key is kept as a secret", async () => {
  await using server = await EmulatedAgentServer.start();
  const it = await opened();
  expect(it.manifest.user_config?.["key"]).toMatchObject({ sensitive: true, required: false });
  const client = await connect(it, { server: server.url, key: "ap_agent_test" });
  const answer = await client.callTool({ name: "get_phone_number", arguments: {} });
  expect(answer.structuredContent).toMatchObject({ phone_number: "+15551234567" });
});
