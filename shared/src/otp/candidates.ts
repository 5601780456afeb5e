import { firstHitFrom } from "./gap.ts";
import type { Message } from "./message.ts";
import { CLASS } from "./unicode.ts";
import type { Span } from "./spans.ts";
import type { Veto } from "./types.ts";
import { classifyNumber } from "./numbers.ts";

export interface Candidate {
  start: number;
  end: number;
  code: string;
  shape: "digits" | "grouped" | "letters" | "mixed";
  /** Set when its form alone rules it out. */
  veto?: Veto;
  /** A form that a code may also have; a clear announcement outweighs it. */
  doubt?: Veto;
}

const MIN = 4;
const MAX = 10;

/** Everything in the message that could be a code by its form, and every number that cannot, with the reason. */
export function findCandidates(message: Message): Candidate[] {
  const found: Candidate[] = [];
  let spanIndex = 0;
  for (let at = 0; at < message.text.length;) {
    while ((message.spans[spanIndex]?.end ?? Infinity) <= at) spanIndex++;
    const span = message.spans[spanIndex];
    if (span && at >= span.start) {
      found.push(...inSpan(message, span));
      at = span.end;
    } else if (isAlnum(message, at)) at = readToken(message, at, found);
    else at++;
  }
  return found;
}

/** A link that holds digits is worth a line in the explanation. */
function inSpan(message: Message, { start, end, kind }: Span): Candidate[] {
  const code = message.text.slice(start, end);
  if (kind === "hash" || !/\d{4}/u.test(code)) return [];
  return [{ start, end, code, shape: "mixed", veto: kind }];
}

function readToken(message: Message, start: number, found: Candidate[]): number {
  const end = unglued(message, start, runEnd(message, start));
  const word = message.text.slice(start, end);
  if (!/\d/u.test(word)) return readLetters(message, { start, end }, found);
  if (touchesForeignLetter(message, start, end)) {
    found.push({ start, end, code: word, shape: "mixed", veto: "word" });
    return end;
  }
  if (/^\d+$/u.test(word)) {
    const number = classifyNumber(message, start, end);
    found.push(...number.candidates);
    return number.end;
  }
  return readMixed(message, { start, end }, found);
}

/** Where a word and a code are written together: "OTP271048", "is927415", "482913Do not share". */
function unglued(message: Message, start: number, end: number): number {
  const parts = /^(?:([A-Za-z]{2,})\d{4,8}|(\d{4,8})[A-Za-z]{2,})$/u.exec(message.text.slice(start, end));
  const word = parts?.[1];
  const digits = parts?.[2];
  const seam = start + (word ?? digits ?? "").length;
  const hit = message.hits[firstHitFrom(message.hits, word === undefined ? seam : start)];
  if (word !== undefined) return hit?.start === start && hit.end === seam ? seam : end;
  return digits !== undefined && hit?.start === seam && hit.end >= end ? seam : end;
}

/** Letters: of interest only as the first half of "G-123456" or "RKJ-YP6". */
function readLetters(message: Message, word: { start: number; end: number }, found: Candidate[]): number {
  const { text } = message;
  if (text.charAt(word.end) !== "-" || !isAlnum(message, word.end + 1)) return word.end;
  const end = runEnd(message, word.end + 1);
  const second = text.slice(word.end + 1, end);
  const prefix = text.slice(word.start, word.end);
  if (/^[xX]+$/u.test(prefix) && /^\d+$/u.test(second)) {
    found.push({ start: word.start, end, code: second, shape: "digits", veto: "card" });
    return end;
  }
  if (!/\d/u.test(second) || /^\d+$/u.test(second) || !/^[A-Z]{2,5}$/u.test(prefix)) return word.end;
  return readMixed(message, { start: word.start, end }, found);
}

/** "123ABC78", "T3425", "RKJ-YP6", "A1B2-C3D4". */
function readMixed(message: Message, first: { start: number; end: number }, found: Candidate[]): number {
  const { text } = message;
  let { end } = first;
  while (text.charAt(end) === "-" && isAlnum(message, end + 1) && !isLetterBetween(message, end + 1))
    end = runEnd(message, end + 1);
  const code = text.slice(first.start, end).replaceAll("-", "");
  const candidate: Candidate = { start: first.start, end, code, shape: "mixed" };
  const veto = mixedVeto(message, candidate);
  if (veto) candidate.veto = veto;
  if (veto === "amount") candidate.end = amountEnd(text, end);
  found.push(candidate);
  return candidate.end;
}

/** "Rp2.500.000", "RM250.00": the rest of a number whose currency is glued to it. */
function amountEnd(text: string, end: number): number {
  return end + (/^(?:[.,]\d{1,3}){0,5}(?!\d)/u.exec(text.slice(end, end + 24))?.[0].length ?? 0);
}

/** "12ab-Wort": a word of small letters after the dash is no group. */
function isLetterBetween(message: Message, at: number): boolean {
  return /^[a-z]+$/u.test(message.text.slice(at, runEnd(message, at)));
}

/** Numbers with a unit: "16GB", "150p". Five digits and one letter are no quantity that people write so. */
const UNIT =
  /^\d+(?:[kmgt]i?b(?:ps)?|hrs?|h|mins?|min|secs?|s|d|days?|am|pm|km|kg|g|ml|l|k|mp|mah|gbp|usd|eur|inr|rs|p|ppm|st|nd|rd|th|x|off|hz|mm|cm|m|w|v|cr|lakh|yrs?|wks?|b|thb|baht|tl|kr|zl|kc|ft|cal|cc|in|bn|mn|o|e|er|re|rd|de|a|ma)$/iu;
const MASK = /^(?:[xX]+\d+|\d+[xX]{2,}\d*|[xX]*\d*[xX]{2,}\d+[xX]?)$/u;

function mixedVeto({ text }: Message, { start, end, code }: Candidate): Veto | undefined {
  if (MASK.test(code) && !/^[xX]\d{5,}$/u.test(code)) return "card";
  if (/[*•]/u.test(text.charAt(start - 1)) || /[*•]/u.test(text.charAt(end))) return "card";
  if (UNIT.test(code) && !/^\d{5,}[a-z]$/iu.test(code)) return "amount";
  if (
    /^(?:rs|rp|inr|usd|eur|gbp|kes|ngn|php|myr|rm|thb|sgd|aed|sar|bdt|pkr|lkr|npr|vnd|idr|ksh|tsh|ush|nt|hkd|zar|ghs|ugx)\d+$/iu.test(
      code,
    )
  )
    return "amount";
  if (code.length > MAX + 2) return "too-long";
  if (code.length < MIN) return "too-short";
  return undefined;
}

function touchesForeignLetter(message: Message, start: number, end: number): boolean {
  return isForeignLetter(message, start - 1) || isForeignLetter(message, end);
}

function isForeignLetter({ text, classes }: Message, at: number): boolean {
  return classes[at] === CLASS.letter && text.charCodeAt(at) > 127;
}

/** ASCII letters and digits only: codes use no others. */
export function isAlnum({ text, classes }: Message, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const kind = classes[at];
  return kind === CLASS.digit || (kind === CLASS.letter && text.charCodeAt(at) < 128);
}

function runEnd(message: Message, start: number): number {
  let end = start;
  while (isAlnum(message, end)) end++;
  return end;
}

export const CODE_LENGTH = { min: MIN, max: MAX } as const;
