import { PassThrough } from "node:stream";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { JSONRPCMessageSchema } from "@modelcontextprotocol/sdk/types.js";
import { createInterface } from "node:readline";
import type { BridgeEnvironment } from "../../desktop/src/bridge/environment.ts";
import { openBridge } from "../../desktop/src/bridge/open-bridge.ts";
// What the bridge loads at its first call: a clock that is moved would not wait for it.
import "../../desktop/src/agent-api/server-backend.ts";
import "../../desktop/src/bridge/choose-backend.ts";
import "../../desktop/src/bridge/run-tool.ts";
import type { ToolAnswer } from "./bridge-process.ts";

/** The bridge and the stock client of the first generation in this process, for tests that move its clock. */
export class BridgeInProcess implements AsyncDisposable {
  readonly client: Client;
  /** What the bridge noted for people. */
  readonly notes: string[] = [];
  readonly #end: () => Promise<void>;
  readonly #transport: Transport;

  constructor(environment: BridgeEnvironment, clientName = "a-test") {
    const input = new PassThrough();
    const output = new PassThrough();
    const note = (text: string): void => void this.notes.push(text);
    this.#end = openBridge({ pipes: { input, output }, environment, note });
    this.client = new Client({ name: clientName, version: "1" });
    this.#transport = clientTransport(input, output);
  }

  async connect(): Promise<void> {
    await this.client.connect(this.#transport);
  }

  /** `timeout`: the client's own limit in milliseconds, where it is not the stock one. */
  async call(name: string, args: Record<string, unknown>, timeout?: number): Promise<ToolAnswer> {
    const limits = timeout === undefined ? {} : { timeout };
    return (await this.client.callTool(
      { name, arguments: args },
      undefined,
      limits,
    )) as unknown as ToolAnswer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end();
  }
}

/** JSON lines, as the client's own stdio transport writes and reads them. */
function clientTransport(input: PassThrough, output: PassThrough): Transport {
  const transport: Transport = {
    start: async () => {
      createInterface(output).on("line", (line) =>
        transport.onmessage?.(JSONRPCMessageSchema.parse(JSON.parse(line))),
      );
    },
    send: async (message) => void input.write(`${JSON.stringify(message)}\n`),
    close: async () => transport.onclose?.(),
  };
  return transport;
}
