import { type Candidate, CODE_LENGTH, isAlnum } from "./candidates.ts";
import { firstHitFrom } from "./gap.ts";
import { type Hit, KIND } from "./lexicon.ts";
import type { Message } from "./message.ts";
import { CLASS } from "./unicode.ts";

const MARKS = new Set(" :=\"'“”„«»[(<*\n-");
const ANNOUNCERS = KIND.strong | KIND.code;
const MOST = 8;

/** What a service writes where a code would stand. Words of our tables ("expired", "sent to") need no place here. */
const NO_CODES = new Set(
  "pending invalid incorrect wrong ready sent below above null none undefined unknown missing failed required attached hidden secret private here please thanks sorry correct accepted rejected blocked locked disabled enabled confidential".split(
    " ",
  ),
);

/**
 * Codes of letters alone ("Your code is kwxpzr") look like words, so only what an announcing word points at
 * directly is considered, and what opens the message before "is your code"; no word of our own tables, and nothing
 * where a number could be the code.
 */
export function addLetterCandidates(message: Message, candidates: Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  if (candidates.some(({ veto }) => !veto)) return candidates;
  const first = opening(message);
  if (first) found.push(first);
  for (const hit of message.hits) {
    if ((hit.kinds & ANNOUNCERS) === 0 || (hit.kinds & KIND.other) !== 0 || found.length >= MOST) continue;
    const candidate = pointedAt(message, hit);
    if (candidate && found.at(-1)?.start !== candidate.start) found.push(candidate);
  }
  return found.length === 0 ? candidates : [...candidates, ...found].sort((a, b) => a.start - b.start);
}

/** "vbnmqw is your login code". */
function opening(message: Message): Candidate | null {
  const next = message.hits[0];
  if (!next || next.start > 14 || (next.kinds & KIND.copula) === 0) return null;
  const candidate = readWord(message, 0);
  return candidate && candidate.end === next.start - 1 && isScrambled(rawOf(message, candidate))
    ? candidate
    : null;
}

function pointedAt(message: Message, hit: Hit): Candidate | null {
  const { start, colon, copula } = skipPointer(message, hit.end);
  const candidate = start < 0 ? null : readWord(message, start);
  if (!candidate) return null;
  const raw = rawOf(message, candidate);
  const unlike = isScrambled(raw) || isShouted(message, raw);
  const last = message.text.slice(candidate.end).trim() === "";
  const stands = last || ((hit.kinds & KIND.strong) !== 0 && endsPart(message, candidate.end));
  if (colon && stands && raw.length >= 5) return candidate;
  if (colon || copula) return unlike && endsPart(message, candidate.end) ? candidate : null;
  // "รหัสยืนยัน Twitter 228791": without a pointer it is a name, unless one is told to enter it.
  return unlike && isCommanded(message, hit) && raw !== capitalised(raw) ? candidate : null;
}

/** Past "is", ":" and quotes to the first word after the announcing one. */
function skipPointer(message: Message, from: number): { start: number; colon: boolean; copula: boolean } {
  let colon = false;
  let copula = false;
  for (let at = from; at < Math.min(from + 24, message.text.length);) {
    const char = message.text.charAt(at);
    const hit = message.hits[firstHitFrom(message.hits, at)];
    if (hit && hit.start === at && (hit.kinds & KIND.copula) !== 0) {
      copula = true;
      at = hit.end;
    } else if (MARKS.has(char)) {
      if (char === ":" || char === "=") colon = true;
      at++;
    } else return { start: at, colon, copula };
  }
  return { start: -1, colon, copula };
}

function readWord(message: Message, start: number): Candidate | null {
  let end = start;
  while (isAlnum(message, end) || (message.text.charAt(end) === "-" && isAlnum(message, end + 1))) end++;
  const code = message.text.slice(start, end).replaceAll("-", "");
  if (!/^[A-Za-z]+$/u.test(code) || code.length < CODE_LENGTH.min || code.length > CODE_LENGTH.max)
    return null;
  if (message.classes[end] === CLASS.letter || NO_CODES.has(code.toLowerCase())) return null;
  const hit = message.hits[firstHitFrom(message.hits, start)];
  return hit && hit.start < end ? null : { start, end, code, shape: "letters" };
}

/** "Enter verification code KLMNOP". */
function isCommanded(message: Message, announcer: Hit): boolean {
  const before = message.hits[firstHitFrom(message.hits, announcer.start) - 1];
  return before !== undefined && (before.kinds & KIND.enter) !== 0 && announcer.start - before.end <= 6;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

function rawOf({ text }: Message, { start, end }: Candidate): string {
  return text.slice(start, end);
}

function endsPart({ text }: Message, end: number): boolean {
  const rest = text.slice(end, end + 3);
  return rest === "" || /^["'”»\])>*]*(?:[.,;!。，\n(]|$|\s[-–(])/u.test(rest);
}

/** Capitals in a message that is not written in capitals throughout. */
function isShouted({ text }: Message, raw: string): boolean {
  return raw === raw.toUpperCase() && /[a-z]/u.test(text);
}

/** Pairs that stand for one sound in some languages: "beidzies", "kończy", "sendt", "wordt". */
const DIGRAPHS = /[cdrst]z|z[hs]|sch|[bcdfghklmnprstvz]j|[dghkst]v|[dgkst]w|dt\b/gu;

/** No word of most languages: four consonants in a row, a rare pair, or a capital inside. */
function isScrambled(raw: string): boolean {
  if (/[a-z][A-Z]/u.test(raw)) return true;
  const word = raw.toLowerCase().replaceAll(DIGRAPHS, "s");
  return (
    /[bcdfghjklmnpqrstvwxz]{4}|q[^u]|[jvxz][bcdfghjklmnpqrstvwxz]|[bcdfghjklmnpqrtvwxz][jqvxz]|^[^aeiouy]+$/u.test(
      word,
    ) || /[bcdfgkpqtvwxz][jqxzvw]/u.test(word)
  );
}
