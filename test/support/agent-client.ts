import { bridgeFile, type ToolAnswer } from "./bridge-process.ts";
import {
  clientKinds,
  connectClient,
  type CallOptions,
  type ClientKind,
  type McpClient,
} from "./mcp-clients.ts";

/** Which generation stands for all MCP clients; `pnpm test:clients` takes each in turn. */
const usualKind = clientKinds.find((kind) => kind === process.env["AGENTPASS_TEST_CLIENT"]) ?? "v1";

/** An agent as it is in life: a stock MCP client, which spawned our bridge. */
export class AgentClient implements AsyncDisposable {
  readonly #client: McpClient;
  readonly #stderr: string[];
  phoneNumber = "";

  private constructor(client: McpClient, stderr: string[]) {
    this.#client = client;
    this.#stderr = stderr;
  }

  static async connect(
    env: Record<string, string>,
    name = "a-test",
    kind: ClientKind = usualKind,
  ): Promise<AgentClient> {
    const stderr: string[] = [];
    const command = { command: process.execPath, args: [bridgeFile], env, cwd: "/" };
    const client = await connectClient(kind, command, { name, onStderr: (text) => stderr.push(text) });
    // As programs do; from then on the client checks each answer against its tool's schema.
    await client.listTools();
    return new AgentClient(client, stderr);
  }

  /** All that the bridge wrote on stderr. */
  get stderr(): string {
    return this.#stderr.join("");
  }

  /** The bridge's process; null once it has ended. */
  get pid(): number | null {
    return this.#client.pid;
  }

  async call(name: string, args: object = {}, options?: CallOptions): Promise<ToolAnswer> {
    return this.#client.callTool({ name, arguments: { ...args } }, options);
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

  async wait(args: object = {}, options?: CallOptions): Promise<ToolAnswer> {
    const given = { phone_number: this.phoneNumber, timeout: 40_000, ...args };
    return this.call("wait_for_sms", given, options);
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
