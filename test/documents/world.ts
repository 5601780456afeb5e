import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AppRouter } from "@agentpass/shared/api";
import { OWNER_KEY_FILE } from "@agentpass/shared/local-files";
import type { TRPCClient } from "@trpc/client";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { parse } from "yaml";
import { z } from "zod";
import { apiClient } from "../support/api-client.ts";
import type { RunningServer } from "../support/running-server.ts";
import type { TwilioEmulator } from "../support/twilio-emulator.ts";

export interface WorldParts {
  port: number;
  settings?: Record<string, string>;
  server?: RunningServer | null;
  twilio?: TwilioEmulator | null;
}

/** A computer with the checkout, a home of its own, and perhaps a server that runs. */
export class World implements AsyncDisposable {
  readonly home: string;
  readonly port: number;
  /** The checkout. */
  cwd = repositoryRoot;
  /** What stands in its `.env`. */
  readonly #settings: Record<string, string>;
  readonly #server: RunningServer | null;
  readonly #twilio: TwilioEmulator | null;
  readonly #parts = new AsyncDisposableStack();

  constructor({ port, settings = {}, server = null, twilio = null }: WorldParts) {
    this.home = mkdtempSync(path.join(tmpdir(), "agentpass-home-"));
    // Root's database runs as another user, who must be able to pass through.
    chmodSync(this.home, 0o711);
    this.port = port;
    this.#settings = settings;
    this.#server = server;
    this.#twilio = twilio;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get dataFolder(): string {
    return this.#server?.dataFolder ?? path.join(this.home, "data");
  }

  get server(): RunningServer {
    if (!this.#server) throw new Error("no server runs in this world");
    return this.#server;
  }

  get inTwilioMode(): boolean {
    return this.#twilio !== null;
  }

  get twilioAccount(): TwilioEmulator {
    if (!this.#twilio) throw new Error("there is no Twilio account in this world");
    return this.#twilio;
  }

  /** The API as the holder of this key sees it; by default the owner. */
  api(key = readFileSync(path.join(this.dataFolder, OWNER_KEY_FILE), "utf8").trim()): TRPCClient<AppRouter> {
    return apiClient(this.url, key);
  }

  /** What the commands' shell has in its environment. */
  get env(): Record<string, string> {
    const { PATH = "", HOME = "" } = process.env;
    return {
      PATH,
      HOME: this.home,
      TMPDIR: this.folder("tmp"),
      LANG: "C.UTF-8",
      TERM: "xterm",
      NO_COLOR: "1",
      ...network(),
      npm_config_userconfig: path.join(HOME, ".npmrc"),
      npm_config_cache: path.join(HOME, ".npm"),
      pnpm_config_store_dir: packageStore(),
      npm_config_update_notifier: "false",
      // The developer's own settings are no part of it.
      AGENTPASS_ENV_FILE: "/dev/null",
      AGENTPASS_DATA_DIR: this.dataFolder,
      PORT: String(this.port),
      ...this.#settings,
    };
  }

  /** A folder of this computer, made where it is not there. */
  folder(name: string): string {
    const folder = path.join(this.home, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Something that goes with this world. */
  with<Part extends Disposable | AsyncDisposable>(part: Part): Part {
    return this.#parts.use(part);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.disposeAsync();
    await this.#server?.[Symbol.asyncDispose]();
    await this.#twilio?.close();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** How this machine reaches npm's registry. */
function network(): Record<string, string> {
  const names = /^(NODE_EXTRA_CA_CERTS|NODE_USE_SYSTEM_CA|SSL_CERT_(FILE|DIR)|(https?|no)_proxy)$/i;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value = ""]) => (names.test(name) ? [[name, value]] : [])),
  );
}

/** Where the checkout's packages came from, so that a copy of it need not fetch them. */
function packageStore(): string {
  const modules = readFileSync(path.join(repositoryRoot, "node_modules/.modules.yaml"), "utf8");
  const { storeDir } = z.object({ storeDir: z.string() }).parse(parse(modules));
  return path.dirname(storeDir);
}
