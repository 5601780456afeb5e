import { parsePhoneNumber } from "@agentpass/shared/phone-number";

const unitsMs: readonly (readonly [unit: RegExp, ms: number])[] = [
  [/^(ms|msecs?|millis|milliseconds?)$/, 1],
  [/^(s|secs?|seconds?)$/, 1_000],
  [/^(m|mins?|minutes?)$/, 60_000],
  [/^(h|hrs?|hours?)$/, 3_600_000],
];

/** Milliseconds of a length of time in words, e.g. "30s" or "2 minutes"; null where it is none. */
export function durationMs(text: string): number | null {
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)\s*([a-z]+)\.?$/i.exec(text.trim()) ?? [];
  const ms = unitsMs.find(([name]) => name.test(unit.toLowerCase()))?.[1];
  return amount === undefined || ms === undefined ? null : Number(amount) * ms;
}

/** What people write that is no name of a country in English. */
const otherNames: Record<string, string> = {
  usa: "US",
  "u.s.": "US",
  "u.s.a.": "US",
  america: "US",
  "united states of america": "US",
  uk: "GB",
  "u.k.": "GB",
  "great britain": "GB",
  england: "GB",
  holland: "NL",
  deutschland: "DE",
};

/** The ISO code of a country given by its English name or in other letters, e.g. "germany" or "us"; null where it is none. */
export function countryCode(text: string): string | null {
  const name = text.trim().toLowerCase();
  const other = otherNames[name];
  if (other !== undefined) return other;
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const code = first + second;
      if (code === text.trim().toUpperCase()) return code;
      // Of a country's codes the one that holds now: Germany had DD as well.
      if (names.of(code)?.toLowerCase() === name) return new Intl.Locale(`und-${code}`).region ?? code;
    }
  return null;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Fewer digits are a short code, or anything. */
const NATIONAL_DIGITS = 7;

/**
 * The number meant by a text that is no E.164: one of the caller's own where its last digits are given, else what the
 * digits in the text spell; null where they spell none.
 */
export function phoneNumberMeant(text: string, ownNumbers: readonly string[]): string | null {
  const [spelled = text] = /\+?[(\d][\d\s().\-/]{5,}\d/.exec(text) ?? [];
  const digits = spelled.replace(/\D/g, "").replace(/^0+/, "");
  const own = ownNumbers.filter((number) => digits.length >= NATIONAL_DIGITS && number.endsWith(digits));
  if (own.length === 1) return own[0] ?? null;
  const parsed = parsePhoneNumber(spelled);
  return parsed.ok ? parsed.e164 : (parsed.suggestion ?? null);
}

/** What a value holds that was given in a wrapping: a list of one, an object with this argument, JSON in a text. */
export function unwrapped(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? value[0] : undefined;
  if (typeof value === "object" && value !== null)
    return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  const parsed = typeof value === "string" ? parsedJson(value) : undefined;
  return typeof parsed === "object" ? unwrapped(name, parsed) : parsed;
}

/** What a JSON text says, or undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
