import { inspect } from "node:util";
import type { E164 } from "@agentpass/shared/phone-number";
import { Secret } from "@agentpass/shared/secret";
import { array, assert, asyncProperty, integer } from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTwilioEmulator, type TwilioEmulator } from "../../../test/support/twilio-emulator.ts";
import type { EmulatedMessage } from "../cli/twilio-emulator/state.ts";
import type { ApiOptions } from "./api.ts";
import { createTwilioClient, PurchaseUnknownError, type TwilioClient } from "./twilio-client.ts";
import { faultsOf, recordExchanges, type Recorder } from "./openapi.test-support.ts";

const number = (text: string): E164 => text as E164;
const DAY = 86_400_000;

let twilio: TwilioEmulator;
let recorder: Recorder;
let pauses: number[];

beforeEach(async () => {
  twilio = await startTwilioEmulator({ requestsPerSecond: 10_000 });
  recorder = await recordExchanges(twilio.url);
  pauses = [];
});
afterEach(async () => {
  await recorder[Symbol.asyncDispose]();
  await twilio.close();
});

function client(options: Partial<ApiOptions> = {}): TwilioClient {
  return createTwilioClient({
    accountSid: twilio.accountSid,
    authToken: new Secret(twilio.authToken),
    baseUrl: recorder.url,
    ...options,
    patience: {
      random: () => 0.5,
      pause: (ms) => {
        pauses.push(ms);
        return Promise.resolve();
      },
      ...options.patience,
    },
  });
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const smsUrl = "https://sms.example.com/webhook/sms-received";
const buy = { phoneNumber: number("+14155550107"), friendlyName: "agentpass 1", smsUrl };

describe("the client and the emulator", () => {
  it("say what Twilio's OpenAPI document says, in every request and every answer", async () => {
    const api = client();
    await twilio.receive({ from: "+12025550147", to: "+14155550100", body: "Your code is 482913" });
    await twilio.receive({ from: "22000", to: "+14155550101", body: "picture", media: ["image/png"] });
    await twilio.receive({ from: "ACME", to: "+14155550100", body: "Code 482913", redacted: true });

    expect(await api.account()).toEqual({ status: "active", type: "Full", friendlyName: "Emulated account" });
    const wish = { country: "US", capabilities: ["sms", "voice"], areaCode: 415, limit: 3 } as const;
    const [found] = await api.searchNumbers({ ...wish, contains: "0107" });
    expect(found).toEqual({
      phoneNumber: "+14155550107",
      country: "US",
      locality: "San Francisco",
      region: "CA",
      capabilities: ["sms", "mms", "voice"],
    });
    const bought = await api.buyNumber(buy);
    expect(bought).toMatchObject({ ...buy, smsMethod: "POST", capabilities: ["sms", "mms", "voice"] });
    expect(await api.listNumbers({ friendlyName: "agentpass 1" })).toEqual([bought]);
    expect(await api.listNumbers({ phoneNumber: number("+14155550107") })).toEqual([bought]);
    expect(await api.listNumbers()).toHaveLength(3);
    expect(await api.setWebhook(bought.sid, `${smsUrl}/2`)).toEqual({ ...bought, smsUrl: `${smsUrl}/2` });
    expect(await api.releaseNumber(bought.sid)).toBe("released");
    expect(await api.releaseNumber(bought.sid)).toBe("not_there");
    const after = Date.now() - DAY;
    const listed = await all(api.listInbound({ after }));
    expect(listed.map(({ body, media, errorCode }) => [body, media, errorCode])).toEqual([
      ["Your code is 482913", 0, null],
      ["picture", 1, null],
      ["Code ******", 0, 30038],
    ]);
    expect(await all(api.listInbound({ after, to: number("+14155550101") }))).toEqual([listed[1]]);
    expect(await api.listMedia(listed[1]?.sid ?? "")).toEqual([
      { url: expect.stringMatching(/\/Messages\/MM\w{32}\/Media\/ME\w{32}$/), contentType: "image/png" },
    ]);
    const sid = listed[0]?.sid ?? "";
    expect(await api.redactMessage(sid)).toBe("redacted");
    expect(await api.redactMessage(sid)).toBe("redacted");
    expect(await all(api.listInbound({ after }))).toContainEqual({ ...listed[0], body: "" });
    expect(await api.redactMessage(`SM${"0".repeat(32)}`)).toBe("not_there");

    expect(recorder.exchanges.length).toBeGreaterThan(12);
    expect(recorder.exchanges.flatMap(faultsOf)).toEqual([]);
  });
});

describe("searching", () => {
  it("tries every kind that a country has, and tells a country without numbers", async () => {
    const api = client();
    const british = await api.searchNumbers({ country: "GB", capabilities: ["sms"], limit: 150 });
    expect(british).toHaveLength(150);
    expect(british.at(-1)?.phoneNumber).toMatch(/^\+447700/);
    await expect(api.searchNumbers({ country: "FR", capabilities: ["sms"], limit: 1 })).rejects.toMatchObject(
      {
        problem: {
          code: "not_found",
          field: "country",
          message: expect.stringContaining("no numbers in FR"),
        },
      },
    );
    twilio.state.inventory.sellOut(true);
    expect(await api.searchNumbers({ country: "GB", capabilities: ["sms"], limit: 1 })).toEqual([]);
  });
});

/** A message as Twilio would list it, without its being sent. */
const listed = (index: number, at: number, to: E164): EmulatedMessage => ({
  sid: `SM${String(index).padStart(32, "0")}`,
  from: "+12025550147",
  to,
  body: String(index),
  media: [],
  status: "received",
  errorCode: null,
  createdAt: at,
  sentAt: at,
  updatedAt: at,
});

describe("listing messages", () => {
  const bodiesSince = async (since: { after: number; to?: E164 }) =>
    (await all(client().listInbound(since))).map(({ body }) => body);

  it("gives every page, oldest first, over days", async () => {
    const start = Date.UTC(2026, 10, 20, 23, 50);
    const last = Date.UTC(2026, 10, 22, 0, 30);
    const times = Array.from({ length: 2500 }, (_, index) => start + (index * (last - start)) / 2500);
    for (const [index, at] of times.entries())
      twilio.state.messages.push(
        listed(index, at, number(index % 3 === 0 ? "+14155550101" : "+14155550100")),
      );
    const indexes = times.map((_, index) => String(index));
    expect(await bodiesSince({ after: start })).toEqual(indexes);
    expect(await bodiesSince({ after: times[700] ?? 0 })).toEqual(indexes.slice(700));
    const ofOne = indexes.filter((index) => Number(index) % 3 === 0);
    expect(await bodiesSince({ after: start, to: number("+14155550101") })).toEqual(ofOne);
    expect(recorder.exchanges.flatMap(faultsOf)).toEqual([]);
  });

  it("gives what is not older than the second asked for, in the order of coming, whatever the days", async () => {
    const now = Date.now();
    const age = integer({ min: 0, max: 4 * DAY });
    await assert(
      asyncProperty(array(age, { maxLength: 40 }), age, async (ages, since) => {
        const times = ages.map((ms) => now - ms).toSorted((a, b) => a - b);
        twilio.state.messages = times.map((at, index) => listed(index, at, number("+14155550100")));
        const after = now - since;
        const second = Math.floor(after / 1000);
        const expected = times.flatMap((at, index) =>
          Math.floor(at / 1000) >= second ? [String(index)] : [],
        );
        expect(await bodiesSince({ after })).toEqual(expected);
        expect(await bodiesSince({ after, to: number("+14155550100") })).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a failing Twilio", () => {
  it("is asked again after a doubling, random delay, and then given up", async () => {
    twilio.fault({ on: "account", kind: "status", status: 503, times: 3 });
    expect(await client().account()).toMatchObject({ status: "active" });
    expect(pauses).toEqual([250, 500, 1000]);
    twilio.fault({ on: "account", kind: "status", status: 500, times: 4 });
    await expect(client().account()).rejects.toMatchObject({
      problem: { code: "unavailable", message: expect.stringContaining("status 500") },
    });
    expect(twilio.faultsInjected).toBe(7);
  });

  it("is given the time that it asks for with a 429, within reason", async () => {
    const busy = { on: "list_numbers", kind: "status", status: 429, code: 20_429 } as const;
    twilio.fault({ ...busy, retryAfter: 7 });
    expect(await client({ baseUrl: twilio.url }).listNumbers()).toHaveLength(2);
    expect(pauses).toEqual([7250]);
    twilio.fault({ ...busy, retryAfter: 120 });
    await expect(client({ baseUrl: twilio.url }).listNumbers()).rejects.toMatchObject({
      problem: { code: "too_many_requests" },
    });
    expect(pauses).toHaveLength(1);
  });

  it("meets its own rate limit", async () => {
    await using small = await startTwilioEmulator({ requestsPerSecond: 2, now: () => 0 });
    const api = createTwilioClient({
      accountSid: small.accountSid,
      authToken: new Secret(small.authToken),
      baseUrl: small.url,
      patience: { pause: () => Promise.resolve() },
    });
    await api.account();
    await api.account();
    await expect(api.account()).rejects.toMatchObject({ problem: { code: "too_many_requests" } });
  });

  it.each(["hang", "cut", "drop_reply"] as const)("that does %s is asked again", async (kind) => {
    twilio.fault({ on: "messages", kind });
    const api = client({ baseUrl: twilio.url, patience: { timeoutMs: 300 } });
    expect(await all(api.listInbound({ after: Date.now() }))).toEqual([]);
    expect(twilio.faultsInjected).toBe(1);
    expect(pauses).toHaveLength(1);
  });

  it("and a stop end what is under way", async () => {
    const stopping = new AbortController();
    twilio.fault({ on: "account", kind: "hang", times: 10 });
    const asked = client({ baseUrl: twilio.url, signal: stopping.signal }).account();
    await expect.poll(() => twilio.faultsInjected, { timeout: 10_000 }).toBe(1);
    stopping.abort();
    await expect(asked).rejects.toMatchObject({ problem: { code: "unavailable" } });
  });

  it("is named where nothing listens, and where something else does", async () => {
    await expect(client({ baseUrl: "http://127.0.0.1:9" }).account()).rejects.toThrow(/ECONNREFUSED/);
    await using other = await recordExchanges(`${twilio.url}/emulator`);
    await expect(client({ baseUrl: `${other.url}/nothing` }).account()).rejects.toMatchObject({
      problem: { code: expect.stringMatching(/unavailable|conflict|not_found/) },
    });
  });
});

describe("a purchase", () => {
  it.each([
    ["whose answer is lost", { kind: "drop_reply" }, 1],
    ["that is cut", { kind: "cut" }, 0],
    ["that is never answered", { kind: "hang" }, 0],
    ["that fails at Twilio", { kind: "status", status: 502 }, 0],
  ] as const)("%s is not repeated, and said to be unknown", async (_, fault, bought) => {
    twilio.fault({ on: "buy", ...fault, times: 5 });
    const api = client({ baseUrl: twilio.url, patience: { timeoutMs: 300 } });
    const failure = await api.buyNumber(buy).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PurchaseUnknownError);
    expect(twilio.faultsInjected).toBe(1);
    expect(await api.listNumbers({ friendlyName: buy.friendlyName })).toHaveLength(bought);
  });

  it("that Twilio has no time for is repeated, since it was not made", async () => {
    twilio.fault({ on: "buy", kind: "status", status: 429, code: 20_429, times: 2 });
    expect(await client().buyNumber(buy)).toMatchObject(buy);
    expect(twilio.state.numbers).toHaveLength(3);
  });
});

describe("refusals", () => {
  it.each([
    [{ phoneNumber: number("+14155550100") }, "not_found", /not in your account or not available/],
    [{ phoneNumber: number("+33199000000") }, "not_found", /not in your account or not available/],
    [{ smsUrl: "sms.example.com" }, "invalid_input", /public http\(s\) URL/],
  ])("to buy %o are told in the team's words, once", async (change, code, message) => {
    await expect(client().buyNumber({ ...buy, ...change })).rejects.toMatchObject({
      problem: { code, message: expect.stringMatching(message) },
    });
    expect(pauses).toEqual([]);
    expect(recorder.exchanges.flatMap(faultsOf)).toEqual([]);
  });

  it("of a trial, a suspended account and one without permission say which", async () => {
    twilio.state.account.type = "Trial";
    await expect(client().buyNumber(buy)).rejects.toThrow(/is a trial/);
    twilio.fault({ on: "buy", kind: "status", status: 403, code: 20_006, message: "Access Denied" });
    await expect(client({ baseUrl: twilio.url }).buyNumber(buy)).rejects.toThrow(/may not do this/);
    twilio.state.account.status = "suspended";
    await expect(client().listNumbers()).rejects.toThrow(/suspended or closed/);
    expect(await client().account()).toMatchObject({ status: "suspended" });
    expect(recorder.exchanges.flatMap(faultsOf)).toEqual([]);
  });

  it("of wrong credentials say where the right ones are", async () => {
    const wrong = client({ authToken: new Secret("0".repeat(32)) });
    await expect(wrong.account()).rejects.toThrow(/TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN/);
    const other = client({ accountSid: `AC${"0".repeat(32)}` });
    await expect(other.account()).rejects.toThrow(/TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN/);
  });

  it("of one of two tokens lead to the other, which is then taken at once", async () => {
    const old = new Secret("0".repeat(32));
    const rotating = client({ authToken: old, otherTokens: [new Secret(twilio.authToken)] });
    expect(await rotating.account()).toMatchObject({ status: "active" });
    expect(await rotating.buyNumber(buy)).toMatchObject(buy);
    expect(recorder.exchanges.map(({ status }) => status)).toEqual([401, 200, 201]);
    await expect(client({ authToken: old, otherTokens: [old] }).account()).rejects.toThrow(/credentials/);
  });

  it("with a number unknown to us name it, without Twilio's words", async () => {
    const message = "+14155550100 is odd";
    twilio.fault({ on: "list_numbers", kind: "status", status: 400, code: 21_999, message });
    const failing = client({ baseUrl: twilio.url }).listNumbers();
    await expect(failing).rejects.toThrow("https://www.twilio.com/docs/api/errors/21999");
    await expect(failing).rejects.not.toThrow("+1415");
  });

  it("never hold the token", async () => {
    const secrets = [twilio.authToken, btoa(`${twilio.accountSid}:${twilio.authToken}`)];
    for (const kind of ["hang", "cut", "status", "drop_reply"] as const) {
      twilio.fault({ on: "buy", kind });
      const failure = await client({ baseUrl: twilio.url, patience: { timeoutMs: 200 } })
        .buyNumber(buy)
        .catch((error: unknown) => error);
      const shown = inspect(failure, { depth: 10, showHidden: true });
      for (const secret of secrets) expect(shown).not.toContain(secret);
    }
  });
});
