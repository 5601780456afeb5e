import { labelsBetween, openBetween } from "./between.ts";
import type { Candidate } from "./candidates.ts";
import { firstHitFrom, type Gap, measureGap } from "./gap.ts";
import { type Hit, KIND } from "./lexicon.ts";
import type { Message } from "./message.ts";
import {
  enterBefore,
  enterBehind,
  isEntered,
  isNegated,
  isWarned,
  isWarnedAfter,
  precedesCopula,
  startsOwnPart,
} from "./position.ts";
import { CLASS } from "./unicode.ts";

/** The best announcement of one candidate. */
export interface Link {
  score: number;
  announcer: Hit;
  /** Announced by a word that means nothing but one-time codes. */
  strong: boolean;
  /** Directly before the candidate, with nothing but "is" or a colon between. */
  tight: boolean;
  /** In the same sentence, with "is" or a colon right before the candidate. */
  pointed: boolean;
  /** The word comes after the candidate. */
  after: boolean;
}

/** What a word is worth as an announcement. "Use 123456 to sign in" says with two words what a code word would. */
const WEIGHT = { strong: 7, code: 5, act: 2, enteredAct: 5.5, entered: 7, enteredFor: 8.5 } as const;
const PURPOSES = KIND.act | KIND.strong | KIND.code | KIND.mobile | KIND.account;
const OTHER_ENDS = KIND.other | KIND.promo | KIND.phone | KIND.counted;
/** Announcing words looked at on each side, and how far: more would cost time and change nothing. */
const REACH = 5;
const FAR_REACH = 10;
const FARTHEST = 160;

interface Pair {
  message: Message;
  candidate: Candidate;
  others: readonly Candidate[];
  hit: Hit;
  weight: number;
}

/** Finds the word that announces the candidate best, or null where none does. */
export function findLink(message: Message, candidate: Candidate, others: readonly Candidate[]): Link | null {
  const index = firstHitFrom(message.hits, candidate.start);
  const entered = isEntered(message, candidate);
  const about = { message, candidate, others };
  let best = fromEnter(about);
  for (let step = index - 1, seen = 0; step >= 0 && seen < REACH; step--) {
    const hit = message.hits[step];
    if (!hit || isTooFar(about, hit.end, candidate.start)) break;
    const weight = weightOf(hit, entered);
    if (weight > 0) best = better(best, forward({ ...about, hit, weight }));
    if (weight > 0) seen++;
  }
  for (let step = index, seen = 0; step < message.hits.length && seen < REACH; step++) {
    const hit = message.hits[step];
    if (!hit || isTooFar(about, candidate.end, hit.start)) break;
    const weight = hit.start < candidate.end ? 0 : weightOf(hit, entered);
    if (weight > 0) best = better(best, backward({ ...about, hit, weight }));
    if (weight > 0) seen++;
  }
  return best;
}

function isTooFar({ others }: { others: readonly Candidate[] }, from: number, to: number): boolean {
  return to - from > FARTHEST || openBetween(others, from, to) >= 2;
}

function weightOf({ kinds }: Hit, entered: boolean): number {
  if ((kinds & KIND.other) !== 0) return 0;
  if ((kinds & KIND.strong) !== 0) return WEIGHT.strong;
  if ((kinds & KIND.code) !== 0) return WEIGHT.code;
  if ((kinds & KIND.act) === 0) return 0;
  return entered ? WEIGHT.enteredAct : WEIGHT.act;
}

/** "Your code is 123456": the word first. */
function forward({ message, hit, candidate, others, weight }: Pair): Link | null {
  const gap = measureGap(message, hit.end, candidate.start);
  const strong = (hit.kinds & KIND.strong) !== 0;
  const nearness =
    weight === WEIGHT.enteredAct
      ? enteredNearness(gap)
      : forwardNearness(message, candidate, { gap, strong });
  if (nearness === null) return null;
  const told = weight !== WEIGHT.act || !gap.copula || endsClause(message, candidate);
  const tight = isTight(gap);
  let score = weight + nearness - openBetween(others, hit.end, candidate.start) * 4 - (told ? 0 : 1);
  const said = gap.pointed && gap.apart === 0 && gap.words <= 4;
  if (!said && isWarned(message, hit)) score -= tight ? 1.5 : 5;
  if (!gap.pointed && isNegated(message, hit)) score -= 8;
  return { score, announcer: hit, strong, tight, pointed: gap.pointed && gap.apart === 0, after: false };
}

/** "Verification is 4711." tells a code; "Your registration 4711 was received" goes on. */
function endsClause({ text }: Message, { end }: Candidate): boolean {
  return /^["'”»)\]>*]*(?:[.,;!。，\n(]|\s*$)/u.test(text.slice(end, end + 4));
}

function isTight(gap: Gap): boolean {
  return gap.words === 0 && gap.characters <= 24;
}

function enteredNearness(gap: Gap): number | null {
  return gap.apart === 0 ? Math.max(2.6, 3 - gap.words * 0.15) : null;
}

function forwardNearness(
  message: Message,
  candidate: Candidate,
  { gap, strong }: { gap: Gap; strong: boolean },
): number | null {
  if (isTight(gap)) return gap.pointed ? 5 : candidate.shape === "mixed" ? 2.5 : 4;
  // "Password reset for user 48291": without a pointer even a near number needs more than the word.
  if (gap.apart === 0 && !gap.pointed) return Math.max(-1, 1.1 - gap.words * 0.1);
  if (gap.apart === 0) return gap.words <= 2 ? 2.5 : Math.max(1.5, 2.7 - gap.words * 0.08);
  if (gap.apart <= 2 && startsOwnPart(message, candidate)) return gap.pointed ? 1 : -0.5;
  return gap.apart === 1 && strong ? -1 : null;
}

/** "123456 is your code": the word after. */
function backward({ message, hit, candidate, others, weight }: Pair): Link | null {
  const gap = measureGap(message, candidate.end, hit.start);
  if (gap.apart > 0 && !(gap.apart === 1 && isLineAbove(message, candidate, gap))) return null;
  let score = weight + backwardNearness(message, candidate, gap);
  score -= openBetween(others, candidate.end, hit.start) * 4;
  // "4711 is your card activation code": what comes first and is told to be a code has a label only by chance.
  if (!startsOwnPart(message, candidate) || !precedesCopula(message, candidate))
    score -= labelsBetween(message, candidate.end, hit.start) * 3;
  if (candidate.shape === "mixed" && !standsOut(message, candidate)) score -= 4;
  if (isNegated(message, hit)) score -= 4;
  if (isWarned(message, hit)) score -= 6;
  else if (isWarnedAfter(message, hit) && !startsOwnPart(message, candidate)) score -= 3;
  return {
    score,
    announcer: hit,
    strong: (hit.kinds & KIND.strong) !== 0,
    tight: false,
    pointed: false,
    after: true,
  };
}

/** A code on a line of its own, and its word on the next: "4711⏎Your Acme code". */
function isLineAbove(message: Message, candidate: Candidate, gap: Gap): boolean {
  const near = gap.words <= 1 && gap.characters <= 24;
  return near && message.text.charAt(candidate.end) === "\n" && startsOwnPart(message, candidate);
}

function backwardNearness(message: Message, candidate: Candidate, gap: Gap): number {
  if (startsOwnPart(message, candidate)) return 3.5 - gap.words * 0.2;
  // "flat 4412, code of the door": a comma parts them.
  if (gap.words === 0 && message.text.charAt(candidate.end) !== ",")
    return gap.characters <= 1 && !isDense(message, candidate.end) && !isEntered(message, candidate)
      ? 1.5
      : 3;
  if (isEntered(message, candidate)) return Math.max(2.2, 3 - gap.words * 0.1);
  if (precedesCopula(message, candidate)) return 3 - gap.words * 0.2;
  return 0.5 - gap.words * 0.3;
}

function isDense({ classes }: Message, at: number): boolean {
  return classes[at] === CLASS.dense;
}

/** A name such as "Life360" before "verification code" is no code; one in first place, or after "use", may be. */
function standsOut(message: Message, candidate: Candidate): boolean {
  return (
    startsOwnPart(message, candidate) ||
    enterBefore(message, candidate) !== undefined ||
    precedesCopula(message, candidate) ||
    /[("]/u.test(message.text.charAt(candidate.end))
  );
}

/** "Please enter 147389", "147389 girin": digits beside such a word, and nothing that speaks against a code. */
function fromEnter({ message, candidate, others }: Omit<Pair, "hit" | "weight">): Link | null {
  const announcer = enterBefore(message, candidate) ?? enterBehind(message, candidate);
  if (!announcer || candidate.shape === "mixed" || candidate.code.length > 8) return null;
  const link = { announcer, strong: false, tight: true, pointed: false, after: false };
  if (saysPurpose(message, candidate)) return { ...link, score: WEIGHT.enteredFor };
  if (candidate.code.length !== 6 || message.text.length > 120 || countable(others) > 1) return null;
  return { ...link, score: WEIGHT.entered };
}

/**
 * "Enter 4711 to confirm your number", "Someone signs in to your account. If it is you, use 4711": a word in the same
 * sentence or the two before says what for, and none of shops or calls.
 */
function saysPurpose({ hits, sentences }: Message, { start }: Candidate): boolean {
  const index = firstHitFrom(hits, start);
  const sentence = sentences[start] ?? 0;
  let found = false;
  for (const hit of hits.slice(Math.max(0, index - FAR_REACH), index + REACH)) {
    const apart = sentence - (sentences[hit.start] ?? 0);
    if (apart < 0 || apart > 2) continue;
    if ((hit.kinds & PURPOSES) !== 0) found = true;
    else if (apart === 0 && (hit.kinds & OTHER_ENDS) !== 0 && (hit.kinds & KIND.amount) === 0) return false;
  }
  return found;
}

/** Numbers that could be meant as well: open ones and amounts. */
function countable(others: readonly Candidate[]): number {
  return others.filter(({ veto }) => veto === undefined || veto === "amount").length;
}

function better(a: Link | null, b: Link | null): Link | null {
  if (!a || !b) return a ?? b;
  return b.score > a.score ? b : a;
}
