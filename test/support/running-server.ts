import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import twilio from "twilio";

const mainFile = fileURLToPath(new URL("../../server/src/main.ts", import.meta.url));

/** The real server in mock mode, as a process with a data folder and a port of its own. */
export class RunningServer implements AsyncDisposable {
  readonly dataFolder = mkdtempSync(join(tmpdir(), "agentpass-server-"));
  port = 0;
  output = "";
  #child: ChildProcess | null = null;
  #credentials: { accountSid: string; authToken: string } | null = null;

  static async start(): Promise<RunningServer> {
    const server = new RunningServer();
    // Under root the database runs as another user, which must be able to walk in.
    chmodSync(server.dataFolder, 0o711);
    server.port = await freePort();
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What a client on this machine needs in its environment to find this server, and nothing more. */
  get environment(): Record<string, string> {
    return {
      PATH: "/usr/bin:/bin",
      HOME: "/nonexistent",
      AGENTPASS_ENV_FILE: "/dev/null",
      AGENTPASS_DATA_DIR: this.dataFolder,
    };
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [mainFile], {
      cwd: "/",
      env: { ...this.environment, PORT: String(this.port) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    child.stderr.on("data", (chunk: Buffer) => (this.output += chunk.toString()));
    const lines = createInterface(child.stdout);
    const ready = new Promise<void>((resolve, reject) => {
      lines.on("line", (line) => {
        this.output += `${line}\n`;
        if (line.startsWith("Listening on")) resolve();
      });
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${this.output}`)));
    });
    await ready;
  }

  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  }

  /** Stops the process where it is, its sockets staying open, or lets it go on. */
  freeze(): void {
    this.#child?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#child?.kill("SIGCONT");
  }

  /** Sends an SMS to the webhook as Twilio would. Gives the HTTP status. */
  async sms(to: string, body: string, from = "+12025550123"): Promise<number> {
    return this.prepareSms(to, body, from).send();
  }

  /** The same with the signature made beforehand; sent twice, it is a repeat. */
  prepareSms(to: string, body: string, from = "+12025550123"): { id: string; send: () => Promise<number> } {
    this.#credentials ??= JSON.parse(
      readFileSync(join(this.dataFolder, "mock-credentials.json"), "utf8"),
    ) as {
      accountSid: string;
      authToken: string;
    };
    const { accountSid, authToken } = this.#credentials;
    const url = `${this.url}/webhook/sms-received`;
    const id = `SM${randomBytes(16).toString("hex")}`;
    const fields = {
      MessageSid: id,
      AccountSid: accountSid,
      From: from,
      To: to,
      Body: body,
      NumMedia: "0",
      NumSegments: "1",
      ApiVersion: "2010-04-01",
    };
    const headers = { "X-Twilio-Signature": twilio.getExpectedTwilioSignature(authToken, url, fields) };
    const send = async (): Promise<number> => {
      const response = await fetch(url, { method: "POST", headers, body: new URLSearchParams(fields) });
      await response.text();
      return response.status;
    };
    return { id, send };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // A killed server leaves its database running: only an orderly end stops it.
    if (!this.#child) await this.start();
    await this.stop();
    rmSync(this.dataFolder, { recursive: true, force: true });
  }
}

/** A code of six digits, another one every time. */
export function randomCode(): string {
  return String(randomInt(100_000, 1_000_000));
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
