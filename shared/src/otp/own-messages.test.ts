import { describe, expect, it } from "vitest";
import { verifies } from "../../../test/support/verifies.ts";
import { extractOtp } from "./index.ts";
import { languages } from "./tables/index.ts";
import { ownMessages } from "./tables/messages/index.ts";

/** Every class that the specification calls hard has messages. */
const HARD_CLASSES = [
  "domain line contradicts the text",
  "grouped code",
  "letters only",
  "bank code with amounts",
  "amount, card tail, then code",
  "reference beside the code",
  "no keyword",
  "promotion",
  "bank alert",
  "warning without code",
  "no code needed",
  "other code",
  "old and new code",
  "chat",
];

const byClass = Map.groupBy(ownMessages, (message) => message.class);

describe.each([...byClass])("messages of the class %s", (_name, messages) => {
  it.each(messages)(
    verifies("extractor", "[$language] $body"),
    ({ body, code, service, domain, expires }) => {
      const otp = extractOtp(body);
      const found = {
        code: otp?.code ?? null,
        service: service === undefined ? undefined : otp?.service?.toLowerCase(),
        domain: otp?.domain,
        expires: expires === undefined ? undefined : otp?.expiresInSeconds,
      };
      expect(found).toEqual({ code, service: service?.toLowerCase(), domain, expires });
    },
  );
});

describe("the collection of own messages", () => {
  it("covers every hard class", () => {
    expect(HARD_CLASSES.filter((name) => !byClass.has(name))).toEqual([]);
  });

  it("holds at least 600 messages in at least 60 languages, a quarter of them without a code", () => {
    expect(ownMessages.length).toBeGreaterThanOrEqual(600);
    expect(new Set(ownMessages.map(({ language }) => language)).size).toBeGreaterThanOrEqual(60);
    expect(ownMessages.filter(({ code }) => code === null).length).toBeGreaterThan(ownMessages.length / 4);
  });

  it("has a message with a code for every language of the tables", () => {
    const covered = new Set(ownMessages.filter(({ code }) => code !== null).map(({ language }) => language));
    expect(languages.map(({ tag }) => tag).filter((tag) => !covered.has(tag))).toEqual([]);
  });
});
