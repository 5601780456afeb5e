import type { E164 } from "@agentpass/shared/phone-number";
import { verifies } from "../support/verifies.ts";
import { Secret } from "@agentpass/shared/secret";
import { describe, expect, test } from "vitest";
import { storeInbound } from "../../server/src/actions/store-inbound.ts";
import type { LogFields } from "../../server/src/ops/logger.ts";
import { startReconciler, type Reconciler } from "../../server/src/twilio/reconcile.ts";
import { createTwilioClient } from "../../server/src/twilio/twilio-client.ts";
import { newRequestId, testNumbers, testStore, type TestStore } from "../support/test-store.ts";
import { startTwilioEmulator, type TwilioEmulator } from "../support/twilio-emulator.ts";

const [NUMBER] = testNumbers as [E164];

interface Running extends AsyncDisposable {
  t: TestStore;
  twilio: TwilioEmulator;
  reconciler: Reconciler;
  logged: string[];
  stored(): Promise<number>;
}

/** A reconciler on a live team's store and an emulated account; `before` comes before its start. */
async function running(before: (twilio: TwilioEmulator) => void = () => {}): Promise<Running> {
  const t = await testStore([], { mode: "live" });
  const twilio = await startTwilioEmulator({ numbers: testNumbers, now: () => t.store.clock() });
  before(twilio);
  const client = createTwilioClient({
    accountSid: twilio.accountSid,
    authToken: new Secret(twilio.authToken),
    baseUrl: twilio.url,
    now: () => t.store.clock(),
    patience: { pause: () => Promise.resolve(), timeoutMs: 300 },
  });
  const logged: string[] = [];
  const log = (event: string, fields: LogFields = {}): void =>
    void logged.push(`${event}: ${JSON.stringify(fields.reason ?? fields.count ?? null)}`);
  const reconciler = startReconciler(
    {
      store: t.store,
      client,
      storeInbound: async (sms) => (await storeInbound(t.store, [sms]))[0] ?? "unknown_number",
    },
    { debug: log, info: log, warn: log, error: log },
    100,
  );
  return {
    t,
    twilio,
    reconciler,
    logged,
    stored: async () => (await t.store.ingest.selectFrom("messages").select("id").execute()).length,
    async [Symbol.asyncDispose]() {
      await reconciler.stop();
      await twilio.close();
      await t[Symbol.asyncDispose]();
    },
  };
}

/** A busy machine takes its time, above all to load Twilio's library. */
const eventually = { timeout: 20_000 };

const sms = { from: "+12025550123", to: NUMBER, body: "Your code is 482913" };

describe("the reconciler", () => {
  test("looks at its start, and soon after something went wrong", async () => {
    await using r = await running();
    await expect.poll(() => r.reconciler.counters.passes, eventually).toBe(1);
    await r.twilio.receive(sms);
    r.reconciler.soon();
    await expect.poll(() => r.stored(), eventually).toBe(1);
    expect(r.reconciler.counters).toMatchObject({ passes: 2, failures: 0, stored: 1 });
    expect(r.logged).toEqual([expect.stringMatching(/found at Twilio and stored: 1$/)]);
  });

  test(
    verifies("provider-blocked", "asks for the number of an open wait, which ends with what Twilio withheld"),
    async () => {
      await using r = await running();
      const agent = await r.t.agent("a");
      const phoneNumber = await agent.number();
      const requestId = newRequestId();
      await agent.wait({ phoneNumber, requestId });
      await expect.poll(() => r.reconciler.counters.passes, eventually).toBe(1);
      r.t.advance(10_000);
      await r.twilio.receive({ ...sms, to: phoneNumber, redacted: true });
      await expect
        .poll(async () => (await agent.wait({ phoneNumber, requestId })).status, eventually)
        .toBe("provider_blocked");
      expect(r.reconciler.counters).toMatchObject({ passes: 1, asked: 1, stored: 1 });
    },
  );

  test.for([
    ["refuses the credentials", { status: 401, code: 20_003 }, /credentials/],
    ["is suspended", { status: 403, code: 20_005 }, /suspended/],
    ["asks for patience", { status: 429, code: 20_429 }, /no more requests/],
    ["fails", { status: 503, code: 20_500 }, /fails now/],
  ] as const)(
    verifies("twilio-away", "says once that Twilio %s, goes on, and says when it is over"),
    async ([, refusal, words]) => {
      await using r = await running((twilio) =>
        twilio.fault({ on: "any", kind: "status", ...refusal, times: 1_000 }),
      );
      await expect.poll(() => r.reconciler.counters.failures, eventually).toBeGreaterThan(1);
      await r.twilio.receive(sms);
      // Its own webhook path goes on: what is stored meanwhile is not stored again.
      await expect(r.t.receive({ to: NUMBER, body: "by webhook" })).resolves.toBe("stored");
      r.twilio.clearFaults();
      await expect.poll(() => r.stored(), eventually).toBe(2);
      await expect.poll(() => r.logged.length, eventually).toBe(3);
      expect(r.logged[0]).toMatch(words);
      expect(r.logged.slice(1).toSorted()).toEqual([
        expect.stringMatching(/^Messages that the webhook had missed were found/),
        expect.stringMatching(/^Messages that the webhook missed are looked for again/),
      ]);
    },
  );

  test("stops while Twilio hangs, and at once", async () => {
    await using r = await running((twilio) => twilio.fault({ on: "any", kind: "hang", times: 1_000 }));
    await expect.poll(() => r.twilio.faultsInjected, eventually).toBeGreaterThan(0);
    const started = performance.now();
    await r.reconciler.stop();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
