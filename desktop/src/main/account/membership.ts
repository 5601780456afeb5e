import type { Problem } from "@agentpass/shared/problem";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { KeptFile } from "../files/kept-file.ts";
import type { Notices } from "../notices.ts";
import { explainFailure } from "../server-contact/explain-failure.ts";
import { serverClient } from "../server-contact/server-client.ts";
import type { Account, NewAccount, SignedInAccount } from "./account.ts";

const NOTICE = "left-device";

/** Coming into a team and leaving it. A device that leaves is taken out at its server too, so that its key is worth nothing. */
export class Membership {
  readonly #account: Account;
  readonly #notices: Notices;
  readonly #signedOut: KeptFile;

  constructor({ account, notices, appFolder }: { account: Account; notices: Notices; appFolder: string }) {
    this.#account = account;
    this.#notices = notices;
    this.#signedOut = new KeptFile(join(appFolder, "signed-out"));
  }

  /** Whether the last thing the person wanted was to be signed out: then the app does not sign itself in. */
  get wantedOut(): boolean {
    return existsSync(this.#signedOut.path);
  }

  async signIn(account: NewAccount): Promise<void> {
    const before = this.#account.current.value;
    await rm(this.#signedOut.path, { force: true }).catch(() => {});
    this.#notices.set(NOTICE, null);
    await this.#account.signIn(account);
    if (before !== null) await this.#takeOut(before);
  }

  /** The server being away keeps nobody signed in; then a notice says what an admin has to do. */
  async signOut(): Promise<void> {
    const before = this.#account.current.value;
    if (before === null) return;
    await this.#signedOut.write("").catch(() => {});
    await this.#account.forget();
    await this.#takeOut(before);
  }

  /** Takes this device out where the key ends with the app: nobody could ever use it again. */
  async leaveAtEnd(): Promise<void> {
    const { value: account } = this.#account.current;
    if (account !== null) await removeDevice(account);
  }

  async #takeOut(account: SignedInAccount): Promise<void> {
    const problem = await removeDevice(account);
    if (problem === null) return;
    this.#notices.set(
      NOTICE,
      `This computer left the team ${JSON.stringify(account.team)}, but its device ${JSON.stringify(account.deviceName)} could not be removed there: ${problem.message} An admin can remove it in the team view.`,
    );
  }
}

/** Null where the device is out, now or since before. */
async function removeDevice({ server, key, deviceId }: SignedInAccount): Promise<Problem | null> {
  try {
    await serverClient({ server, key }).device.remove.mutate({ device: deviceId });
    return null;
  } catch (error) {
    const problem = explainFailure(error, server);
    return problem.code === "not_signed_in" ? null : problem;
  }
}
