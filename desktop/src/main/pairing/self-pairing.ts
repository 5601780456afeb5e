import { pairedDevice } from "@agentpass/shared/device-api";
import { ProblemError } from "@agentpass/shared/problem";
import type { NewAccount } from "../account/account.ts";
import { contactServer, outdated } from "../server-contact/contact-server.ts";
import { serverClient } from "../server-contact/server-client.ts";
import { startPairing, type ThisDevice } from "./let-in.ts";
import { localMockServer, ownerKey } from "./local-server.ts";

const LOOK_EVERY_MS = 2_000;

export interface SelfPairingOptions {
  dataFolder: string;
  device: ThisDevice;
  /** Whether nobody is signed in, wants to be elsewhere, or wanted out. */
  isWanted: () => boolean;
  signIn: (account: NewAccount) => Promise<void>;
  /** Hears why it did not work, once for each reason. */
  onFailed: (reason: string) => void;
}

/**
 * Signs this user's app in at this user's own mock server, without any setup: what proves that it may is the owner's key
 * in a file that nobody else can read, never the loopback address. Looks again every 2 s, since the server may be started later.
 */
export class SelfPairing {
  readonly #options: SelfPairingOptions;
  #timer: NodeJS.Timeout | null = null;
  #lastReason = "";
  #stopped = false;

  constructor(options: SelfPairingOptions) {
    this.#options = options;
  }

  /** Resolves after the first look. */
  async start(): Promise<void> {
    await this.#look();
    if (!this.#stopped) this.#timer = setTimeout(() => void this.start(), LOOK_EVERY_MS);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const { isWanted, signIn, onFailed } = this.#options;
    if (!isWanted()) return;
    try {
      const account = await this.#pair();
      if (account !== null && isWanted()) await signIn(account);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== this.#lastReason) onFailed(reason);
      this.#lastReason = reason;
    }
  }

  async #pair(): Promise<NewAccount | null> {
    const { dataFolder, device } = this.#options;
    const server = await localMockServer(dataFolder);
    const key = server === null ? null : await ownerKey(dataFolder);
    if (server === null || key === null) return null;
    const hello = await contactServer(server);
    const misfit = outdated(hello.version);
    if (misfit !== null) throw new ProblemError(misfit.problem);
    if (hello.mode !== "mock") return null;
    const { deviceCode, userCode } = await startPairing(server, device);
    await serverClient({ server, key }).pairing.approve.mutate({ userCode });
    const polled = await serverClient({ server, key: null }).pairing.poll.mutate({ deviceCode });
    if (polled.status !== "approved") throw new Error(`The server said ${polled.status}.`);
    return { ...pairedDevice.parse(polled), server, mode: "mock", isLocal: true };
  }
}
