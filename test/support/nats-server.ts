import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import { systemPath } from "./system-path.ts";

/** One client's connection, as NATS's own monitoring has it. */
interface NatsClient {
  name: string;
  /** Messages that NATS gave it. */
  out_msgs: number;
  /** Messages that NATS took from it. */
  in_msgs: number;
  subscriptions_list?: string[];
}

/** Debian's nats-server on this machine only, with ports that it keeps over a restart. */
export class NatsServer implements AsyncDisposable {
  readonly port: number;
  readonly #monitoringPort: number;
  readonly #args: readonly string[];
  #child: ChildProcess | null = null;

  private constructor(ports: readonly [number, number], args: readonly string[]) {
    [this.port, this.#monitoringPort] = ports;
    this.#args = args;
  }

  /** Ports of its own, and no process yet. `args`: of nats-server, e.g. for users or TLS. */
  static async absent(args: readonly string[] = []): Promise<NatsServer> {
    return new NatsServer([await freePort(), await freePort()], args);
  }

  static async start(args: readonly string[] = []): Promise<NatsServer> {
    const server = await NatsServer.absent(args);
    await server.start();
    return server;
  }

  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  /** `args` may differ from those of the last start. */
  async start(args = this.#args): Promise<void> {
    const listening = [
      "--addr",
      "127.0.0.1",
      "--port",
      `${this.port}`,
      "--http_port",
      `${this.#monitoringPort}`,
    ];
    const child = spawn("nats-server", [...listening, ...args], {
      stdio: ["ignore", "ignore", "pipe"],
      env: systemPath,
    });
    this.#child = child;
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await once(child, "spawn");
    while (!(await this.#answers())) {
      if (child.exitCode !== null) throw new Error(`nats-server ended: ${said}`);
      await delay(10);
    }
  }

  /** Ends the process as a crash does. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  /** Everybody who is connected, in the order of coming, with what each hears. */
  async clients(): Promise<NatsClient[]> {
    const { connections } = await this.#monitoring<{ connections: NatsClient[] }>("connz?subs=1");
    return connections;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }

  async #answers(): Promise<boolean> {
    return this.#monitoring("healthz").then(
      () => true,
      () => false,
    );
  }

  async #monitoring<T>(page: string): Promise<T> {
    const response = await fetch(`http://127.0.0.1:${this.#monitoringPort}/${page}`);
    return (await response.json()) as T;
  }
}
