import { Client as Client2 } from "@modelcontextprotocol/client";
import { StdioClientTransport as StdioTransport2 } from "@modelcontextprotocol/client/stdio";
import { Client as Client1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as StdioTransport1 } from "@modelcontextprotocol/sdk/client/stdio.js";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bridgeFile } from "../support/bridge-process.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(strange, { recursive: true });
});

interface AnyClient {
  callTool(call: {
    name: string;
    arguments: Record<string, unknown>;
  }): Promise<{ structuredContent?: unknown; isError?: boolean | undefined }>;
  listTools(): Promise<{ tools: { name: string }[] }>;
  close(): Promise<void>;
}

interface Command {
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd: string;
}

async function client1(command: Command): Promise<AnyClient> {
  const client = new Client1({ name: "a-v1-client", version: "1" });
  await client.connect(new StdioTransport1({ ...command, stderr: "ignore" }));
  return client as AnyClient;
}

async function client2(command: Command): Promise<AnyClient> {
  const client = new Client2({ name: "a-v2-client", version: "1" });
  await client.connect(new StdioTransport2({ ...command, stderr: "ignore" }));
  return client;
}

async function client2Stateless(command: Command): Promise<AnyClient> {
  const client = new Client2({ name: "a-v2-client", version: "1" }, { versionNegotiation: { mode: "auto" } });
  await client.connect(new StdioTransport2({ ...command, stderr: "ignore" }));
  expect(client.getNegotiatedProtocolVersion()).toBe("2026-07-28");
  return client;
}

const strange = mkdtempSync(join(tmpdir(), "a strange folder "));
const places = [
  ["Node 24 in a strange folder", { command: process.execPath, cwd: strange }],
  ["the node on the PATH, from the root folder", { command: "/usr/bin/node", cwd: "/" }],
] as const;

for (const [client, connect] of [
  ["v1", client1],
  ["2.x", client2],
  ["2.x stateless", client2Stateless],
] as const) {
  test.each(places)(`the ${client} client gets its code with %s`, async (_name, place) => {
    const agent = await connect({ ...place, args: [bridgeFile], env: server.environment });
    try {
      expect((await agent.listTools()).tools).toHaveLength(5);
      // A v1 client throws at an error whose content does not fit the output schema.
      expect(await agent.callTool({ name: "wait_for_sms", arguments: { timeout: 30 } })).toMatchObject({
        isError: true,
      });
      const passport_id = `${client}-${place.cwd}`;
      const leased = await agent.callTool({ name: "get_phone_number", arguments: { passport_id } });
      const { phone_number } = leased.structuredContent as { phone_number: string };
      const code = randomCode();
      const waiting = agent.callTool({ name: "wait_for_sms", arguments: { phone_number, timeout: 20_000 } });
      expect(await server.sms(phone_number, `Your code is ${code}`)).toBe(200);
      expect((await waiting).structuredContent).toMatchObject({
        status: "received",
        to: phone_number,
        from: "+12025550123",
        otp: { code },
        simulated: true,
      });
      const listed = await agent.callTool({ name: "list_sms", arguments: { phone_number } });
      expect(listed.structuredContent).toMatchObject({ messages: [{ otp: { code } }] });
      const released = await agent.callTool({ name: "release_phone_number", arguments: { phone_number } });
      expect(released.structuredContent).toMatchObject({ phone_number, status: "released" });
    } finally {
      await agent.close();
    }
  });
}
