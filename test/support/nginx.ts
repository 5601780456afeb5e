import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";
import { systemPath } from "./system-path.ts";

const shipped = fileURLToPath(new URL("../../server/proxy/nginx.conf", import.meta.url));

/** Debian's nginx with the configuration that we ship, before two nodes on this machine. */
export class Nginx implements AsyncDisposable {
  readonly port: number;
  readonly #folder = mkdtempSync(path.join(tmpdir(), "agentpass-nginx-"));
  readonly #child: ChildProcess;

  private constructor(port: number, nodes: readonly [number, number]) {
    this.port = port;
    const configuration = path.join(this.#folder, "nginx.conf");
    writeFileSync(configuration, addressed(readFileSync(shipped, "utf8"), port, nodes));
    // A file, since /dev/stdout cannot be opened anew where it is a socket, as Node's pipes are.
    const output = openSync(this.#output, "a");
    this.#child = spawn("nginx", ["-e", "stderr", "-p", this.#folder, "-c", configuration], {
      stdio: ["ignore", output, output],
      env: systemPath,
    });
    closeSync(output);
  }

  /** `nodes`: their ports, whether somebody listens there or not. */
  static async before(nodes: readonly [number, number], port?: number): Promise<Nginx> {
    const nginx = new Nginx(port ?? (await freePort()), nodes);
    await once(nginx.#child, "spawn");
    while (!(await nginx.#answers())) {
      if (nginx.#child.exitCode !== null) throw new Error(`nginx ended: ${nginx.output}`);
      await delay(10);
    }
    return nginx;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** All that it logged. */
  get output(): string {
    return readFileSync(this.#output, "utf8");
  }

  get #output(): string {
    return path.join(this.#folder, "output");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null) {
      const ended = once(this.#child, "exit");
      this.#child.kill("SIGTERM");
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #answers(): Promise<boolean> {
    const socket = connect(this.port, "127.0.0.1");
    const opened = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    return opened;
  }
}

/** The same with addresses of this machine's own; nothing else is changed. */
function addressed(text: string, port: number, [one, other]: readonly [number, number]): string {
  const replacements = [
    ["listen 8080;", `listen 127.0.0.1:${port};`],
    ["server server:3846 ", `server 127.0.0.1:${one} `],
    ["server server-2:3846 ", `server 127.0.0.1:${other} `],
  ] as const;
  return replacements.reduce((before, [from, to]) => {
    if (before.split(from).length !== 2) throw new Error(`${shipped} should have "${from}" once`);
    return before.replace(from, to);
  }, text);
}
