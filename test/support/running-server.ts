import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import {
  MOCK_CREDENTIALS_FILE,
  mockCredentialsFile,
  OWNER_KEY_FILE,
  type MockCredentials,
} from "@agentpass/shared/local-files";
import twilio from "twilio";
import { freePort } from "./free-port.ts";

const mainFile = fileURLToPath(new URL("../../server/src/main.ts", import.meta.url));

/** Where nothing listens: a test in Twilio mode that names no emulator must not call Twilio. */
const NOBODY = "http://127.0.0.1:9";

export interface ServerOptions {
  /** Added to the least environment that the server starts with. */
  env?: Record<string, string>;
  /** Where it listens, for who has to know before it starts; else any free port. */
  port?: number;
  /** Who signs the webhooks, where it is not mock mode's own account. */
  sender?: { accountSid: string; authToken: string };
  /** By default a new one below the system's temporary folder. */
  dataFolder?: string;
}

export interface SignedSms {
  fields: Record<string, string>;
  headers: Record<string, string>;
}

/** The real server, by default in mock mode, as a process with a data folder and a port of its own. */
export class RunningServer implements AsyncDisposable {
  readonly dataFolder: string;
  port = 0;
  /** All that every start wrote on stdout and stderr. */
  output = "";
  /** Milliseconds from the last spawn until it said where it listens. */
  readyMs = 0;
  #child: ChildProcess | null = null;
  readonly #env: Record<string, string>;
  #sender: { accountSid: string; authToken: string } | null;

  constructor({ env = {}, sender, dataFolder }: ServerOptions = {}) {
    this.dataFolder = dataFolder ?? mkdtempSync(join(tmpdir(), "agentpass-server-"));
    this.#env = env;
    this.#sender = sender ?? null;
  }

  static async start(options: ServerOptions = {}): Promise<RunningServer> {
    const server = new RunningServer(options);
    // Under root the database runs as another user, which must be able to walk in.
    chmodSync(server.dataFolder, 0o711);
    server.port = options.port ?? (await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What Twilio calls and signs. */
  get publicUrl(): string {
    return this.#env["AGENTPASS_API_URL"] ?? this.url;
  }

  /** Whether the process is there, frozen or not. */
  get runs(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Bytes of memory that the process holds now. */
  get memoryBytes(): number {
    const [, pages = ""] = readFileSync(`/proc/${this.#child?.pid}/statm`, "utf8").split(" ");
    return Number(pages) * 4_096;
  }

  /** Of the process; 0 before the first start. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get hasOwnerKey(): boolean {
    return existsSync(join(this.dataFolder, OWNER_KEY_FILE));
  }

  get ownerKey(): string {
    return readFileSync(join(this.dataFolder, OWNER_KEY_FILE), "utf8").trim();
  }

  get mockCredentials(): MockCredentials {
    return mockCredentialsFile.parse(
      JSON.parse(readFileSync(join(this.dataFolder, MOCK_CREDENTIALS_FILE), "utf8")),
    );
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

  /** What a person types to start it. */
  get command(): string {
    return `"${process.execPath}" "${mainFile}"`;
  }

  /** From now on nobody reads what it writes. */
  closeOutput(): void {
    this.#child?.stdout?.destroy();
    this.#child?.stderr?.destroy();
  }

  async start(): Promise<void> {
    const started = performance.now();
    const child = spawn(process.execPath, [mainFile], {
      cwd: "/",
      env: { ...this.environment, PORT: String(this.port), TWILIO_API_BASE_URL: NOBODY, ...this.#env },
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
    this.readyMs = performance.now() - started;
  }

  /** Resolves when the process has ended. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    // A frozen process hears of nothing but SIGKILL.
    child.kill("SIGCONT");
    await ended;
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
    const id = `SM${randomBytes(16).toString("hex")}`;
    const signed = this.signed({ MessageSid: id, To: to, From: from, Body: body });
    return { id, send: () => this.post(signed) };
  }

  /** Posts to the webhook. Gives the HTTP status; rejects where the server is gone. */
  async post({ fields, headers }: SignedSms): Promise<number> {
    const url = `${this.url}/webhook/sms-received`;
    const response = await fetch(url, { method: "POST", headers, body: new URLSearchParams(fields) });
    await response.text();
    return response.status;
  }

  /** Twilio's parameters with these among them, and the header that signs them. */
  signed(changes: Record<string, string>): SignedSms {
    this.#sender ??= this.mockCredentials;
    const { accountSid, authToken } = this.#sender;
    const fields = {
      AccountSid: accountSid,
      NumMedia: "0",
      NumSegments: "1",
      ApiVersion: "2010-04-01",
      ...changes,
    };
    const signedUrl = `${this.publicUrl}/webhook/sms-received`;
    const signature = twilio.getExpectedTwilioSignature(authToken, signedUrl, fields);
    return { fields, headers: { "X-Twilio-Signature": signature } };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // A killed server leaves its database running: only an orderly end stops it.
    if (!this.runs) await this.start();
    await this.stop();
    rmSync(this.dataFolder, { recursive: true, force: true });
  }
}

/** A code of six digits, another one every time. */
export function randomCode(): string {
  return String(randomInt(100_000, 1_000_000));
}
