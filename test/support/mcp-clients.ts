import { Client as Client2 } from "@modelcontextprotocol/client";
import { StdioClientTransport as StdioTransport2 } from "@modelcontextprotocol/client/stdio";
import { Client as Client1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as StdioTransport1 } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { ToolAnswer } from "./bridge-process.ts";

/** The official SDK's clients: the first generation, the second, and that one in the stateless era of the protocol. */
export const clientKinds = ["v1", "2.x", "2.x stateless"] as const;

export type ClientKind = (typeof clientKinds)[number];

/** How a client starts its server. */
export interface ClientCommand {
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd: string;
}

export interface CallOptions {
  onprogress?: (progress: { progress: number; message?: string | undefined }) => void;
  signal?: AbortSignal;
  /** Milliseconds after which the client gives the call up; by default 60,000. */
  timeout?: number;
  resetTimeoutOnProgress?: boolean;
}

/** What the generations have in common. */
export interface McpClient {
  /** The process that it spawned; null once that has ended. */
  readonly pid: number | null;
  listTools(): Promise<{ tools: { name: string }[] }>;
  /** What the server told a model about itself. */
  getInstructions(): string | undefined;
  /** Rejects where the protocol fails, and where the answer does not fit the schema that the tool was listed with. */
  callTool(
    call: { name: string; arguments: Record<string, unknown> },
    options?: CallOptions,
  ): Promise<ToolAnswer>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** What the client calls itself. */
  name?: string;
  onStderr?: (text: string) => void;
}

/** Spawns the command, as a program that is built on this SDK does. */
export async function connectClient(
  kind: ClientKind,
  command: ClientCommand,
  { name = "a-test", onStderr }: ConnectOptions = {},
): Promise<McpClient> {
  const implementation = { name, version: "1" };
  const order = { ...command, stderr: "pipe" } as const;
  if (kind === "v1") {
    const transport = new StdioTransport1(order);
    transport.stderr?.on("data", (part: Buffer) => onStderr?.(part.toString()));
    const client = new Client1(implementation);
    await client.connect(transport);
    return {
      get pid() {
        return transport.pid;
      },
      listTools: () => client.listTools(),
      getInstructions: () => client.getInstructions(),
      callTool: async (call, options) => (await client.callTool(call, undefined, options)) as ToolAnswer,
      close: () => client.close(),
    };
  }
  const transport = new StdioTransport2(order);
  transport.stderr?.on("data", (part: Buffer) => onStderr?.(part.toString()));
  const mode = kind === "2.x" ? "legacy" : "auto";
  const client = new Client2(implementation, { versionNegotiation: { mode } });
  await client.connect(transport);
  const revision = client.getNegotiatedProtocolVersion();
  if (kind === "2.x stateless" && revision !== "2026-07-28") throw new Error(`not stateless but ${revision}`);
  return {
    get pid() {
      return transport.pid;
    },
    listTools: () => client.listTools(),
    getInstructions: () => client.getInstructions(),
    callTool: async (call, options) => (await client.callTool(call, options)) as ToolAnswer,
    close: () => client.close(),
  };
}
