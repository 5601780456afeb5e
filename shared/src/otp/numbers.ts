import type { Candidate } from "./candidates.ts";
import { firstHitFrom } from "./gap.ts";
import type { Message } from "./message.ts";
import { CLASS } from "./unicode.ts";
import type { Veto } from "./types.ts";

interface Group {
  start: number;
  end: number;
}

/** Reads the number expression that begins with the digits at `start`: a plain number, "12:30", "1,200.50", "123-456". */
export function classifyNumber(
  message: Message,
  start: number,
  end: number,
): { candidates: Candidate[]; end: number } {
  const punctuated = extend(message, { start, end }, isInnerMark);
  const last = punctuated.at(-1)?.end ?? end;
  const veto = edgeVeto(message, start, last);
  if (punctuated.length > 1) return { candidates: [punctuatedNumber(message, punctuated, veto)], end: last };
  const spaced = extend(message, { start, end }, (text, at) => text.charAt(at) === " ");
  for (let count = veto ? 1 : spaced.length; count > 1; count--) {
    const joined = joinSpaced(message, spaced.slice(0, count));
    if (joined) return joined;
  }
  return { candidates: [plainNumber(message, { start, end }, veto)], end };
}

/** The groups of digits that follow each other with one mark between, at most twelve. */
function extend(message: Message, first: Group, isMark: (text: string, at: number) => boolean): Group[] {
  const groups = [first];
  for (
    let end = first.end;
    groups.length < 12 && isMark(message.text, end) && message.classes[end + 1] === CLASS.digit;
  ) {
    const start = end + 1;
    for (end = start; message.classes[end] === CLASS.digit;) end++;
    if (message.classes[end] === CLASS.letter && message.text.charCodeAt(end) < 128) break;
    if (
      message.text.charAt(start - 1) === " " &&
      isInnerMark(message.text, end) &&
      message.classes[end + 1] === CLASS.digit
    )
      break;
    groups.push({ start, end });
  }
  return groups;
}

function isInnerMark(text: string, at: number): boolean {
  return "-./:,'".includes(text.charAt(at)) && at < text.length;
}

/** What stands directly beside a number and settles what it is. */
function edgeVeto(message: Message, start: number, end: number): Veto | undefined {
  const { text, classes } = message;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (before === "+" || (before === "(" && text.charAt(start - 2) === "+")) return "phone";
  if (/\(\d{2,4}\)[ -]?$/u.test(text.slice(Math.max(0, start - 7), start))) return "phone";
  if (before === "#" && /[a-z\s]/iu.test(text.charAt(start - 2)) && isAfterHost(message, start))
    return "link";
  if (before === "*" && after === "#") return "ussd";
  if (before === "*" && /[*xX\s]/u.test(text.charAt(start - 2)) && !isBold(text, start, end)) return "card";
  if (before === "*" && after === "*" && /[*\d]/u.test(text.charAt(end + 1))) return "ussd";
  if (before === "•" || before === "…") return "card";
  if (after === "%" || (after === " " && text.charAt(end + 1) === "%")) return "amount";
  if (
    isMoney(text.charAt(before === " " ? start - 2 : start - 1)) ||
    isMoney(text.charAt(after === " " ? end + 1 : end))
  )
    return "amount";
  if (after === "*" && (text.charAt(end + 1) === "*" || classes[end + 1] === CLASS.digit)) return "card";
  return undefined;
}

/** "*482913*": how chats write bold. "** 4471" and "*4471" are card tails. */
function isBold(text: string, start: number, end: number): boolean {
  return (
    /^[^*\dxX]?\*$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    /^\*(?![*\d#])/u.test(text.slice(end, end + 2))
  );
}

/** A line that failed to be a domain-bound one: "@acme.com#1234", "@acme.com:8080 #1234". */
function isAfterHost({ text }: Message, start: number): boolean {
  return /@[\w.:/-]{1,60}\s{0,3}#$/u.test(text.slice(Math.max(0, start - 66), start));
}

function isMoney(char: string): boolean {
  return char !== "" && /\p{Sc}/u.test(char);
}

function punctuatedNumber(message: Message, groups: Group[], edge: Veto | undefined): Candidate {
  const { text } = message;
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? start;
  const raw = text.slice(start, end);
  const code = raw.replaceAll(/\D/gu, "");
  const base: Candidate = { start, end, code, shape: "grouped" };
  // "482.913" is how some write a code, and most an amount.
  if (!edge && /^\d{3}\.\d{3}$/u.test(raw)) return { ...base, doubt: "amount" };
  const veto =
    edge ??
    punctuatedVeto(
      raw,
      groups.map((group) => group.end - group.start),
    );
  if (veto) return { ...base, veto };
  return code.length >= 9 ? { ...base, doubt: "phone" } : base;
}

/** Only dashes group a code; every other mark makes a date, a time, an amount or a list. */
function punctuatedVeto(raw: string, sizes: number[]): Veto | undefined {
  if (/^\d{1,2}:\d{2}/u.test(raw)) return "time";
  if (raw.includes(":") || raw.includes("'")) return "number-range";
  if (isDate(raw)) return "date";
  if (raw.includes("/")) return "date";
  if (/[.,]/u.test(raw)) return "amount";
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > 10) return "phone";
  if (sizes.length === 3 && sizes[0] === 3 && sizes[1] === 3 && sizes[2] === 4) return "phone";
  if (total < 4 || (sizes.length === 2 && sizes.every((size) => size <= 2))) return "number-range";
  return undefined;
}

/** A day and a month beside a year, in any order: "12-34-56" is none. */
function isDate(raw: string): boolean {
  if (!/^(?:\d{4}|\d{1,2})[-./]\d{1,2}[-./](?:\d{4}|\d{1,2})$/u.test(raw)) return false;
  const [first = 0, second = 0, third = 0] = raw.split(/[-./]/u).map(Number);
  const dayAndMonth = (a: number, b: number): boolean => (a <= 31 && b <= 12) || (a <= 12 && b <= 31);
  return dayAndMonth(first, second) || dayAndMonth(second, third);
}

/** "823 815", "12 34 56", "0 4 7 1 9 2": groups of one size, or three and four. More than ten digits are a phone or a card. */
function joinSpaced(message: Message, groups: Group[]): { candidates: Candidate[]; end: number } | null {
  const sizes = groups.map((group) => group.end - group.start);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? start;
  const candidate: Candidate = {
    start,
    end,
    code: message.text.slice(start, end).replaceAll(" ", ""),
    shape: "grouped",
  };
  const edge = edgeVeto(message, start, end);
  const even = sizes.every((size) => size === sizes[0]);
  const first = sizes[0] ?? 0;
  if (total > 10 && sizes.every((size) => size <= 4))
    return { candidates: [{ ...candidate, veto: "phone" }], end };
  if (total > 10 || total < 4 || sizes.some((size) => size > 4)) return null;
  const phone = sizes.join() === "3,3,4";
  const grouped =
    (even && (first > 1 || sizes.length >= 4)) ||
    (sizes.length === 2 && first >= 3 && (sizes[1] ?? 0) >= 3) ||
    phone;
  if (!grouped) return null;
  if (edge ?? phone) return { candidates: [{ ...candidate, veto: edge ?? "phone" }], end };
  return { candidates: [candidate], end };
}

/** Where "G-123456" begins. A word of our tables is a label, not a vendor's prefix. */
function prefixStart(message: Message, start: number): number {
  const { text, classes } = message;
  if (text.charAt(start - 1) !== "-") return start;
  let first = start - 1;
  while (start - first < 7 && /[A-Z]/u.test(text.charAt(first - 1))) first--;
  if (first === start - 1 && text.charAt(first - 1) === "g") first--;
  const length = start - 1 - first;
  if (length < 1 || length > 5 || classes[first - 1] === CLASS.letter || classes[first - 1] === CLASS.digit)
    return start;
  const hit = message.hits[firstHitFrom(message.hits, first)];
  return hit && hit.start < start ? start : first;
}

function plainNumber(message: Message, { start, end }: Group, edge: Veto | undefined): Candidate {
  const code = message.text.slice(start, end);
  const base: Candidate = { start: prefixStart(message, start), end, code, shape: "digits" };
  if (edge) return { ...base, veto: edge };
  if (code.length > 10) return { ...base, veto: "too-long" };
  if (code.length < 4) return { ...base, veto: "too-short" };
  if (code.length >= 9 && code.startsWith("0")) return { ...base, doubt: "phone" };
  if (/^(?:19|20)\d\d$/u.test(code)) return { ...base, doubt: "date" };
  return code.length === 10 ? { ...base, doubt: "phone" } : base;
}
