import {
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type CallToolResult,
  type ServerContext,
} from "@modelcontextprotocol/server";
import packageFile from "../../package.json" with { type: "json" };
import type { Bridge } from "./bridge.ts";
import { callCapMs } from "./client-limits.ts";
import { instructions } from "./instructions.ts";
import { clientName } from "./client-name.ts";
import { handlePrompts } from "./prompts/handle-prompts.ts";
import { handleResources, type ProtocolEra } from "./resources/handle-resources.ts";
import { isToolName, toolDefinitions } from "./tool-definitions.ts";

/**
 * The MCP server of one connection, of either protocol era. Everything but a tool's call is answered from static
 * data; the code that runs tools loads with the first call.
 */
export function createBridgeServer(bridge: Bridge, era: ProtocolEra = "legacy"): Server {
  const capabilities = {
    tools: {},
    resources: { subscribe: true, listChanged: true },
    prompts: {},
    completions: {},
  };
  const server = new Server(
    { name: "agentpass-sms", title: "AgentPass SMS", version: packageFile.version },
    { capabilities, instructions },
  );
  server.setRequestHandler("tools/list", () => ({ tools: toolDefinitions }));
  server.setRequestHandler("tools/call", async ({ params }, context): Promise<CallToolResult> => {
    const { id, signal } = context.mcpReq;
    const arrivedAt = bridge.arrivalOf(id);
    if (!isToolName(params.name)) {
      const { unknownTool } = await import("./unknown-tool.ts");
      const text = unknownTool(params.name, params.arguments ?? {});
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, text);
    }
    const { runTool } = await import("./run-tool.ts");
    const progress = progressOf(context);
    bridge.clientName = clientName(server, context);
    const result = await runTool(bridge, {
      tool: params.name,
      given: params.arguments ?? {},
      request: {
        id,
        arrivedAt,
        signal,
        capMs: callCapMs(bridge.clientName),
        ...(progress ? { progress } : {}),
      },
    });
    // Null: cancelled, and the protocol layer sends nothing.
    return result ?? { content: [] };
  });
  handleResources(server, bridge, era);
  handlePrompts(server, bridge);
  return server;
}

function progressOf({ mcpReq }: ServerContext): ((elapsedMs: number) => void) | null {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return null;
  return (elapsedMs) => {
    const seconds = Math.round(elapsedMs / 1000);
    mcpReq
      .notify({
        method: "notifications/progress",
        // Each must be more than the one before, so not rounded.
        params: {
          progressToken,
          progress: elapsedMs / 1000,
          message: `Waiting for the SMS, ${seconds} s so far.`,
        },
      })
      // The pipe is gone; its end is noticed elsewhere.
      .catch(() => {});
  };
}
