import { type Candidate, CODE_LENGTH, isAlnum } from "./candidates.ts";
import { firstHitFrom } from "./gap.ts";
import { KIND } from "./lexicon.ts";
import type { Message } from "./message.ts";
import { CLASS } from "./unicode.ts";

const MARKS = new Set(" :=\"'“”„«»[(<*\n-");
const MOST = 8;

/**
 * Codes of letters alone ("Your code is kwxpzr") look like words, so only what an announcing word points at
 * directly is considered: after a colon or "is", at the end of its sentence, and no word of our own tables.
 */
export function addLetterCandidates(message: Message, candidates: Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (const hit of message.hits) {
    if ((hit.kinds & (KIND.strong | KIND.code)) === 0 || found.length >= MOST) continue;
    const start = pointedAt(message, hit.end);
    const candidate = start < 0 ? null : readCode(message, start);
    if (candidate && found.at(-1)?.start !== candidate.start) found.push(candidate);
  }
  return found.length === 0 ? candidates : [...candidates, ...found].sort((a, b) => a.start - b.start);
}

/** Where the first word after the pointer begins, or -1 where nothing points. */
function pointedAt(message: Message, from: number): number {
  let pointed = false;
  let at = from;
  for (const limit = from + 24; at < limit && at < message.text.length;) {
    const char = message.text.charAt(at);
    const hit = message.hits[firstHitFrom(message.hits, at)];
    if (hit && hit.start === at && (hit.kinds & KIND.copula) !== 0) {
      pointed = true;
      at = hit.end;
    } else if (MARKS.has(char)) {
      if (char === ":" || char === "=") pointed = true;
      at++;
    } else return pointed ? at : -1;
  }
  return -1;
}

function readCode(message: Message, start: number): Candidate | null {
  let end = start;
  while (isAlnum(message, end) || (message.text.charAt(end) === "-" && isAlnum(message, end + 1))) end++;
  const raw = message.text.slice(start, end);
  const code = raw.replaceAll("-", "");
  if (!/^[A-Za-z]+$/u.test(code) || code.length < CODE_LENGTH.min || code.length > CODE_LENGTH.max)
    return null;
  if (
    message.classes[end] === CLASS.letter ||
    !endsPart(message, end) ||
    !looksRandom(raw, /[a-z]/u.test(message.text))
  )
    return null;
  const hit = message.hits[firstHitFrom(message.hits, start)];
  return hit && hit.start < end ? null : { start, end, code, shape: "letters" };
}

function endsPart({ text }: Message, end: number): boolean {
  const rest = text.slice(end, end + 3);
  return rest === "" || /^["'”»\])>*]*(?:[.,;!。，\n(]|$|\s[-–(])/u.test(rest);
}

/** All capitals among small letters, or no vowel pattern of a word: four consonants in a row, or a rare pair. */
function looksRandom(raw: string, hasSmallLetters: boolean): boolean {
  if (raw === raw.toUpperCase() && hasSmallLetters) return true;
  if (/[a-z][A-Z]/u.test(raw)) return true;
  const word = raw.toLowerCase();
  return (
    /[bcdfghjklmnpqrstvwxz]{4}/u.test(word) ||
    /q[^u]|[jvxz][bcdfghjklmnpqrstvwxz]|[bcdfghjklmnpqrtvwxz][jqvxz]|^[^aeiouy]+$|(?:[bcdfgkpqtvwxz])(?:[jqxzvw])/u.test(
      word,
    )
  );
}
