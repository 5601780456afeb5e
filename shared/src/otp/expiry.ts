import { firstHitFrom } from "./gap.ts";
import { type Hit, KIND } from "./lexicon.ts";
import type { Message } from "./message.ts";
import { CLASS } from "./unicode.ts";

const UNITS = [
  [KIND.second, 1],
  [KIND.minute, 60],
  [KIND.hour, 3600],
  [KIND.day, 86_400],
] as const;
const UNIT_KINDS = UNITS.reduce((bits, [bit]) => bits | bit, 0);
/** No service keeps a code longer; a longer time in the message is about something else. */
const LONGEST = 7 * 86_400;

/** Seconds that the code is valid, from "valid for 5 minutes" in any language of the tables. */
export function findExpiry(message: Message, receivedAt?: number): number | undefined {
  let best: { seconds: number; weight: number } | undefined;
  message.hits.forEach((hit, index) => {
    if ((hit.kinds & UNIT_KINDS) === 0) return;
    const amount = amountBeside(message, index);
    if (amount === undefined) return;
    const seconds = amount * unitOf(hit);
    if (seconds <= 0 || seconds > LONGEST) return;
    const weight = saysExpiry(message, hit) ? 2 : 1;
    if (!best || weight > best.weight) best = { seconds, weight };
  });
  return best?.seconds ?? untilClock(message, receivedAt);
}

const HALF_HOUR = 1800;

/**
 * "Valid until 14:32" in the sender's zone, which the message does not name. All zones but three differ from UTC by
 * whole half hours, and codes that name a clock time live no longer than one, so the rest to the half hour is the validity.
 */
function untilClock(message: Message, receivedAt: number | undefined): number | undefined {
  if (receivedAt === undefined) return undefined;
  for (const hit of message.hits) {
    if ((hit.kinds & KIND.expiry) === 0) continue;
    const match = /^[^\d\n.!?]{0,30}?([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?!\d)/u.exec(
      message.text.slice(hit.end, hit.end + 44),
    );
    if (!match) continue;
    const clock = Number(match[2]) * 60 + Number(match[3] ?? 0);
    const rest = (((clock - receivedAt / 1000) % HALF_HOUR) + HALF_HOUR) % HALF_HOUR;
    return Math.round(rest) || HALF_HOUR;
  }
  return undefined;
}

function unitOf(hit: Hit): number {
  return UNITS.find(([bit]) => (hit.kinds & bit) !== 0)?.[1] ?? 0;
}

/** "5 minutes", "five minutes", "minutes: 5", "นาที 5". */
function amountBeside(message: Message, index: number): number | undefined {
  const hit = message.hits[index];
  if (!hit) return undefined;
  return (
    digitsEnding(message, hit.start) ??
    wordValue(message, message.hits[index - 1], hit) ??
    digitsStarting(message, hit.end)
  );
}

function digitsEnding({ text, classes }: Message, end: number): number | undefined {
  let stop = end;
  while (stop > 0 && end - stop < 3 && /[\s()-]/u.test(text.charAt(stop - 1))) stop--;
  let start = stop;
  while (start > 0 && stop - start < 5 && classes[start - 1] === CLASS.digit) start--;
  const size = stop - start;
  // "FB3S" is a reference, and the last part of "11:24:21 น." a clock's.
  if (
    size < 1 ||
    size > 4 ||
    /[A-Za-z]/u.test(text.charAt(start - 1)) ||
    /[:.,/]/u.test(text.charAt(start - 1))
  )
    return undefined;
  return Number(text.slice(start, stop));
}

/** "minutes: 5", and "imizuzu emi-5" with the prefix that Bantu languages put before the number. */
function digitsStarting({ text }: Message, from: number): number | undefined {
  const match = /^[\s:]{0,3}(?:\p{Ll}{1,4}-)?(\d{1,3})(?!\d)/u.exec(text.slice(from, from + 14));
  return match ? Number(match[1]) : undefined;
}

function wordValue(message: Message, word: Hit | undefined, unit: Hit): number | undefined {
  if (!word || word.value === 0) return undefined;
  return /^[\s\-()]{0,2}$/u.test(message.text.slice(word.end, unit.start)) ? word.value : undefined;
}

function saysExpiry(message: Message, hit: Hit): boolean {
  const sentence = message.sentences[hit.start];
  const index = firstHitFrom(message.hits, hit.start);
  for (let step = Math.max(0, index - 5); step < Math.min(message.hits.length, index + 6); step++) {
    const near = message.hits[step];
    if (near && (near.kinds & KIND.expiry) !== 0 && message.sentences[near.start] === sentence) return true;
  }
  return false;
}
