import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import type { RequestOptions } from "@modelcontextprotocol/sdk/shared/protocol.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { bridgeFile, type ToolAnswer } from "./bridge-process.ts";

/** An agent as it is in life: the stock MCP client, which spawned our bridge. */
export class AgentClient implements AsyncDisposable {
  readonly #client: Client;
  readonly #transport: StdioClientTransport;
  phoneNumber = "";
  /** All that the bridge wrote on stderr. */
  stderr = "";

  private constructor(client: Client, transport: StdioClientTransport) {
    this.#client = client;
    this.#transport = transport;
  }

  static async connect(env: Record<string, string>, name = "a-test"): Promise<AgentClient> {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [bridgeFile],
      env,
      cwd: "/",
      stderr: "pipe",
    });
    const client = new Client({ name, version: "1" });
    const agent = new AgentClient(client, transport);
    transport.stderr?.on("data", (part: Buffer) => (agent.stderr += part.toString()));
    await client.connect(transport);
    return agent;
  }

  /** The bridge's process; null once it has ended. */
  get pid(): number | null {
    return this.#transport.pid;
  }

  /** `limits`: the client's own, e.g. its `timeout` in milliseconds. */
  async call(name: string, args: object = {}, limits: RequestOptions = {}): Promise<ToolAnswer> {
    const answer = await this.#client.callTool({ name, arguments: { ...args } }, undefined, limits);
    return answer as unknown as ToolAnswer;
  }

  /** What the server told a model about itself. */
  get instructions(): string {
    return this.#client.getInstructions() ?? "";
  }

  async listTools(): Promise<unknown> {
    return this.#client.listTools();
  }

  /** Leases a number and keeps it as the one to wait on. */
  async lease(passport_id?: string): Promise<string> {
    const answer = await this.call("get_phone_number", passport_id === undefined ? {} : { passport_id });
    if (answer.isError) throw new Error(answer.content[0]?.text);
    this.phoneNumber = String(answer.structuredContent?.["phone_number"]);
    return this.phoneNumber;
  }

  async wait(args: object = {}, limits: RequestOptions = {}): Promise<ToolAnswer> {
    return this.call("wait_for_sms", { phone_number: this.phoneNumber, timeout: 40_000, ...args }, limits);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.close();
  }
}

/** The code of an answer, or what it is instead. */
export function codeOf({ isError, content, structuredContent = {} }: ToolAnswer): string {
  if (isError) return `error: ${content[0]?.text}`;
  const otp = structuredContent["otp"] as { code?: string } | null | undefined;
  return otp?.code ?? `no code: ${String(structuredContent["status"])}`;
}
