import type { Candidate } from "./candidates.ts";
import { wordsBetween } from "./compose.ts";
import { firstHitFrom, measureGap } from "./gap.ts";
import { type Hit, KIND } from "./lexicon.ts";
import type { Message } from "./message.ts";
import type { Veto } from "./types.ts";
import { CLASS } from "./unicode.ts";

const LABELS = [
  [KIND.other, "other-code"],
  [KIND.reference, "reference"],
  [KIND.account, "account"],
  [KIND.card, "card"],
  [KIND.phone, "phone"],
  [KIND.amount, "amount"],
  [KIND.balance, "amount"],
  [KIND.currency, "amount"],
  [KIND.date, "date"],
] as const satisfies readonly (readonly [number, Veto])[];

const LABEL_KINDS = LABELS.reduce<number>((bits, [bit]) => bits | bit, KIND.mobile);
const NEAR_ENOUGH = KIND.reference | KIND.phone | KIND.other;
/** Things that a code may be for: "the PIN to activate your card: 4711". */
const OBJECTS = KIND.account | KIND.card;
const UNITS = KIND.second | KIND.minute | KIND.hour | KIND.day;
const ANNOUNCERS = KIND.strong | KIND.code;

/** The veto that the words directly beside a candidate give: "Ref: 4711", "4711 baht", "5000 seconds". */
export function labelVeto(message: Message, candidate: Candidate): Veto | undefined {
  return before(message, candidate) ?? after(message, candidate);
}

function before(message: Message, candidate: Candidate): Veto | undefined {
  const index = firstHitFrom(message.hits, candidate.start - 1);
  for (let step = index; step >= index - 4; step--) {
    const hit = message.hits[step];
    if (!hit || hit.end > candidate.start) continue;
    // "To confirm your number enter 701201": the verb comes between the label and the code.
    if ((hit.kinds & (ANNOUNCERS | KIND.enter)) !== 0) return undefined;
    if ((hit.kinds & LABEL_KINDS) === 0 || isCopulaElsewhere(hit) || isUnitBehind(message, hit)) continue;
    const gap = measureGap(message, hit.end, candidate.start);
    if (gap.number || gap.closed || gap.apart > 0 || gap.characters >= 24) return undefined;
    if (gap.words > reachOf(hit, candidate)) return undefined;
    if ((hit.kinds & KIND.date) !== 0 && isEnteredAt(message, candidate.end)) return undefined;
    if (isPresented(message, candidate)) return undefined;
    if ((hit.kinds & (KIND.phone | KIND.mobile)) !== 0 && precedesCode(message, candidate)) return undefined;
    const object = gap.copula || (gap.pointed && (hit.kinds & OBJECTS) !== 0 && candidate.code.length <= 8);
    return object && isObject(message, step) ? undefined : labelOf(hit, candidate);
  }
  return undefined;
}

function after(message: Message, candidate: Candidate): Veto | undefined {
  const hit = message.hits[firstHitFrom(message.hits, candidate.end)];
  if (
    !hit ||
    hit.start < candidate.end ||
    hit.start - candidate.end > 1 ||
    message.classes[candidate.end] === CLASS.newline
  )
    return undefined;
  if ((hit.kinds & KIND.copula) !== 0) return undefined;
  if ((hit.kinds & UNITS) !== 0)
    return candidate.code.length >= 6 || isEnteredAt(message, hit.end) ? undefined : "duration";
  // "797428 Rs 5,000": the currency belongs to the next number.
  const ahead = /^[.\s]{0,2}\d/u.test(message.text.slice(hit.end, hit.end + 4));
  return (hit.kinds & (KIND.currency | KIND.counted)) !== 0 && (hit.kinds & ANNOUNCERS) === 0 && !ahead
    ? "amount"
    : undefined;
}

/** "از 482913 استفاده کنید", "482913 dan foydalaning": small words of case that elsewhere are dates and days. */
function isEnteredAt({ hits }: Message, at: number): boolean {
  const hit = hits[firstHitFrom(hits, at)];
  return hit !== undefined && (hit.kinds & KIND.enter) !== 0 && hit.start - at === 1;
}

/** "Your account: 482913 is your verification number", "Shop Pay: 482913 is…": the words after the number say what it is. */
function isPresented(message: Message, { end }: Candidate): boolean {
  const index = firstHitFrom(message.hits, end);
  const copula = message.hits[index];
  if (!copula || (copula.kinds & KIND.copula) === 0 || copula.start - end > 1) return false;
  return message.hits
    .slice(index + 1, index + 4)
    .some(({ kinds, start }) => (kinds & KIND.strong) !== 0 && wordsBetween(message, copula.end, start) <= 3);
}

/** "Confirm the number 482913 code with", as languages say that put the small words last. */
function precedesCode({ hits }: Message, { end }: Candidate): boolean {
  const hit = hits[firstHitFrom(hits, end)];
  return hit !== undefined && (hit.kinds & KIND.code) !== 0 && hit.start - end === 1;
}

/** Words that may stand between a label and its number: "order number 4711", "card ending in 4711". */
function reachOf({ kinds }: Hit, { code }: Candidate): number {
  return (kinds & NEAR_ENOUGH) !== 0 || ((kinds & KIND.card) !== 0 && code.length === 4) ? 1 : 0;
}

/** In "12,500.00 EUR is 4711" and "10:33 Uhr lautet 4711" the unit belongs to the number before it. */
function isUnitBehind({ classes }: Message, { kinds, start }: Hit): boolean {
  return (
    (kinds & (KIND.currency | KIND.date)) !== 0 &&
    (classes[start - 1] === CLASS.digit || classes[start - 2] === CLASS.digit)
  );
}

/** "on" dates a number in English and means "is" in Finnish: then it says nothing. */
function isCopulaElsewhere({ kinds }: Hit): boolean {
  return (
    (kinds & KIND.copula) !== 0 && (kinds & (KIND.reference | KIND.account | KIND.card | KIND.other)) === 0
  );
}

/** In "the OTP for your payment is 123456" the payment is what the code is for. */
function isObject(message: Message, index: number): boolean {
  const label = message.hits[index];
  if (!label) return false;
  for (let step = index - 1; step >= Math.max(0, index - 5); step--) {
    const hit = message.hits[step];
    if (!hit || message.sentences[hit.start] !== message.sentences[label.start]) return false;
    if ((hit.kinds & ANNOUNCERS) !== 0) return wordsBetween(message, hit.end, label.start) <= 6;
  }
  return false;
}

function labelOf(hit: Hit, { code }: Candidate): Veto | undefined {
  const label = LABELS.find(([bit]) => (hit.kinds & bit) !== 0)?.[1];
  if (label) return label;
  return (hit.kinds & KIND.mobile) !== 0 && code.length >= 7 ? "phone" : undefined;
}
