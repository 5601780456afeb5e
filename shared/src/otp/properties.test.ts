import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainOtp, extractOtp } from "./index.ts";
import { normalise } from "./normal-text.ts";
import { ownMessages } from "./tables/messages/index.ts";

const digits = (least: number, most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
    .map((list) => list.join(""));
const codes = digits(6, 6);
const anyMessage = fc.constantFrom(...ownMessages);
const announced = fc.constantFrom(
  "Your code is ",
  "OTP: ",
  "Ihr Code lautet ",
  "Код: ",
  "验证码：",
  "รหัส ",
  "رمز التحقق ",
);

describe("for every text", () => {
  it("never throws, and explains the same code that it extracts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (body) => {
        expect(explainOtp(body).otp).toEqual(extractOtp(body));
      }),
      { numRuns: 500 },
    );
  });

  it("never throws on pieces of messages in any order", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      anyMessage.map(({ body }) => body.slice(0, 40)),
      digits(1, 12),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expect(() => extractOtp(pieces.join(" "))).not.toThrow();
      }),
    );
  });

  it("takes the code from the normalised body", () => {
    fc.assert(
      fc.property(anyMessage, ({ body }) => {
        const otp = extractOtp(body);
        const text = normalise(body).text.replaceAll(/[\s.-]/gu, "");
        expect(otp === null || text.includes(otp.code.replaceAll(/[.-]/gu, ""))).toBe(true);
      }),
    );
  });
});

describe("a code is found all the same", () => {
  it("with invisible characters anywhere", () => {
    const invisible = fc.constantFrom("\u200b", "\u200e", "\u2060", "\ufeff", "\u00ad");
    fc.assert(
      fc.property(anyMessage, fc.array(fc.tuple(fc.nat(), invisible), { maxLength: 6 }), (message, marks) => {
        if (message.domain !== undefined) return;
        let body = message.body;
        for (const [place, mark] of marks) {
          const at = place % (body.length + 1);
          // Not inside a surrogate pair: that would destroy the character.
          if (!/[\ud800-\udbff]/u.test(body.charAt(at - 1))) body = body.slice(0, at) + mark + body.slice(at);
        }
        expect(extractOtp(body)?.code ?? null).toBe(message.code);
      }),
      { numRuns: 300 },
    );
  });

  it("in the digits of any script", () => {
    const zeros = fc.constantFrom(0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0x17e0, 0xff10, 0x1d7ce);
    fc.assert(
      fc.property(codes, zeros, (code, zero) => {
        const written = Array.from(code, (digit) => String.fromCodePoint(zero + Number(digit))).join("");
        expect(extractOtp(`Your verification code is ${written}`)?.code).toBe(code);
      }),
    );
  });

  it("whatever the case of the announcing words", () => {
    const words = fc.constantFrom(
      "your verification code is",
      "ihr bestätigungscode lautet",
      "ваш код подтверждения:",
      "votre code de vérification est",
    );
    const cases = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
    );
    fc.assert(
      fc.property(words, cases, codes, (text, inCase, code) => {
        expect(extractOtp(`${inCase(text)} ${code}`)?.code).toBe(code);
      }),
    );
  });

  it("with an app hash on the last line", () => {
    const hash = fc.stringMatching(/^[a-z][A-Z][0-9][A-Za-z0-9+/]{8}$/);
    fc.assert(
      fc.property(announced, codes, hash, (words, code, line) => {
        expect(extractOtp(`<#> ${words}${code}\n${line}`)?.code).toBe(code);
      }),
    );
  });
});

describe("what is no code is never taken for one, beside a code or alone", () => {
  const notCodes: Record<string, fc.Arbitrary<string>> = {
    amount: fc
      .tuple(fc.constantFrom("$", "€", "Rs ", "USD "), fc.integer({ min: 1000, max: 9_999_999 }))
      .map(([unit, value]) => `Paid ${unit}${value}`),
    "amount with decimals": fc.integer({ min: 1000, max: 999_999 }).map((value) => `Total ${value}.50 EUR`),
    date: fc
      .date({ min: new Date("2000-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
      .map((date) => `Due ${date.toISOString().slice(0, 10)}`),
    "date with stops": fc
      .tuple(fc.integer({ min: 10, max: 28 }), fc.integer({ min: 10, max: 12 }))
      .map(([day, month]) => `Due ${day}.${month}.2026`),
    time: fc
      .tuple(fc.integer({ min: 10, max: 23 }), fc.integer({ min: 10, max: 59 }))
      .map(([hour, minute]) => `At ${hour}:${minute}:00`),
    "international phone": digits(9, 12).map((number) => `Call +4${number}`),
    "phone with dashes": fc
      .tuple(digits(3, 3), digits(3, 3), digits(4, 4))
      .map((groups) => `Call ${groups.join("-")}`),
    hotline: digits(4, 8).map((number) => `Call ${number}`),
    "card tail": digits(4, 4).map((tail) => `Card ending ${tail}`),
    "masked card": digits(4, 4).map((tail) => `Card XX${tail}`),
    reference: digits(5, 9).map((number) => `Ref: ${number}`),
    order: digits(5, 9).map((number) => `Order ${number}`),
  };

  it.each(Object.entries(notCodes))("%s", (_name, phrases) => {
    fc.assert(
      fc.property(phrases, codes, (phrase, code) => {
        expect(extractOtp(`${phrase}.`)).toBeNull();
        expect(extractOtp(`${phrase}. Your code is ${code}`)?.code).toBe(code);
        expect(extractOtp(`Your code is ${code}. ${phrase}.`)?.code).toBe(code);
      }),
    );
  });
});

describe("time", () => {
  const PIECES = [
    "1",
    "123 456 ",
    "1-",
    "a",
    "code 1234 ",
    "[",
    "@a.b #1\n",
    "验证码",
    "e\u0301",
    "\u200b",
    "a1b2-",
    "5 minutes ",
  ];

  it.each(PIECES)("grows in line with the length of %j repeated", (piece) => {
    // Processor time, the least of four runs: other processes of the machine do not count.
    const timeOf = (length: number): number => {
      const body = piece.repeat(Math.ceil(length / piece.length));
      const once = (): number => {
        const start = process.cpuUsage();
        extractOtp(body);
        return process.cpuUsage(start).user / 1000;
      };
      return Math.min(once(), once(), once(), once());
    };
    timeOf(10_000);
    const [short, long] = [timeOf(10_000), timeOf(80_000)];
    // Eight times the length: a quadratic finder would take 64 times as long. The floor keeps timer noise out.
    expect(long).toBeLessThan(Math.max(short, 1) * 32);
  });
});
