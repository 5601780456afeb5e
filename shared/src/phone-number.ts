import { parsePhoneNumberFromString } from "libphonenumber-js";

declare const e164Brand: unique symbol;
/** A phone number in E.164: a plus sign and 7 to 15 digits. */
export type E164 = string & { readonly [e164Brand]: true };

const E164_SHAPE = /^\+[1-9]\d{6,14}$/;

/** Gives the number where `text` already is E.164, else null. No guessing: for what people type use {@link parsePhoneNumber}. */
export function asE164(text: string): E164 | null {
  return E164_SHAPE.test(text) ? (text as E164) : null;
}

export type ParsedPhoneNumber = { ok: true; e164: E164 } | { ok: false; message: string; suggestion?: E164 };

/**
 * Parses a number that a person or a model wrote. Only E.164 is accepted; other spellings are answered
 * with the E.164 form they probably mean.
 */
export function parsePhoneNumber(text: string): ParsedPhoneNumber {
  const exact = asE164(text);
  if (exact) return { ok: true, e164: exact };
  const compact = text.replace(/[\s().\-/\u2010-\u2015\u00a0]/g, "").replace(/^00/, "+");
  const guess = asE164(compact) ?? asE164(`+${compact}`) ?? null;
  const shape = "must be E.164: a plus sign, the country code and the number, digits only";
  if (!guess)
    return {
      ok: false,
      message: `${JSON.stringify(text.slice(0, 40))} is not a phone number; it ${shape}, e.g. "+15551234567"`,
    };
  return {
    ok: false,
    message: `${JSON.stringify(text.slice(0, 40))} ${shape}; did you mean "${guess}"?`,
    suggestion: guess,
  };
}

export interface PhoneNumberParts {
  /** ISO 3166 country, where the number's range belongs to one. */
  country?: string;
  callingCode: string;
  nationalNumber: string;
}

/** Splits an E.164 number. Mock numbers (+1 555…) are possible but not valid numbers, so nothing here asks for validity. */
export function describePhoneNumber(e164: E164): PhoneNumberParts {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return { callingCode: e164.slice(1, 2), nationalNumber: e164.slice(2) };
  const country = parsed.country ?? parsed.getPossibleCountries()[0];
  return {
    ...(country ? { country } : {}),
    callingCode: parsed.countryCallingCode,
    nationalNumber: parsed.nationalNumber,
  };
}

/** For logs: keeps the first two and the last two digits, "+15551234567" becomes "+15*******67". */
export function maskPhoneNumber(text: string): string {
  if (text.length < 6) return "*".repeat(text.length);
  return text.slice(0, 3) + "*".repeat(text.length - 5) + text.slice(-2);
}
