import type { E164 } from "@agentpass/shared/phone-number";
import { Secret } from "@agentpass/shared/secret";
import { openPool } from "../../server/src/store/database.ts";
import { createFreshAnswers } from "../../server/src/store/fresh-answers.ts";
import type { Store } from "../../server/src/store/store.ts";
import { createNumberMarket, type NumberMarket } from "../../server/src/twilio/number-market.ts";
import { createTwilioClient } from "../../server/src/twilio/twilio-client.ts";
import { testStore, type TestStore } from "./test-store.ts";
import { startTwilioEmulator, type TwilioEmulator } from "./twilio-emulator.ts";

export interface LiveStore extends TestStore {
  twilio: TwilioEmulator;
  market: NumberMarket;
  /** What went wrong behind the callers' backs. */
  errors: unknown[];
  /** The same team as another node sees it, with connections and a Twilio client of its own. */
  otherNode(): Store;
}

/** A team in Twilio mode on an emulated account that has these numbers, all of them in the pool. */
export async function liveStore(numbers: readonly E164[] = []): Promise<LiveStore> {
  const twilio = await startTwilioEmulator({ numbers });
  const errors: unknown[] = [];
  const newMarket = (): NumberMarket =>
    createNumberMarket({
      client: createTwilioClient({
        accountSid: twilio.accountSid,
        authToken: new Secret(twilio.authToken),
        baseUrl: twilio.url,
        patience: { timeoutMs: 1_000, random: () => 0 },
      }),
      webhookUrl: () => "https://sms.example.com/agents/webhook/sms-received",
      webhookSecret: new Secret("s3cret/word"),
      onError: (error) => errors.push(error),
    });
  const market = newMarket();
  const t = await testStore([], { mode: "live", market }, numbers);
  const closers = [() => market.settled()];
  return {
    ...t,
    twilio,
    market,
    errors,
    otherNode() {
      const app = openPool(t.database.connection, "agentpass_app", () => {});
      const other = newMarket();
      closers.push(async () => {
        await other.settled();
        await app.db.destroy();
      });
      return {
        ...t.store,
        app: app.db,
        market: other,
        freshAnswers: createFreshAnswers(() => performance.now()),
      };
    },
    async [Symbol.asyncDispose]() {
      for (const close of closers) await close();
      await t[Symbol.asyncDispose]();
      await twilio.close();
    },
  };
}
