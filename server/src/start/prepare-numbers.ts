import type { MockCredentials } from "@agentpass/shared/local-files";
import { Secret } from "@agentpass/shared/secret";
import { ensureNumbers } from "../actions/first-start.ts";
import type { Config } from "../config/config.ts";
import { countPool } from "../store/pool.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";
import type { WebhookAccount } from "../webhook/verify-signature.ts";
import { prepareMock } from "./first-contents.ts";

/** The pool of the mode, and who may sign webhooks. */
export async function prepareNumbers(
  config: Config,
  store: Store,
  teamId: string,
): Promise<{ accounts: WebhookAccount[]; numbers: number }> {
  if (config.mode === "gateway") {
    const numbers = await withTeam(store, teamId, (trx) =>
      countPool(trx, { now: store.clock(), pool: store.pool }),
    );
    return { accounts: [], numbers: numbers.available + numbers.leased + numbers.quarantined };
  }
  if (config.twilio === null) {
    const mock: MockCredentials = await prepareMock(store, { teamId, dataFolder: config.dataFolder });
    return {
      accounts: [{ provider: "mock", accountSid: mock.accountSid, authTokens: [new Secret(mock.authToken)] }],
      numbers: 10,
    };
  }
  const { accountSid, authTokens, phoneNumbers } = config.twilio;
  await ensureNumbers(store, teamId, { provider: "twilio", phoneNumbers });
  return { accounts: [{ provider: "twilio", accountSid, authTokens }], numbers: phoneNumbers.length };
}
