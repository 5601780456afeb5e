import type { Candidate } from "./candidates.ts";
import { firstHitFrom, measureGap } from "./gap.ts";
import { type Hit, KIND } from "./lexicon.ts";
import type { Message } from "./message.ts";

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
}

/** Announcing words looked at on each side: more would cost time and change nothing. */
const REACH = 5;
const FARTHEST = 160;

/** Finds the word that announces the candidate best, or null where none does. */
export function findLink(message: Message, candidate: Candidate, others: readonly Candidate[]): Link | null {
  const index = firstHitFrom(message.hits, candidate.start);
  const entered = followsEnter(message, candidate);
  let best = entered ? fromEnter(message, candidate, index - 1) : null;
  for (let step = index - 1, seen = 0; step >= 0 && seen < REACH; step--) {
    const hit = message.hits[step];
    if (!hit || candidate.start - hit.end > FARTHEST || openBetween(others, hit.end, candidate.start) >= 2)
      break;
    const weight = weightOf(hit, entered);
    if (weight === 0) continue;
    seen++;
    best = better(best, forward({ message, hit, candidate, others, weight }));
  }
  for (let step = index, seen = 0; step < message.hits.length && seen < REACH; step++) {
    const hit = message.hits[step];
    if (!hit || hit.start - candidate.end > FARTHEST || openBetween(others, candidate.end, hit.start) >= 2)
      break;
    const weight = weightOf(hit, entered);
    if (weight === 0 || hit.start < candidate.end) continue;
    seen++;
    best = better(best, backward({ message, hit, candidate, others, weight }));
  }
  return best;
}

/** "Use 123456 to sign in": the two words together say what a code word would. */
const ACT = 2;
const ENTERED_ACT = 5.5;
const ENTERED = 7;

function weightOf(hit: Hit, entered: boolean): number {
  if ((hit.kinds & KIND.other) !== 0) return 0;
  if ((hit.kinds & KIND.strong) !== 0) return 7;
  if ((hit.kinds & KIND.code) !== 0) return 5;
  if ((hit.kinds & KIND.act) === 0) return 0;
  return entered ? ENTERED_ACT : ACT;
}

interface Pair {
  message: Message;
  hit: Hit;
  candidate: Candidate;
  others: readonly Candidate[];
  weight: number;
}

/** "Your code is 123456": the word first. */
function forward({ message, hit, candidate, others, weight }: Pair): Link | null {
  const gap = measureGap(message, hit.end, candidate.start);
  const strong = (hit.kinds & KIND.strong) !== 0;
  const between = openBetween(others, hit.end, candidate.start);
  const tight = gap.words === 0 && gap.characters <= 24;
  let score = weight - between * 4;
  if (gap.apart === 0 && weight === ENTERED_ACT) score += 3 - gap.words * 0.2;
  else if (tight) score += gap.pointed ? 5 : candidate.shape === "mixed" ? 2.5 : 4;
  else if (gap.apart === 0 && (gap.words <= 2 || gap.pointed)) score += 2.5;
  else if (gap.apart === 0) score += Math.max(-1, 1.5 - gap.words * 0.15);
  else if (gap.apart <= 2 && startsOwnPart(message, candidate)) score += gap.pointed ? 1 : -0.5;
  else if (gap.apart <= 1 && strong) score -= 1;
  else return null;
  if (isWarned(message, hit) && !tight) score -= 4;
  if (isNegated(message, hit) && !gap.pointed) score -= 8;
  return { score, announcer: hit, strong, tight, pointed: gap.pointed && gap.apart === 0 };
}

/** "123456 is your code": the word after. */
function backward({ message, hit, candidate, others, weight }: Pair): Link | null {
  const gap = measureGap(message, candidate.end, hit.start);
  if (gap.apart > 1 || (gap.apart === 1 && (gap.words > 0 || gap.characters > 12))) return null;
  const strong = (hit.kinds & KIND.strong) !== 0;
  let score =
    weight -
    openBetween(others, candidate.end, hit.start) * 4 -
    labelsBetween(message, candidate.end, hit.start) * 3;
  if (candidate.shape === "mixed" && !standsOut(message, candidate)) score -= 4;
  if (gap.words === 0) score += 3;
  else if (startsOwnPart(message, candidate)) score += 3.5 - gap.words * 0.2;
  else if (followsEnter(message, candidate) || precedesCopula(message, candidate))
    score += 3 - gap.words * 0.2;
  else score += 0.5 - gap.words * 0.3;
  if (isNegated(message, hit)) score -= 4;
  return { score, announcer: hit, strong, tight: false, pointed: false };
}

/** A name such as "Life360" before "verification code" is no code; one in first place, or after "use", may be. */
function standsOut(message: Message, candidate: Candidate): boolean {
  return (
    startsOwnPart(message, candidate) ||
    followsEnter(message, candidate) ||
    precedesCopula(message, candidate) ||
    /[("]/u.test(message.text.charAt(candidate.end))
  );
}

/** "…, 123456 is your code". */
function precedesCopula(message: Message, candidate: Candidate): boolean {
  const hit = message.hits[firstHitFrom(message.hits, candidate.end)];
  return hit !== undefined && (hit.kinds & KIND.copula) !== 0 && hit.start - candidate.end <= 1;
}

/** Other candidates on the way, up to three. A mixed one may be a name, so it counts less. */
function openBetween(others: readonly Candidate[], from: number, to: number): number {
  let low = 0;
  for (let high = others.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((others[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let count = 0;
  for (let index = low; index < others.length && count < 3; index++) {
    const other = others[index];
    if (!other || other.start >= to) break;
    if (!other.veto) count += other.shape === "mixed" ? 0.25 : 1;
  }
  return count;
}

function labelsBetween(message: Message, from: number, to: number): number {
  let count = 0;
  for (let index = firstHitFrom(message.hits, from); index < message.hits.length; index++) {
    const hit = message.hits[index];
    if (!hit || hit.start >= to || count === 2) break;
    if ((hit.kinds & (KIND.reference | KIND.other)) !== 0) count++;
  }
  return count;
}

/** First in its sentence or line, after at most a bracketed name or a mark. */
export function startsOwnPart({ text, sentences }: Message, { start }: Candidate): boolean {
  let at = start - 1;
  const sentence = sentences[start];
  while (at >= 0 && sentences[at] === sentence && /[\s"'“„«([{<#>*\-:.]/u.test(text.charAt(at))) at--;
  if (at < 0 || sentences[at] !== sentence) return true;
  return /[\])】}]/u.test(text.charAt(at)) || (text.charAt(at + 1) === ":" && at < 24);
}

/** "Use 123456", "Enter: 123456". */
export function followsEnter(message: Message, candidate: Candidate): boolean {
  const hit = message.hits[firstHitFrom(message.hits, candidate.start) - 1];
  return hit !== undefined && (hit.kinds & KIND.enter) !== 0 && isBeside(message, hit.end, candidate.start);
}

/** Nothing between, or a glued preposition as in "ב-605801". */
function isBeside(message: Message, from: number, to: number): boolean {
  const { words, characters } = measureGap(message, from, to);
  return words === 0 || (words === 1 && characters <= 4 && message.text.charAt(to - 1) === "-");
}

/** "Never share your OTP" announces nothing. */
function isWarned(message: Message, hit: Hit): boolean {
  return wordBefore(message, hit, KIND.warn);
}

/** "No code is needed". */
function isNegated(message: Message, hit: Hit): boolean {
  return wordBefore(message, hit, KIND.negation);
}

function wordBefore(message: Message, hit: Hit, kind: number): boolean {
  const index = firstHitFrom(message.hits, hit.start);
  for (let step = index - 1; step >= Math.max(0, index - 3); step--) {
    const earlier = message.hits[step];
    if (!earlier || message.sentences[earlier.start] !== message.sentences[hit.start]) return false;
    if ((earlier.kinds & kind) !== 0) return measureGap(message, earlier.end, hit.start).words <= 4;
  }
  return false;
}

/** "Please enter 147389": six digits after such a word, and nothing that speaks against a code. */
function fromEnter(message: Message, candidate: Candidate, index: number): Link | null {
  const announcer = message.hits[index];
  if (!announcer || candidate.code.length !== 6 || candidate.shape === "mixed") return null;
  return { score: ENTERED, announcer, strong: false, tight: true, pointed: false };
}

function better(a: Link | null, b: Link | null): Link | null {
  if (!a || !b) return a ?? b;
  return b.score > a.score ? b : a;
}
