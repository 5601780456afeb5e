import { parsePhoneNumber } from "@agentpass/shared/phone-number";
import { isStorable, NOT_STORABLE } from "@agentpass/shared/storable-text";
import { countryCode, durationMs, parsedJson, phoneNumberMeant, unwrapped } from "./meant-values.ts";
import type { ArgumentSchema } from "./tool-definitions.ts";

export type ArgumentValue = string | number | string[];

/** `mended` is a value that would be accepted; absent where leaving the argument out is the mend. */
export type CheckedValue =
  | { ok: true; value: ArgumentValue }
  | { ok: false; message: string; mended?: ArgumentValue };

/** A timeout up to this is taken for seconds: nobody waits 0.3 s for an SMS. */
const SECONDS_AT_MOST = 300;
const LONGEST_SENDER = 64;

export interface Argument {
  name: string;
  schema: ArgumentSchema;
  /** Numbers that this client was given. */
  ownNumbers: readonly string[];
}

/** Checks one argument. Numbers may come as text, since many clients send every argument so. */
export function checkValue(argument: Argument, value: unknown): CheckedValue {
  const checked = checkAsGiven(argument, value);
  const inner = checked.ok || argument.schema.type === "array" ? undefined : unwrapped(argument.name, value);
  if (checked.ok || inner === undefined) return checked;
  const { mended, ...fault } = checked;
  const found = checkAsGiven(argument, inner);
  const usable = (found.ok ? found.value : found.mended) ?? mended;
  return { ...fault, ...(usable === undefined ? {} : { mended: usable }) };
}

function checkAsGiven(argument: Argument, value: unknown): CheckedValue {
  const { name, schema } = argument;
  switch (schema.type) {
    case "integer":
      return checkInteger(name, schema, value);
    case "array":
      return checkList(schema, value);
    case "string":
      return checkText(argument, value);
  }
}

function checkInteger(name: string, schema: ArgumentSchema, value: unknown): CheckedValue {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema;
  const range = `must be a whole number from ${minimum} to ${maximum}`;
  const number = numberOf(value);
  if (number === null) return { ok: false, message: range, ...meantInteger(name, schema, value) };
  // A negative timeout is meant to be none, or a long one.
  if (name === "timeout" && number < 0)
    return { ok: false, message: range, ...meantInteger(name, schema, null) };
  if (name === "timeout" && number > 0 && number <= SECONDS_AT_MOST) {
    const meant = Math.round(number * 1000);
    const own = number === 30 ? "" : ` (for ${number} seconds, ${meant})`;
    return {
      ok: false,
      message: `timeout is milliseconds; for 30 seconds pass 30000${own}`,
      mended: meant,
    };
  }
  const mended = Math.min(maximum, Math.max(minimum, Math.round(number)));
  return mended === number ? { ok: true, value: number } : { ok: false, message: range, mended };
}

/** What an integer was meant to be that is given as something else. */
function meantInteger(name: string, schema: ArgumentSchema, value: unknown): { mended?: ArgumentValue } {
  const ms = name === "timeout" && typeof value === "string" ? durationMs(value) : null;
  if (ms !== null) return { mended: Math.min(schema.maximum ?? ms, Math.round(ms)) };
  return schema.default === undefined ? {} : { mended: schema.default };
}

function numberOf(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || !/^\s*-?\d+(\.\d+)?\s*$/.test(value)) return null;
  return Number(value);
}

function checkList(schema: ArgumentSchema, value: unknown): CheckedValue {
  const { maxItems = Infinity } = schema;
  const message = `must be a list of at most ${maxItems} senders, e.g. ["+12025550123", "GitHub"]`;
  if (typeof value === "string") return { ok: false, message, mended: listIn(value).slice(0, maxItems) };
  if (!Array.isArray(value)) return { ok: false, message };
  const texts = value.map((item) => (typeof item === "number" ? String(item) : (item as unknown)));
  const good = texts.filter(isSender);
  if (good.length === value.length && good.length <= maxItems) return { ok: true, value: good };
  return { ok: false, message, mended: good.slice(0, maxItems) };
}

function isSender(item: unknown): item is string {
  return typeof item === "string" && item.length > 0 && item.length <= LONGEST_SENDER && isStorable(item);
}

function listIn(text: string): string[] {
  const parsed = parsedJson(text);
  if (Array.isArray(parsed)) return parsed.filter(isSender);
  // One sender, or several with commas between.
  return text
    .split(",")
    .map((item) => item.trim())
    .filter(isSender);
}

function checkText(argument: Argument, value: unknown): CheckedValue {
  const { name, schema } = argument;
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string") return { ok: false, message: "must be a text" };
  if (name === "phone_number") return checkPhoneNumber(text, argument.ownNumbers);
  const { minLength = 0, maxLength = Infinity } = schema;
  // An SMS's own text goes nowhere but to the extractor, which takes everything.
  if (name !== "sms_body" && !isStorable(text)) {
    const cleaned = checkText(argument, text.replaceAll("\0", "").toWellFormed());
    const mended = cleaned.ok ? cleaned.value : cleaned.mended;
    return { ok: false, message: NOT_STORABLE, ...(mended === undefined ? {} : { mended }) };
  }
  if (text.length < minLength) return { ok: false, message: "must not be empty" };
  if (text.length > maxLength)
    return {
      ok: false,
      message: `must be at most ${maxLength} characters; it has ${text.length}`,
      mended: text.slice(0, maxLength),
    };
  if (schema.enum && !schema.enum.includes(text)) return checkChoice(schema.enum, text);
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(text)) {
    const code = countryCode(text);
    return {
      ok: false,
      message: 'must be an ISO country of two capital letters, e.g. "US"',
      ...(code === null ? {} : { mended: code }),
    };
  }
  return { ok: true, value: text };
}

/** Other words for the ways of wait_for_sms. */
const choiceMeant: Record<string, string> = {
  look: "peek",
  read: "peek",
  view: "peek",
  take: "claim",
  consume: "claim",
};

function checkChoice(choices: readonly string[], text: string): CheckedValue {
  const word = text.trim().toLowerCase();
  const mended = choices.find((choice) => choice === word || choice === choiceMeant[word]);
  const list = choices.map((choice) => JSON.stringify(choice)).join(" or ");
  return { ok: false, message: `must be ${list}`, ...(mended === undefined ? {} : { mended }) };
}

function checkPhoneNumber(text: string, ownNumbers: readonly string[]): CheckedValue {
  const parsed = parsePhoneNumber(text.trim());
  if (parsed.ok) return { ok: true, value: parsed.e164 };
  const meant = phoneNumberMeant(text, ownNumbers);
  if (meant === null) return { ok: false, message: parsed.message };
  return {
    ok: false,
    message: `must be E.164: a plus sign, the country code and the number, digits only; did you mean "${meant}"?`,
    mended: meant,
  };
}
