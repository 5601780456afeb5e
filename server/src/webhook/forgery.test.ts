import * as fc from "fast-check";
import { Secret } from "@agentpass/shared/secret";
import { describe, expect, test } from "vitest";
import { verifies } from "../../../test/support/verifies.ts";
import { readingsOf, signedText } from "./forged-readings.test-support.ts";
import { readSms } from "./sms-fields.ts";
import { SMS_PATH } from "./signed-request.ts";
import {
  ACCOUNT_SID,
  MESSAGE_SID,
  sign,
  startServer,
  twilioFields,
  type Fields,
} from "./sms-route.test-support.ts";
import type { FormParameter } from "./url-encoded.ts";
import { faultSeed, fullCount } from "../../../test/support/full-count.ts";

const account = { provider: "twilio" as const, accountSid: ACCOUNT_SID, authTokens: [new Secret("t")] };
const OTHER_SID = `SM${"9".repeat(32)}`;

function read(parameters: readonly FormParameter[]) {
  return readSms(parameters, { account, receivedAt: 0 });
}

/** Readings of what was signed for `fields` that would be stored as something else. */
function forgeriesOf(fields: Fields): { readings: number; forgeries: unknown[] } {
  const honest = {
    providerMessageId: fields["MessageSid"],
    to: fields["To"],
    from: fields["From"]?.trim() || "anonymous",
    body: fields["Body"],
    media: fields["MediaUrl0"]
      ? [{ url: fields["MediaUrl0"], contentType: fields["MediaContentType0"] ?? "" }]
      : [],
  };
  let readings = 0;
  const forgeries: unknown[] = [];
  for (const reading of readingsOf(signedText(Object.entries(fields)))) {
    readings++;
    const result = read(reading);
    if (result.kind !== "sms") continue;
    const { providerMessageId, to, from, body, media } = result.sms;
    const stored = { providerMessageId, to, from, body, media };
    if (JSON.stringify(stored) !== JSON.stringify(honest)) forgeries.push({ reading, stored });
  }
  return { readings, forgeries };
}

/** Twilio's parameters without what it knows of the sender's place. */
function placeless(changes: Fields): Fields {
  const { FromCity: _c, FromCountry: _n, FromState: _s, FromZip: _z, ...rest } = twilioFields(changes);
  return rest;
}

function withoutVersion(changes: Fields): Fields {
  const { ApiVersion: _v, ...rest } = twilioFields(changes);
  return rest;
}

describe("a signed text has one reading", () => {
  test.each([
    ["a code", twilioFields()],
    ["a code first", twilioFields({ Body: "482913 is your Facebook Code" })],
    ["words that are names", twilioFields({ Body: "From Body To From+12025550199 To+15551234567" })],
    [
      "whole parameters",
      twilioFields({ Body: `1From+12025550199MessageSid${OTHER_SID}NumMedia0To+15551234567ToZip` }),
    ],
    ["a place", twilioFields({ Body: "1From+12025550199FromCity" })],
    ["a place, to a message that has none", placeless({ Body: "1From+12025550199FromCity" })],
    ["a medium", placeless({ Body: "1From+12025550199MediaContentType0aMediaUrl0https://x/" })],
    ["a sender like a name", placeless({ Body: "Use 1 From+12025550199", From: "CityBank" })],
    [
      "a sender like a name, with its country",
      { ...placeless({ Body: "Use 1 From me", From: "CityBank" }), FromCountry: "GB" },
    ],
    ["a sender like a state", placeless({ Body: "Use 1 From me", From: "StateFarm" })],
    ["a sender in two words", placeless({ From: "AcmeLtd" })],
    ["a country alone", { ...placeless({ Body: "1" }), FromCountry: "GB" }],
    ["an earlier parameter that holds a name", twilioFields({ Body: "", Beta: "Body" })],
    ["a later parameter that holds a name", placeless({ Body: "", Risk: "From" })],
    ["add-ons before the body", withoutVersion({ AddOns: "{}", Body: "}Body2" })],
    ["a parameter added before the body", twilioFields({ Beta: "Bf", Body: "1Body2" })],
    ["a parameter added there, and no version", withoutVersion({ Beta: "1", Body: "xBodyy" })],
    ["no sender", placeless({ From: "", Body: "1From2" })],
    ["no version", withoutVersion({ Body: "xBodyy" })],
    [
      "a medium of its own",
      twilioFields({
        NumMedia: "1",
        MediaUrl0: "https://api.twilio.com/Accounts/AC1/Messages/MM1/Media/ME1",
        MediaContentType0: "image/x-Mime",
      }),
    ],
    ["a parameter that Twilio added", twilioFields({ Risk: "lowRiskTo+15550000000", Body: "Alpha" })],
  ] satisfies [string, Fields][])("with %s in it", (_what, fields) => {
    expect(forgeriesOf(fields).forgeries).toEqual([]);
  });

  test("and the search for others looks at many", () => {
    expect(forgeriesOf(twilioFields({ Body: "Your Facebook code From Code" })).readings).toBeGreaterThan(40);
  });

  test(verifies("T1", "whatever its sender wrote"), () => {
    const names =
      "Body From To MessageSid SmsSid NumMedia MediaUrl0 MediaContentType0 AccountSid ApiVersion AddOns";
    const parts =
      "Bo dy E City Country US State Zip Facebook 482913 0 1 {} +12025550199 +15551234567 https://x/";
    const known = `${names} ${parts} ${OTHER_SID} ${MESSAGE_SID} ${ACCOUNT_SID}`.split(" ");
    const pieces = fc.constantFrom("Your code ", " ", ...known);
    const text = fc.array(pieces, { maxLength: 9 }).map((chosen) => chosen.join(""));
    const sender = fc.constantFrom(
      "+12025550147",
      "22395",
      "CityBank",
      "Google",
      "StateFarm",
      "CountryUS",
      "",
    );
    const country = fc.constantFrom<Fields>({}, { FromCountry: "GB" }, { FromCountry: "" });
    const place = fc.oneof(
      country.map((some) => placeless(some)),
      fc.constantFrom(twilioFields(), withoutVersion({})),
    );
    // Twilio adds parameters without notice.
    const added = fc.oneof(
      fc.constant<Fields>({}),
      text.map((value): Fields => ({ Beta: value })),
      text.map((value): Fields => ({ Risk: value })),
    );
    fc.assert(
      fc.property(fc.tuple(text, sender), place, added, ([Body, From], fields, more) => {
        expect(forgeriesOf({ ...fields, ...more, Body, From }).forgeries).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** 10^6 in a full run. */
const WEBHOOKS = fullCount("FAULT_WEBHOOKS", 150);
const SEED = faultSeed(1);

describe("over HTTP, a signature seen once is worth nothing for", () => {
  const moved = (changes: Fields, dropped: readonly string[] = []): Fields => {
    const fields = twilioFields(changes);
    for (const name of dropped) delete fields[name];
    return fields;
  };
  test.each<[string, Fields, Fields]>([
    ["the name's end moved into the body", moved({ Body: "482913" }), moved({ Body4: "82913" }, ["Body"])],
    ["the same, beside an empty body", moved({ Body: "482913" }), moved({ Body: "", Body4: "82913" })],
    [
      "a body cut at a capital letter",
      moved({ Body: "Your Facebook code 1" }),
      moved({ Body: "Your ", Facebook: " code 1" }),
    ],
    ["a body that swallows its sender", moved({ Body: "1" }), moved({ Body: "1From+12025550147" }, ["From"])],
    ["a body that begins later", moved({ Body: "xBody1" }), moved({ Bod: "yx", Body: "1" })],
    [
      "a sender given by the body",
      moved({ Body: "1From+1999" }),
      moved({ Body: "1", From: "+1999From+12025550147" }),
    ],
  ])("%s", async (_what, seen, forged) => {
    await using server = await startServer();
    const signature = sign(server.url + SMS_PATH, Object.entries(seen));
    expect((await server.post(forged, { signature })).status).toBe(403);
    expect(server.stored).toEqual([]);
  });

  test(
    verifies("T1", "any one changed, added or dropped parameter"),
    async () => {
      await using server = await startServer();
      const fields = twilioFields();
      const signature = sign(server.url + SMS_PATH, Object.entries(fields));
      const names = fc.constantFrom(...Object.keys(fields));
      const mutation = fc.oneof(
        fc.record({ name: names, value: fc.string({ unit: "binary", maxLength: 40 }) }),
        fc.record({ name: fc.stringMatching(/^[A-Z][a-z]{0,8}$/), value: fc.string({ minLength: 1 }) }),
        fc.record({ name: names, value: fc.constant(null) }),
      );
      await fc.assert(
        fc.asyncProperty(mutation, async ({ name, value }) => {
          const { [name]: before, ...rest } = fields;
          fc.pre(before !== value);
          const response = await server.post(value === null ? rest : { ...rest, [name]: value }, {
            signature,
          });
          expect([403, 429]).toContain(response.status);
        }),
        { numRuns: WEBHOOKS, seed: SEED },
      );
      expect(server.stored).toEqual([]);
    },
    30_000 + WEBHOOKS * 20,
  );

  test("parameters moved between the query and the body", async () => {
    await using server = await startServer();
    const fields = twilioFields({
      Body: `x&AccountSid=${ACCOUNT_SID}&MessageSid=${OTHER_SID}&From=22395&Body=666666&To=%2B15551234567`,
    });
    const text = signedText(Object.entries(fields)).replaceAll(" ", "");
    const signature = sign(`${server.url}${SMS_PATH}?a=1${text}`, []);
    const get = await fetch(`${server.url}${SMS_PATH}?a=1${text}`, {
      headers: { "x-twilio-signature": signature },
    });
    expect(get.status).toBe(403);
    expect((await server.post(twilioFields(), { query: `?a=1AccountSid${ACCOUNT_SID}` })).status).toBe(403);
    expect((await server.post(twilioFields(), { query: "?Body=1" })).status).toBe(403);
    expect((await server.post(twilioFields(), { query: `?bodySHA256=${"0".repeat(64)}` })).status).toBe(403);
    expect(server.stored).toEqual([]);
  });
});
