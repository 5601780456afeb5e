/** Parsers of options and arguments, for commander: each refuses with what would be right. */
import { parsePhoneNumber } from "@agentpass/shared/phone-number";
import { InvalidArgumentError } from "commander";
import { parseDuration } from "../domain/duration.ts";

/** E.164; otherwise the form probably meant is named. */
export function e164(text: string): string {
  const parsed = parsePhoneNumber(text);
  if (parsed.ok) return parsed.e164;
  throw new InvalidArgumentError(parsed.message);
}

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** `90s`, `30m`, `24h`, `7d`, `500ms`, or several of them behind each other; gives milliseconds. */
export function duration(text: string): number {
  return parseDuration(text) ?? fail();

  function fail(): never {
    throw new InvalidArgumentError("It must be a duration such as 90s, 30m, 24h, 7d or 1h30m.");
  }
}
