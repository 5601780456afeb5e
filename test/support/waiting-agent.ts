import { vi } from "vitest";
import { AgentClient } from "./agent-client.ts";
import type { History } from "./history.ts";
import type { RunningServer } from "./running-server.ts";

export interface WaitingAgentOptions {
  server: Pick<RunningServer, "environment">;
  /** Its passport's id. */
  name: string;
  env?: Record<string, string>;
}

/** An agent that waits for one SMS after the other, and starts its bridge again when that is killed. */
export class WaitingAgent implements AsyncDisposable {
  readonly name: string;
  phoneNumber = "";
  /** What its client was shown instead of a result. */
  readonly errors: string[] = [];
  readonly #env: Record<string, string>;
  #client: AgentClient | null = null;
  #history: History | null = null;
  #ending = false;
  #loop: Promise<void> = Promise.resolve();

  private constructor({ server, name, env = {} }: WaitingAgentOptions) {
    this.name = name;
    this.#env = { ...server.environment, ...env };
  }

  /** Leases a number; it begins to wait with `record`. */
  static async start(options: WaitingAgentOptions): Promise<WaitingAgent> {
    const agent = new WaitingAgent(options);
    await agent.#connect();
    return agent;
  }

  /** Waits from now on, and writes down what it gets. */
  record(history: History): void {
    this.#history = history;
    this.#loop = this.#run(history);
  }

  get bridgePid(): number | null {
    return this.#client?.pid ?? null;
  }

  /** Resolves when nothing that was acknowledged is missing; fails with what is. */
  async gotEverything(timeout = 45_000): Promise<void> {
    await vi.waitFor(
      () => {
        const missing = this.#history?.missing() ?? ["the history"];
        if (missing.length > 0) throw new Error(`missing: ${missing.join(", ")}; ${this.errors.join("; ")}`);
      },
      { timeout, interval: 50 },
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending = true;
    await this.#client?.[Symbol.asyncDispose]();
    await this.#loop;
  }

  async #connect(): Promise<void> {
    this.#client = await AgentClient.connect(this.#env);
    this.phoneNumber = await this.#client.lease(this.name);
  }

  async #run(history: History): Promise<void> {
    while (!this.#ending) {
      try {
        if (this.#client === null) await this.#connect();
        await this.#waitOnce(history);
      } catch (error) {
        // The bridge was killed, or there is no server to lease from now.
        if (!this.#ending) this.errors.push(String(error));
        await this.#client?.[Symbol.asyncDispose]();
        this.#client = null;
      }
    }
  }

  async #waitOnce(history: History): Promise<void> {
    const answer = await this.#client?.wait();
    if (answer?.isError) this.errors.push(answer.content[0]?.text ?? "");
    const got = answer?.structuredContent ?? {};
    if (got["status"] !== "received") return;
    history.received({
      consumer: this.name,
      id: String(got["id"]),
      to: String(got["to"]),
      code: String((got["otp"] as { code?: string } | null)?.code),
      redelivered: got["redelivered"] === true,
    });
  }
}
