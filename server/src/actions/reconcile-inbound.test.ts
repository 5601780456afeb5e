import type { E164 } from "@agentpass/shared/phone-number";
import { Secret } from "@agentpass/shared/secret";
import { Client } from "pg";
import { afterEach, describe, expect, test } from "vitest";
import {
  newRequestId,
  received,
  testNumbers,
  testStore,
  type TestStore,
} from "../../../test/support/test-store.ts";
import { startTwilioEmulator, type TwilioEmulator } from "../../../test/support/twilio-emulator.ts";
import type { InboundSms } from "../domain/inbound-sms.ts";
import { numbersToAskFor, reconcileMark } from "../store/reconcile.ts";
import { createTwilioClient } from "../twilio/twilio-client.ts";
import { createInboundQueue } from "./inbound-queue.ts";
import { listMessages } from "./list-messages.ts";
import { OVERLAP_MS, reconcileAccount, reconcileNumber, type ReconcileParts } from "./reconcile-inbound.ts";
import { releaseNumber } from "./release-number.ts";
import { storeInbound } from "./store-inbound.ts";
import { verifies } from "../../../test/support/verifies.ts";

const [NUMBER] = testNumbers as [E164];
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Setting extends AsyncDisposable {
  t: TestStore;
  twilio: TwilioEmulator;
  parts: ReconcileParts;
  /** A message that the webhook does not bring: the emulator's numbers have none. */
  missed(
    body: string,
    fields?: { from?: string; to?: E164; redacted?: boolean; media?: string[] },
  ): Promise<string>;
  /** The webhook's side of the same message. */
  webhook(sid: string): InboundSms;
  bodies(): Promise<(string | undefined)[]>;
}

/** A live team whose numbers are an emulated account's, on one clock. */
async function setting(): Promise<Setting> {
  const t = await testStore([], { mode: "live" });
  const twilio = await startTwilioEmulator({ numbers: testNumbers, now: () => t.store.clock() });
  stops.push(() => twilio.close());
  const client = createTwilioClient({
    accountSid: twilio.accountSid,
    authToken: new Secret(twilio.authToken),
    baseUrl: twilio.url,
    now: () => t.store.clock(),
    patience: { pause: () => Promise.resolve(), timeoutMs: 500 },
  });
  const queue = createInboundQueue({
    storeBatch: (batch) => storeInbound(t.store, batch),
    now: () => performance.now(),
    pause: () => Promise.resolve(),
    onError: () => {},
  });
  return {
    t,
    twilio,
    parts: { store: t.store, client, storeInbound: (sms) => queue.store(sms) },
    missed: async (body, fields = {}) =>
      (await twilio.receive({ from: "+12025550123", to: NUMBER, body, ...fields })).message.sid,
    webhook(sid) {
      const message = twilio.state.messages.find((candidate) => candidate.sid === sid);
      if (!message) throw new Error("no such message");
      const { from, to, body } = message;
      return t.sms({ from, to, body, account: twilio.accountSid, providerMessageId: sid });
    },
    bodies: async () =>
      (await listMessages(t.store, t.admin, { limit: 50 })).messages.map(({ body }) => body).toReversed(),
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

/** As the database's superuser. */
async function sql(t: TestStore, statement: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new Client(t.database.connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

const countOf = (texts: readonly unknown[]): number => new Set(texts).size;

describe("reconciling", () => {
  test("stores what the webhook missed, once, in order, and gives it to the wait", async () => {
    await using s = await setting();
    const agent = await s.t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    s.t.advance(1_000);
    for (let index = 0; index < 30; index++)
      await s.missed(`Your code is ${482_900 + index}`, { to: phoneNumber });
    expect(await reconcileAccount(s.parts)).toEqual({ listed: 30, stored: 30 });
    expect(await reconcileAccount(s.parts)).toEqual({ listed: 30, stored: 0 });
    expect(await s.bodies()).toEqual(
      Array.from({ length: 30 }, (_, index) => `Your code is ${482_900 + index}`),
    );
    expect(received(await agent.wait({ phoneNumber, requestId })).message.otp?.code).toBe("482900");
  });

  test(verifies("F16", "and the webhook at the same time give one row and one event a message"), async () => {
    await using s = await setting();
    const sids: string[] = [];
    for (let index = 0; index < 40; index++) sids.push(await s.missed(`message ${index}`));
    const [stored, ...outcomes] = await Promise.all([
      reconcileNumber(s.parts, NUMBER),
      ...sids.map((sid) => s.parts.storeInbound(s.webhook(sid))),
      ...sids.map((sid) => storeInbound(s.t.store, [s.webhook(sid)]).then(([outcome]) => outcome)),
    ]);
    const second = await reconcileAccount(s.parts);
    expect(second).toMatchObject({ stored: 0 });
    const byWebhook = outcomes.filter((outcome) => outcome === "stored").length;
    expect(stored.stored + byWebhook).toBe(40);
    const { ingest } = s.t.store;
    expect(await ingest.selectFrom("messages").select("id").execute()).toHaveLength(40);
    const events = await ingest
      .selectFrom("events")
      .select("message_id")
      .where("type", "=", "message.received")
      .execute();
    expect(events).toHaveLength(40);
    expect(countOf(events.map((event) => event.message_id))).toBe(40);
  });

  test("on two nodes at once is done by one, and the other leaves it", async () => {
    await using s = await setting();
    await s.missed("one");
    s.twilio.fault({ on: "messages", kind: "delay", ms: 200 });
    const both = await Promise.all([reconcileAccount(s.parts), reconcileAccount(s.parts)]);
    expect(both).toHaveLength(2);
    expect(both).toContain("elsewhere");
    expect(both).toContainEqual({ listed: 1, stored: 1 });
    expect(await reconcileAccount(s.parts)).not.toBe("elsewhere");
  });

  test("goes on from where it was, and looks back for late ones", async () => {
    await using s = await setting();
    const of = { provider: "twilio", account: s.twilio.accountSid };
    await s.missed("before the first start, but just");
    expect(await reconcileMark(s.t.store, of)).toBeNull();
    await reconcileAccount(s.parts);
    const mark = (await reconcileMark(s.t.store, of)) ?? 0;
    expect(s.t.store.clock() - mark).toBeLessThan(30_000);
    s.t.advance(3 * 86_400_000);
    await s.missed("three days later");
    // Listed late: its time is before the mark that the next pass leaves.
    const late = s.twilio.state.messages.at(-1);
    expect(await reconcileAccount(s.parts)).toMatchObject({ stored: 1 });
    if (!late) throw new Error("no message");
    s.twilio.state.messages.push({
      ...late,
      sid: `SM${"e".repeat(32)}`,
      body: "listed late",
      sentAt: (late.sentAt ?? 0) - OVERLAP_MS + 30_000,
    });
    expect(await reconcileAccount(s.parts)).toMatchObject({ stored: 1 });
    expect(await s.bodies()).toEqual(["before the first start, but just", "three days later", "listed late"]);
  });

  test("that fails in the middle keeps what it stored, moves the mark no further, and finishes the next time", async () => {
    await using s = await setting();
    for (let index = 0; index < 250; index++) {
      await s.missed(`message ${index}`);
      s.t.advance(4_000);
    }
    const of = { provider: "twilio", account: s.twilio.accountSid };
    await s.t.store.ingest
      .insertInto("reconcile_marks")
      .values({ ...of, mark: new Date(s.t.store.clock() - 1_100_000).toISOString() })
      .execute();
    const before = await reconcileMark(s.t.store, of);
    let stored = 0;
    const failing = {
      ...s.parts,
      storeInbound: (sms: InboundSms) =>
        stored++ < 130 ? s.parts.storeInbound(sms) : Promise.reject(new Error("the database is away")),
    };
    await expect(reconcileAccount(failing)).rejects.toThrow("the database is away");
    const mark = (await reconcileMark(s.t.store, of)) ?? 0;
    expect(mark).toBeGreaterThan(before ?? 0);
    expect(mark).toBeLessThan(s.twilio.state.messages[100]?.sentAt ?? 0);
    expect(await reconcileAccount(s.parts)).toMatchObject({ stored: 120 });
    const rows = await s.t.store.ingest.selectFrom("messages").select("provider_message_id").execute();
    expect(countOf(rows.map((row) => row.provider_message_id))).toBe(250);
  });

  test("leaves alone what is for no number of the pool, and what is still coming in", async () => {
    await using s = await setting();
    await s.missed("to another number");
    const [message] = s.twilio.state.messages;
    if (!message) throw new Error("no message");
    s.twilio.state.messages.push({ ...message, sid: `MM${"a".repeat(32)}`, status: "receiving" });
    message.to = "+14155550199" as E164;
    expect(await reconcileAccount(s.parts)).toEqual({ listed: 1, stored: 0 });
    expect(await s.bodies()).toEqual([]);
  });

  test("stores media with their addresses", async () => {
    await using s = await setting();
    await s.missed("", { media: ["image/png", "text/vcard"] });
    await reconcileAccount(s.parts);
    const [row] = await sql(s.t, "select state, media from messages");
    expect(row).toEqual({
      state: "available",
      media: ["image/png", "text/vcard"].map((contentType) => ({
        contentType,
        url: expect.stringContaining(
          `${s.twilio.url}/2010-04-01/Accounts/${s.twilio.accountSid}/Messages/MM`,
        ),
      })),
    });
  });
});

describe("Twilio's withheld messages", () => {
  test("are stored as blocked, found for the number of a wait, and end it", async () => {
    await using s = await setting();
    const agent = await s.t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    s.t.advance(2_000);
    await s.missed("Your code is 482913", { to: phoneNumber, redacted: true });
    const message = s.twilio.state.messages.at(-1);
    // Twilio's documentation does not say whether such a message has a time of sending.
    if (message) message.sentAt = null;
    expect(await reconcileNumber(s.parts, phoneNumber)).toEqual({ listed: 1, stored: 1 });
    expect(await agent.wait({ phoneNumber, requestId })).toMatchObject({
      status: "provider_blocked",
      messageId: message?.sid,
    });
    expect((await listMessages(s.t.store, agent.viewer, { limit: 5 })).messages).toMatchObject([
      { state: "provider_blocked", body: "Your code is ******", otp: null },
    ]);
  });

  test("are also those whose text is gone before it was had", async () => {
    await using s = await setting();
    await s.missed("");
    await reconcileAccount(s.parts);
    expect((await listMessages(s.t.store, s.t.admin, { limit: 5 })).messages[0]?.state).toBe(
      "provider_blocked",
    );
  });
});

describe("an open wait", () => {
  test(
    verifies(
      "withheld-asked-for",
      "has Twilio asked for its number after 10, 20 and 40 s, each time by one node",
    ),
    async () => {
      await using s = await setting();
      const agent = await s.t.agent("a");
      const phoneNumber = await agent.number();
      const opened = s.t.store.clock();
      await agent.wait({ phoneNumber, timeoutMs: 290_000 });
      const asked: [number, string[]][] = [];
      for (let round = 1; round <= 60; round++) {
        s.t.advance(1_000);
        const numbers = await Promise.all([1, 2, 3].map(() => numbersToAskFor(s.t.store, "twilio")));
        if (numbers.flat().length > 0) asked.push([(s.t.store.clock() - opened) / 1_000, numbers.flat()]);
      }
      expect(asked.map(([, numbers]) => numbers)).toEqual([[phoneNumber], [phoneNumber], [phoneNumber]]);
      for (const [index, due] of [10, 20, 40].entries()) {
        expect(asked[index]?.[0]).toBeGreaterThanOrEqual(due);
        expect(asked[index]?.[0]).toBeLessThan(due + 8);
      }
    },
  );

  test("of another provider's number has nobody asked, and neither has one that ended", async () => {
    await using s = await setting();
    const agent = await s.t.agent("a");
    const phoneNumber = await agent.number();
    const requestId = newRequestId();
    await agent.wait({ phoneNumber, requestId });
    s.t.advance(15_000);
    expect(await numbersToAskFor(s.t.store, "mock")).toEqual([]);
    await agent.settle(requestId, "cancel");
    expect(await numbersToAskFor(s.t.store, "twilio")).toEqual([]);
  });
});

describe("a recycled number, through the reconciler", () => {
  test(
    verifies(
      "T4",
      "gives the old holder's late message to neither the old nor the new one, and the new one's to it",
    ),
    async () => {
      await using s = await setting();
      const [a, b] = [await s.t.agent("a"), await s.t.agent("b")];
      const phoneNumber = await a.number();
      await sql(s.t, "update numbers set withheld = 'suspended' where e164 <> $1", [phoneNumber]);
      await reconcileAccount(s.parts);
      s.t.advance(60_000);
      await s.missed("Your code is 111222", { to: phoneNumber });
      await releaseNumber(s.t.store, a.viewer, { phoneNumber });
      s.t.advance(5_000);
      await s.missed("Your code is 333444", { to: phoneNumber });
      s.t.advance(24 * 3_600_000);
      expect(await b.number()).toBe(phoneNumber);
      s.t.advance(1_000);
      await s.missed("Your code is 555666", { to: phoneNumber });
      expect(await reconcileAccount(s.parts)).toEqual({ listed: 3, stored: 3 });
      const seenBy = async (viewer: typeof a.viewer) =>
        (await listMessages(s.t.store, viewer, { limit: 20 })).messages.map(({ body }) => body);
      expect(await seenBy(a.viewer)).toEqual([]);
      expect(await seenBy(b.viewer)).toEqual(["Your code is 555666"]);
      expect(await s.bodies()).toHaveLength(3);
    },
  );
});
