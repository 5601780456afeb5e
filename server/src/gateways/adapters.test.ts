import { gatewayKinds } from "@agentpass/shared/gateway-api";
import { Secret } from "@agentpass/shared/secret";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GatewayReading, GatewaySms, SignedDelivery } from "./adapter.ts";
import { gatewayAdapters } from "./adapters.ts";
import { androidFixture } from "./android-sms-gateway.test-support.ts";
import {
  EXAMPLE_AT,
  EXAMPLE_SECRET,
  EXAMPLE_URL,
  hmac,
  type GatewayFixture,
} from "./gateway-fixture.test-support.ts";
import { httpSmsFixture, token } from "./httpsms.test-support.ts";
import { textBeeFixture } from "./textbee.test-support.ts";

const by = { secret: EXAMPLE_SECRET, url: EXAMPLE_URL, at: EXAMPLE_AT };
const fixtures: Record<(typeof gatewayKinds)[number], GatewayFixture> = {
  "android-sms-gateway": androidFixture,
  httpsms: httpSmsFixture,
  textbee: textBeeFixture,
};

async function read(
  { adapter }: GatewayFixture,
  { headers, body }: SignedDelivery,
  how: { secrets?: string[]; now?: number } = {},
): Promise<GatewayReading> {
  return adapter.read({
    headers,
    body: Buffer.from(body),
    secrets: (how.secrets ?? [EXAMPLE_SECRET]).map((secret) => new Secret(secret)),
    url: EXAMPLE_URL,
    now: how.now ?? EXAMPLE_AT,
  });
}

function smsOf(reading: GatewayReading): GatewaySms {
  if (reading.kind !== "sms") throw new Error(`expected an SMS, got ${JSON.stringify(reading)}`);
  return reading.sms;
}

describe.each(gatewayKinds)("%s", (kind) => {
  const fixture = fixtures[kind];
  const { example } = fixture;
  const sent = {
    id: "a-message",
    from: "+12025550123",
    to: "+4915112345678",
    body: "code 1",
    at: EXAMPLE_AT,
  };

  it("is the adapter of its kind", () => {
    expect(gatewayAdapters[kind]).toBe(fixture.adapter);
  });

  it("reads a delivery that was signed by openssl", async () => {
    expect(await read(fixture, example)).toEqual({ kind: "sms", sms: fixture.sms });
  });

  it("refuses it under another gateway's secret, without one, and without a signature", async () => {
    expect(await read(fixture, example, { secrets: ["another-phone's-signing-key"] })).toMatchObject({
      kind: "forged",
    });
    expect(await read(fixture, example, { secrets: [] })).toMatchObject({ kind: "forged" });
    for (const name of fixture.signedHeaders) {
      const { [name]: _, ...headers } = example.headers;
      expect(await read(fixture, { ...example, headers }), name).toMatchObject({ kind: "forged" });
    }
  });

  it("takes either secret while one is rotated", async () => {
    for (const secrets of [
      ["the-new-secret-of-this-phone", EXAMPLE_SECRET],
      [EXAMPLE_SECRET, "the-new-secret-of-this-phone"],
    ])
      expect(await read(fixture, example, { secrets })).toMatchObject({ kind: "sms" });
  });

  it("takes no delivery any signed byte of which was changed", async () => {
    const places = [...fixture.signedHeaders, ...(fixture.coversBody ? ["body"] : [])];
    const change = fc.record({
      place: fc.constantFrom(...places),
      at: fc.nat(),
      by: fc.integer({ min: 1, max: 93 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ place, at, by }) => {
        const text = (place === "body" ? example.body : example.headers[place]) ?? "";
        const index = at % text.length;
        // Another visible character of ASCII: base64's last one carries bits that say nothing.
        const to = String.fromCharCode(33 + ((text.charCodeAt(index) + 61 + by) % 94));
        const changed = text.slice(0, index) + to + text.slice(index + 1);
        const delivery =
          place === "body"
            ? { ...example, body: changed }
            : { ...example, headers: { ...example.headers, [place]: changed } };
        const reading = await read(fixture, delivery);
        if (isSameSignature(place, text, changed)) return;
        expect(reading.kind, `${place}: ${changed}`).toBe("forged");
      }),
      { numRuns: 500 },
    );
  });

  it("takes no signature in front of or behind which something was put, and no repeated one", async () => {
    for (const name of fixture.signedHeaders) {
      const value = example.headers[name] ?? "";
      for (const changed of [`${value}0`, `0${value}`, value.slice(0, -1), "", `${value}, ${value}`])
        expect(
          await read(fixture, { ...example, headers: { ...example.headers, [name]: changed } }),
          `${name}: ${changed}`,
        ).toMatchObject({ kind: "forged" });
    }
  });

  it("ignores other events, and says which one is wanted", async () => {
    expect(await read(fixture, fixture.sign(fixture.otherEvent, by))).toEqual({
      kind: "ignored",
      reason: expect.stringContaining("event"),
    });
  });

  it("refuses a signed body that is no JSON, no UTF-8, or lacks a field, and names the field, never its value", async () => {
    expect(await read(fixture, fixture.sign("code 482913", by))).toMatchObject({
      kind: "refused",
      field: "body",
    });
    expect(await read(fixture, fixture.sign("[]", by))).toMatchObject({ kind: "refused" });
    const text = JSON.stringify(fixture.payload({ ...sent, body: "482913", at: EXAMPLE_AT }));
    const faulty = text.replace(/"[^"]*2026-11-22T[^"]*"/, '"482913 minutes ago"');
    expect(faulty).not.toBe(text);
    const reading = await read(fixture, fixture.sign(faulty, by));
    expect(reading).toMatchObject({ kind: "refused", field: expect.stringMatching(/receivedAt|timestamp/) });
    expect(JSON.stringify(reading)).not.toContain("482913");
    const { adapter } = fixture;
    const broken = Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff]), Buffer.from("}")]);
    const signed = fixture.sign(broken.toString("latin1"), by);
    const request = { headers: signed.headers, body: broken, url: EXAMPLE_URL, now: EXAMPLE_AT };
    expect((await adapter.read({ ...request, secrets: [new Secret(EXAMPLE_SECRET)] })).kind).not.toBe("sms");
  });

  it.each([
    ["", "anonymous"],
    ["  Google \u0000\u202e ", "Google"],
    ["a\nb", "a b"],
    ["\ud800x".repeat(60), "\ufffdx".repeat(32)],
  ])("keeps of a sender what PostgreSQL can keep and people can see (%#)", async (from, kept) => {
    const delivery = fixture.sign(fixture.payload({ ...sent, from, body: "a\u0000b\ud800" }), by);
    expect(smsOf(await read(fixture, delivery))).toMatchObject({ from: kept, body: "ab\ufffd" });
  });

  it("takes ids of up to 128 visible characters, and no others", async () => {
    for (const id of ["", "a b", "ü", "x".repeat(129)])
      expect(await read(fixture, fixture.sign(fixture.payload({ ...sent, id }), by))).toMatchObject({
        kind: "refused",
      });
    const id = "x".repeat(128);
    expect(smsOf(await read(fixture, fixture.sign(fixture.payload({ ...sent, id }), by))).messageId).toBe(id);
  });

  it("reads what it writes itself", async () => {
    const simulated = {
      messageId: "m-1",
      from: "GitHub",
      to: sent.to,
      sim: 2,
      body: "Code 77",
      at: EXAMPLE_AT,
    };
    const written = await fixture.adapter.write(simulated, {
      secret: new Secret(EXAMPLE_SECRET),
      url: EXAMPLE_URL,
    });
    expect(smsOf(await read(fixture, written))).toMatchObject({
      messageId: "m-1",
      from: "GitHub",
      body: "Code 77",
      phoneAt: EXAMPLE_AT,
    });
  });
});

/** Hexadecimal in capitals, and the two bits of base64's last character that say nothing. */
function isSameSignature(place: string, text: string, changed: string): boolean {
  if (place === "x-signature") return text === changed.toLowerCase();
  if (place !== "authorization") return false;
  if (/^bearer /i.test(changed) && changed.slice(7) === text.slice(7)) return true;
  const bytes = (token: string): string =>
    Buffer.from(token.split(".").at(-1) ?? "", "base64url").toString("hex");
  const signed = (token: string): string => token.slice(0, token.lastIndexOf("."));
  return signed(text) === signed(changed) && bytes(text) === bytes(changed);
}

describe("SMS Gateway for Android", () => {
  it("refuses what was signed more than five minutes ago or ahead, and takes what was within", async () => {
    const { example } = androidFixture;
    for (const minutes of [-4.9, 4.9])
      expect(await read(androidFixture, example, { now: EXAMPLE_AT + minutes * 60_000 })).toMatchObject({
        kind: "sms",
      });
    for (const minutes of [-5.1, 5.1, 60])
      expect(await read(androidFixture, example, { now: EXAMPLE_AT + minutes * 60_000 })).toMatchObject({
        kind: "refused",
        field: "X-Timestamp",
      });
  });

  it("takes no digits that were moved over the boundary between body and time", async () => {
    const { example } = androidFixture;
    const text = `${example.body}${example.headers["x-timestamp"]}`;
    for (let moved = -3; moved <= 3; moved++) {
      const cut = example.body.length + moved;
      const headers = { ...example.headers, "x-timestamp": text.slice(cut) };
      const reading = await read(androidFixture, { headers, body: text.slice(0, cut) });
      expect(reading.kind, String(moved)).toBe(moved === 0 ? "sms" : "forged");
    }
  });

  it("takes the number that the phone names only where it is one", async () => {
    const sms = { id: "m", from: "+12025550123", body: "x", at: EXAMPLE_AT };
    for (const [to, recipient] of [
      ["+4915112345678", "+4915112345678"],
      ["015112345678", null],
      ["", null],
    ] as const) {
      const delivery = androidFixture.sign(androidFixture.payload({ ...sms, to }), by);
      expect(smsOf(await read(androidFixture, delivery)).recipient).toBe(recipient);
    }
  });
});

describe("httpSMS", () => {
  const bearer = (text: string): SignedDelivery => ({
    ...httpSmsFixture.example,
    headers: { ...httpSmsFixture.example.headers, authorization: `Bearer ${text}` },
  });

  it("takes a token for ten minutes", async () => {
    const { example } = httpSmsFixture;
    expect(await read(httpSmsFixture, example, { now: EXAMPLE_AT + 9.9 * 60_000 })).toMatchObject({
      kind: "sms",
    });
    for (const minutes of [-10.1, 10.1])
      expect(await read(httpSmsFixture, example, { now: EXAMPLE_AT + minutes * 60_000 })).toMatchObject({
        kind: "refused",
        field: minutes < 0 ? "nbf" : "exp",
      });
  });

  it.each([
    ["https://sms.example.com/webhook/gateway/other"],
    ["https://evil.example/webhook/gateway/my-phone"],
    ["http://sms.example.com/webhook/gateway/my-phone"],
    ["nonsense"],
    [[EXAMPLE_URL]],
  ])("refuses a token for %s", async (aud) => {
    expect(await read(httpSmsFixture, bearer(token(by, { aud })))).toMatchObject({
      kind: "refused",
      field: "aud",
    });
  });

  it("takes a token for its address with WEBHOOK_SECRET behind it", async () => {
    const aud = `${EXAMPLE_URL}?secret=abc`;
    expect(await read(httpSmsFixture, bearer(token(by, { aud })))).toMatchObject({ kind: "sms" });
  });

  it("refuses tokens without an end, without an audience, and of other algorithms", async () => {
    for (const claims of [{ exp: undefined }, { aud: undefined }])
      expect(await read(httpSmsFixture, bearer(token(by, claims)))).toMatchObject({ kind: "refused" });
    const [, payload = ""] = token(by).split(".");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    const hs512 = Buffer.from('{"alg":"HS512"}').toString("base64url");
    const signature = hmac(EXAMPLE_SECRET, `${hs512}.${payload}`).toString("base64url");
    for (const text of [`${none}.${payload}.`, `${hs512}.${payload}.${signature}`, "a.b.c", "x"])
      expect(await read(httpSmsFixture, bearer(text)), text).toMatchObject({ kind: "forged" });
  });

  it("refuses what the phone encrypted, and an owner that is no number", async () => {
    const sms = { id: "m", from: "+12025550123", to: "+18005550199", body: "x", at: EXAMPLE_AT };
    const payload = httpSmsFixture.payload(sms) as { data: object };
    const encrypted = { ...payload, data: { ...payload.data, encrypted: true } };
    expect(await read(httpSmsFixture, httpSmsFixture.sign(encrypted, by))).toMatchObject({
      kind: "refused",
      field: "data.content",
    });
    const local = httpSmsFixture.sign(httpSmsFixture.payload({ ...sms, to: "8005550199" }), by);
    expect(await read(httpSmsFixture, local)).toMatchObject({ kind: "refused", field: "data.owner" });
  });
});

describe("textbee", () => {
  it("reads the message also in the envelope that its documentation showed before", async () => {
    const {
      smsId: _id,
      sender,
      message,
      receivedAt,
    } = JSON.parse(textBeeFixture.example.body) as Record<string, string>;
    const enveloped = {
      event: "MESSAGE_RECEIVED",
      timestamp: "2026-11-22T12:46:12Z",
      data: { _id, sender, message, receivedAt, device: { _id: "6741ee00a1b2c3d4e5f60001", enabled: true } },
    };
    expect(await read(textBeeFixture, textBeeFixture.sign(enveloped, by))).toEqual({
      kind: "sms",
      sms: textBeeFixture.sms,
    });
  });
});
