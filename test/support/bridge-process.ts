import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { cpuWaitMs } from "./stopwatch.ts";

export const bridgeFile = fileURLToPath(new URL("../../desktop/bin/agentpass-mcp.js", import.meta.url));

/** What a client is configured to start. */
export interface BridgeCommand {
  /** Where people have it from. */
  form: string;
  command: string;
  args: readonly string[];
}

export const checkoutBridge: BridgeCommand = {
  form: "the checkout",
  command: process.execPath,
  args: [bridgeFile],
};

export interface BridgeOptions {
  /** Added to the least environment that a client spawns with. */
  env?: Record<string, string>;
  cwd?: string;
  /** The checkout's own unless another is named. */
  command?: Omit<BridgeCommand, "form">;
}

export interface JsonMessage {
  id?: number | string | null;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { code: number; message: string };
}

/** The bridge as a process with bare pipes, so that a test sees every byte. */
export class BridgeProcess implements AsyncDisposable {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** Every line that came on stdout. */
  readonly lines: string[] = [];
  stderr = "";
  #nextId = 1;
  #heard: (() => void)[] = [];

  constructor({ env, cwd, command = checkoutBridge }: BridgeOptions = {}) {
    this.child = spawn(command.command, command.args, {
      cwd: cwd ?? "/",
      // A server that runs on this machine is nothing to a test.
      env: {
        PATH: "/usr/bin:/bin",
        AGENTPASS_ENV_FILE: "/dev/null",
        AGENTPASS_DATA_DIR: "/nonexistent",
        ...env,
      },
      stdio: ["pipe", "pipe", "pipe"],
    });
    createInterface(this.child.stdout).on("line", (line) => {
      this.lines.push(line);
      this.#wake();
    });
    this.child.stderr.on("data", (chunk: Buffer) => {
      this.stderr += chunk.toString();
      this.#wake();
    });
    this.child.stdin.on("error", () => {});
    this.child.on("exit", () => this.#wake());
  }

  get messages(): JsonMessage[] {
    return this.lines.map((line) => JSON.parse(line) as JsonMessage);
  }

  write(text: string): void {
    this.child.stdin.write(text);
  }

  send(message: object): void {
    this.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  }

  /** Sends a request without waiting for its answer. Gives its id. */
  ask(method: string, params: object = {}): number {
    const id = this.#nextId++;
    this.send({ id, method, params });
    return id;
  }

  async request(method: string, params: object = {}): Promise<JsonMessage> {
    return this.answerTo(this.ask(method, params));
  }

  async answerTo(id: number): Promise<JsonMessage> {
    return this.until(() => this.messages.find((message) => message.id === id) ?? null);
  }

  async initialize(clientName = "a-test"): Promise<JsonMessage> {
    const answer = await this.request("initialize", {
      protocolVersion: "2025-06-18",
      capabilities: {},
      clientInfo: { name: clientName, version: "1" },
    });
    this.send({ method: "notifications/initialized" });
    return answer;
  }

  callTool(name: string, args: object = {}, meta?: object): number {
    return this.ask("tools/call", { name, arguments: args, ...(meta ? { _meta: meta } : {}) });
  }

  async toolAnswer(id: number): Promise<ToolAnswer> {
    const { result, error } = await this.answerTo(id);
    if (!result) throw new Error(`no result but ${JSON.stringify(error)}`);
    return result as unknown as ToolAnswer;
  }

  /** Resolves with the first value that is not null, looked for whenever the process says or does something. */
  async until<T>(look: () => T | null, timeoutMs = 15_000): Promise<T> {
    const end = performance.now() + timeoutMs;
    for (;;) {
      const value = look();
      if (value !== null) return value;
      if (this.child.exitCode !== null)
        throw new Error(`the bridge ended with ${this.child.exitCode}: ${this.stderr}`);
      const left = end - performance.now();
      if (left <= 0)
        throw new Error(
          `nothing after ${timeoutMs} ms; stdout ${this.lines.join("\n")}; stderr ${this.stderr}`,
        );
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#heard.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Resolves with the exit code and the milliseconds from now until the exit, less those in which it got no CPU. */
  async ended(): Promise<{ code: number | null; afterMs: number }> {
    const { pid = 0 } = this.child;
    const start = performance.now();
    const waitedBefore = cpuWaitMs(pid);
    // The kernel forgets a process's times with the process.
    let waited = waitedBefore;
    const look = setInterval(() => (waited = Math.max(waited, cpuWaitMs(pid))), 10);
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, "exit");
    clearInterval(look);
    return { code: this.child.exitCode, afterMs: performance.now() - start - (waited - waitedBefore) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill("SIGKILL");
    await this.ended();
  }

  #wake(): void {
    for (const heard of this.#heard.splice(0)) heard();
  }
}

export interface ToolAnswer {
  isError?: boolean;
  content: { type: string; text: string }[];
  structuredContent?: Record<string, unknown>;
}

/** The corrected call that an error's text ends in. */
export function correctedCall({ content }: ToolAnswer): { name: string; arguments: Record<string, unknown> } {
  const text = content[0]?.text ?? "";
  const json = /\nCorrected call: (\{.*\})$/.exec(text)?.[1];
  if (json === undefined) throw new Error(`no corrected call in: ${text}`);
  return JSON.parse(json) as { name: string; arguments: Record<string, unknown> };
}
