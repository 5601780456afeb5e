import { numberMode } from "@agentpass/shared/agent-api";
import { pairedDevice } from "@agentpass/shared/device-api";
import { Secret } from "@agentpass/shared/secret";
import { z } from "zod";
import { Observable } from "../observable.ts";
import type { SecretsFile } from "../secrets/secrets-file.ts";

const NAME = "account";

const storedAccount = pairedDevice.extend({
  /** Base URL, without a slash at the end. */
  server: z.string(),
  mode: numberMode,
  /** The mock server of this user's own data folder, wherever it listens. */
  isLocal: z.boolean().default(false),
});
export type NewAccount = z.output<typeof storedAccount>;

/** Who this computer is signed in as, and where. */
export interface SignedInAccount extends Omit<NewAccount, "key"> {
  /** Names the same account over restarts and new addresses. */
  id: string;
  key: Secret;
}

/** The account of this computer. */
export class Account {
  readonly current: Observable<SignedInAccount | null>;
  readonly #secrets: SecretsFile;

  constructor(secrets: SecretsFile) {
    this.#secrets = secrets;
    this.current = new Observable(signedIn(loaded(secrets)));
  }

  /** Takes the place of an account that was there. */
  async signIn(account: NewAccount): Promise<void> {
    this.current.set(signedIn(account));
    await this.#save(account);
  }

  /** The same account is called something else now, or found elsewhere. */
  async change(changes: Partial<Omit<NewAccount, "key" | "keyId" | "deviceId" | "memberId">>): Promise<void> {
    const now = this.current.value;
    if (now === null) return;
    const changed = Object.entries(changes).some(([name, value]) => Reflect.get(now, name) !== value);
    if (!changed) return;
    const { id: _, key, ...account } = { ...now, ...changes };
    this.current.set({ ...now, ...changes });
    await this.#save({ ...account, key: key.reveal() });
  }

  /** Forgets the account here. */
  async forget(): Promise<void> {
    this.current.set(null);
    await this.#save(null);
  }

  /** A secrets file that could not be written has its notice; the account holds until the app ends. */
  async #save(account: NewAccount | null): Promise<void> {
    await this.#secrets.save(NAME, account).catch(() => {});
  }
}

function loaded(secrets: SecretsFile): NewAccount | null {
  try {
    return secrets.load(NAME, storedAccount);
  } catch {
    // Of a version that kept it in another shape.
    return null;
  }
}

function signedIn(account: NewAccount | null): SignedInAccount | null {
  if (account === null) return null;
  return { ...account, id: account.memberId, key: new Secret(account.key) };
}
