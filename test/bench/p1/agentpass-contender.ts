import { setTimeout as pause } from "node:timers/promises";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { fileURLToPath } from "node:url";
import { RunningServer } from "../../support/running-server.ts";
import { SETTLE_MS, type Contender } from "./contender.ts";

const bridge = fileURLToPath(new URL("../../../desktop/bin/agentpass-mcp.js", import.meta.url));

/** The product: server, bridge and an MCP client, each a process of its own but the client, which is this one. */
export async function startAgentPass(): Promise<Contender> {
  const server = await RunningServer.start();
  const client = new Client({ name: "bench", version: "1" });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [bridge], env: server.environment }),
  );
  const number = await client.callTool({ name: "get_phone_number", arguments: {} });
  const phoneNumber = (number.structuredContent as { phone_number: string }).phone_number;
  return {
    name: "AgentPass, webhook to agent",
    every: 1,
    async deliver(code) {
      const answer = client.callTool({
        name: "wait_for_sms",
        arguments: { phone_number: phoneNumber, timeout: 20_000 },
      });
      await pause(SETTLE_MS);
      const request = server.prepareSms(phoneNumber, `Your code is ${code}`);
      const start = performance.now();
      const [result] = await Promise.all([
        answer.then((value) => ({ value, at: performance.now() })),
        request.send(),
      ]);
      const { otp } = result.value.structuredContent as { otp: { code: string } | null };
      return { ms: result.at - start, code: otp?.code ?? "none" };
    },
    async [Symbol.asyncDispose]() {
      await client.close();
      await server[Symbol.asyncDispose]();
    },
  };
}
