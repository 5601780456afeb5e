import { tmpdir } from "node:os";
import path from "node:path";
import { fail } from "@agentpass/shared/problem";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { getDefaultEnvironment, StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { RequestOptions } from "@modelcontextprotocol/sdk/shared/protocol.js";
import { z } from "zod";
import { repositoryRoot } from "../config/read-environment.ts";

const numberResult = z.object({ phone_number: z.string() });
const waitResult = z.object({
  status: z.string(),
  id: z.string().optional(),
  from: z.string().optional(),
  otp: z.object({ code: z.string(), service: z.string().optional() }).nullish(),
  message: z.string().optional(),
});
export type WaitResult = z.infer<typeof waitResult>;

/** An agent as the server meets it: an MCP client that spawned the stdio bridge. */
export interface DemoAgent {
  getNumber(passportId: string): Promise<string>;
  waitForSms(wait: { phoneNumber: string; timeoutMs: number }): DemoWait;
  /** Stops the bridge's process where it is, as a crashed or stuck agent would be. */
  freeze(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface DemoWait {
  /** Resolves when the bridge tells that the wait is open on the server, or has ended without that. */
  opened: Promise<unknown>;
  result: Promise<WaitResult>;
}

/** Spawns the bridge from a foreign folder with nothing but the data folder's place, like a client's configuration. */
export async function startDemoAgent(dataFolder: string): Promise<DemoAgent> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [path.join(repositoryRoot, "desktop/bin/agentpass-mcp.js")],
    env: { ...getDefaultEnvironment(), AGENTPASS_DATA_DIR: dataFolder },
    cwd: tmpdir(),
    stderr: "inherit",
  });
  const client = new Client({ name: "agentpass-demo", version: "1.0.0" });
  await client.connect(transport);
  const { pid } = transport;
  return {
    getNumber: async (passportId) => {
      const request = { name: "get_phone_number", arguments: { passport_id: passportId } };
      return (await call(client, { ...request, schema: numberResult })).phone_number;
    },
    waitForSms: ({ phoneNumber, timeoutMs }) => {
      const request = {
        name: "wait_for_sms",
        arguments: { phone_number: phoneNumber, timeout: timeoutMs },
        schema: waitResult,
      };
      const progress = Promise.withResolvers<void>();
      const result = call(client, request, { onprogress: () => progress.resolve() });
      return { opened: Promise.race([progress.promise, result]), result };
    },
    freeze: () => void (pid !== null && process.kill(pid, "SIGSTOP")),
    [Symbol.asyncDispose]: async () => {
      // A frozen process hears of no closed pipe and no SIGTERM, but of this.
      if (pid !== null) signal(pid, "SIGCONT");
      await client.close();
    },
  };
}

interface ToolCall {
  name: string;
  arguments: Record<string, unknown>;
}

async function call<Result>(
  client: Client,
  { schema, ...request }: ToolCall & { schema: z.ZodType<Result> },
  options: RequestOptions = {},
): Promise<Result> {
  const result = await client.callTool(request, undefined, options);
  if (result.isError) return fail("unavailable", `${request.name} failed: ${JSON.stringify(result.content)}`);
  return schema.parse(result.structuredContent);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
}
