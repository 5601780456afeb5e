import type { NormalText } from "./normal-text.ts";
import { CLASS } from "./unicode.ts";

/** Full stops of the scripts that have their own, and marks that end a sentence wherever they stand. */
const ENDS = new Set("!?。！？；;।॥။។؟۔…\n");

const LONGEST_OPENING = 16;

/** Numbers the sentences: a value for each unit of the text. */
export function findSentences({ text, classes }: NormalText): Uint16Array {
  const numbers = new Uint16Array(text.length);
  let current = 0;
  for (let at = 0; at < text.length; at++) {
    numbers[at] = current;
    if (current < 0xffff && endsSentence({ text, classes }, at)) current++;
  }
  return numbers;
}

function endsSentence({ text, classes }: Pick<NormalText, "text" | "classes">, at: number): boolean {
  const char = text.charAt(at);
  if (char === ".") return isFullStop(text, classes, at);
  // The Armenian full stop, which many type for a colon.
  if (char === "։") return !/^\s?\d/u.test(text.slice(at + 1, at + 3));
  return ENDS.has(char) && !(char === "\n" && isWrapped({ text, classes }, at));
}

/** A line that goes on below: "Your code is⏎4711⏎and expires soon". Behind a letter or a comma, before a small letter or a number alone. */
function isWrapped({ text, classes }: Pick<NormalText, "text" | "classes">, at: number): boolean {
  const next = text.slice(at + 1, at + 14);
  if (/^\p{Ll}/u.test(next)) return /[\p{L}\p{M}\d,]$/u.test(text.slice(Math.max(0, at - 2), at).trimEnd());
  const last = classes[at - 1] === CLASS.space ? classes[at - 2] : classes[at - 1];
  return (last === CLASS.letter || last === CLASS.dense) && /^(?:\d[ -]?){4,10}(?:\n|$)/u.test(next);
}

function isFullStop(text: string, classes: Uint8Array, at: number): boolean {
  const next = classes[at + 1] ?? CLASS.newline;
  // "482913. Use it to sign in": no sentence is a number alone.
  if (at <= LONGEST_OPENING && /^[<#>[\s]*[A-Z]?-?\d[\d -]*$/u.test(text.slice(0, at))) return false;
  if (next === CLASS.newline || next === CLASS.dense) return true;
  if (next === CLASS.space) return !isAbbreviation(text, classes, at);
  // "…is 123456.Please": no space, but a capital after a digit or a small letter.
  return (
    next === CLASS.letter &&
    /^[A-Z][a-z ]/u.test(text.slice(at + 1, at + 3)) &&
    (classes[at - 1] === CLASS.digit || /[a-z]{2}/u.test(text.slice(at - 2, at)))
  );
}

const ABBREVIATIONS = new Set(
  "ref réf rif no nr núm num rs tel tlf tél mob acc ph mr ms dr bal amt min approx max тел руб коп лв kr г".split(
    " ",
  ),
);

/** "Ref. Code"; "No. 1234": up to three letters, a stop, a digit; "лв. с карта": a short word, a stop, a small letter. */
function isAbbreviation(text: string, classes: Uint8Array, at: number): boolean {
  let start = at;
  while (start > 0 && classes[start - 1] === CLASS.letter && at - start < 8) start--;
  const length = at - start;
  if (length < 1) return isOrdinal(text, classes, at);
  if (classes[at + 2] === CLASS.digit && length <= 3) return true;
  if (length <= 4 && /\p{Ll}/u.test(text.charAt(at + 2))) return true;
  return ABBREVIATIONS.has(text.slice(start, at).toLowerCase());
}

/** "am 12.05. um 10:33": one or two digits, a stop, a small letter. */
function isOrdinal(text: string, classes: Uint8Array, at: number): boolean {
  const short =
    classes[at - 1] === CLASS.digit && !(classes[at - 2] === CLASS.digit && classes[at - 3] === CLASS.digit);
  return short && /\p{Ll}/u.test(text.charAt(at + 2));
}
