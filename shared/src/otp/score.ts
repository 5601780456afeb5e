import type { Candidate } from "./candidates.ts";
import { firstHitFrom } from "./gap.ts";
import { type Hit, KIND } from "./lexicon.ts";
import { findLink, type Link } from "./links.ts";
import type { Message } from "./message.ts";
import { enterBefore, precedesCopula, startsOwnPart } from "./position.ts";
import { CLASS } from "./unicode.ts";

/** Below this a candidate is no code. Chosen on the development corpus, where false alarms begin at 7.5. */
export const THRESHOLD = 8;

export interface Scored {
  candidate: Candidate;
  score: number;
  link: Link | null;
}

/** What the whole message says for or against a code in it. */
export interface Context {
  promo: number;
  expiry: boolean;
  strong: boolean;
  link: boolean;
  balance: boolean;
  /** Tells of another kind of code, or of a thing to fetch: "pickup". */
  other: boolean;
  /** Tells of a payment: its code may stand without another word. */
  money: boolean;
  /** Where it first names a parcel, an order, a ticket: a code further on is rather the one to fetch it with. */
  thing: number;
  /** Asks to keep something to oneself, as nobody does with a shop's code. */
  secret: boolean;
  /** Names an account, a reference or a card. */
  label: boolean;
  /** Asks to call or to text. */
  call: boolean;
}

interface Surroundings {
  candidates: readonly Candidate[];
  context: Context;
}

export function readContext(message: Message): Context {
  const context: Context = {
    promo: 0,
    expiry: false,
    strong: false,
    balance: false,
    other: false,
    money: false,
    thing: Infinity,
    secret: false,
    label: false,
    call: false,
    link: message.spans.some((span) => span.kind === "link"),
  };
  for (const { kinds, start } of message.hits) {
    if ((kinds & KIND.promo) !== 0) context.promo++;
    if ((kinds & (KIND.minute | KIND.second)) !== 0) context.expiry = true;
    if ((kinds & (KIND.strong | KIND.act)) !== 0) context.strong = true;
    if ((kinds & KIND.balance) !== 0) context.balance = true;
    if ((kinds & KIND.warn) !== 0) context.secret = true;
    if ((kinds & KIND.other) !== 0) context.other = true;
    if ((kinds & (KIND.currency | KIND.amount)) !== 0 && (kinds & KIND.copula) === 0) context.money = true;
    if ((kinds & KIND.phone) !== 0) context.call = true;
    if ((kinds & KIND.reference) !== 0 && (kinds & KIND.code) === 0)
      context.thing = Math.min(context.thing, start);
    if ((kinds & (KIND.account | KIND.reference | KIND.card)) !== 0) context.label = true;
  }
  return context;
}

export function scoreCandidate(message: Message, candidate: Candidate, all: Surroundings): Scored {
  const link = findLink(message, candidate, all.candidates);
  // "Call 0800 123 456 and quote code 4411": how prizes are announced.
  const { strong, expiry, call } = all.context;
  const quoted =
    call && !link?.strong && !strong && !expiry && all.candidates.some(({ veto }) => veto === "phone");
  if (!link) return { candidate, score: 0, link };
  const score =
    link.score +
    shapeScore(message, candidate, link) +
    contextScore(message, all.context, { candidate, link }) +
    ageScore(message, candidate) -
    (quoted ? 2.5 : 0) +
    (isTitled(message, { link, candidate, all })
      ? (link.announcer.kinds & KIND.code) !== 0
        ? 1.5
        : 3.5
      : 0);
  return { candidate, score, link };
}

/**
 * "Confirm that it is you: 4711", "Acme login: 4711", "4711 - Acme verification": a word of signing in, a mark, and
 * the only number, which begins or ends the text.
 */
function isTitled(
  { text, classes }: Message,
  { link, candidate, all }: { link: Link; candidate: Candidate; all: Surroundings },
): boolean {
  const { context, candidates } = all;
  if (link.strong || candidate.shape === "mixed" || candidate.shape === "letters") return false;
  if (context.promo > 0 || context.other || context.money || context.label) return false;
  if (text.length > 100 || candidates.filter(({ veto }) => veto !== "too-short").length > 1) return false;
  if (link.after) return candidate.start <= 1 && /^\s?[-:]\s[^.]{1,40}$/u.test(text.slice(candidate.end));
  return (
    link.pointed &&
    /[:៖፦՝]\s*$/u.test(text.slice(link.announcer.end, candidate.start)) &&
    !classes.subarray(candidate.end).some((kind) => kind === CLASS.letter || kind === CLASS.dense)
  );
}

function shapeScore(message: Message, candidate: Candidate, link: Link): number {
  const { shape, code, doubt } = candidate;
  const clear =
    ((link.tight || link.pointed) && link.strong) || (link.after && isPresented(message, candidate));
  const doubtful = doubt ? (clear ? -0.5 : -2.5) : 0;
  if (shape === "letters") return -1.5;
  if (shape === "mixed")
    return (/[a-z]/u.test(code) ? (/[A-Z]/u.test(code) ? -2 : -1.5) : -1) - (code.length > 10 ? 2 : 0);
  if (code.length === 6) return 1 + doubtful;
  if (code.length <= 8) return (link.tight || link.pointed || link.after ? 0.5 : 0) + doubtful;
  return (link.strong ? -0.5 : -2) + doubtful;
}

/** "1987 is your code", "Use 1987 to confirm": no year is told so. */
function isPresented(message: Message, candidate: Candidate): boolean {
  return (
    enterBefore(message, candidate) !== undefined ||
    (startsOwnPart(message, candidate) && precedesCopula(message, candidate))
  );
}

function contextScore(
  message: Message,
  context: Context,
  { candidate, link }: { candidate: Candidate; link: Link },
): number {
  let score = (message.forApp ? 2 : 0) + (context.expiry ? 0.5 : 0) - (context.balance ? 4.5 : 0);
  const wordy = candidate.shape === "mixed" || candidate.shape === "letters";
  if (opensMessage(candidate, { link, context })) score += 1.7;
  if (!link.strong) {
    if (isOtherKind(message, candidate)) score -= 4;
    else if (context.other && !context.money && !context.strong && !context.expiry) score -= 2.5;
    else if (context.thing < candidate.start && !context.money && !context.strong && !context.expiry)
      score -= 2;
    const told = link.after && isPresented(message, candidate);
    score -= Math.min(4, context.promo * (wordy ? 1.5 : told ? 0.5 : 0.9));
    if (context.link && wordy) score -= 0.5;
    if (wordy && context.secret && context.promo === 0 && !context.other) score += 1.5;
    else if (wordy && !context.strong) score -= isOrdered(message, link) ? 3 : 0.5;
    if (isVanity(candidate)) score -= 1;
    if (saysWhatFor(context, link)) score += 1;
  } else if (wordy) score -= Math.min(3, context.promo * (candidate.shape === "letters" ? 1.5 : 0.5));
  return score;
}

/** Six digits before all else, and a word of signing in or confirming: in a language whose word for "code" is unknown. */
function opensMessage(
  { code, start, shape }: Candidate,
  { link, context }: { link: Link; context: Context },
): boolean {
  return (
    link.after && start <= 1 && code.length === 6 && shape !== "mixed" && context.promo === 0 && !context.link
  );
}

/** "Confirm the number 4711 code with": the word stands behind the code, and the message says what it is for. */
function saysWhatFor({ strong, other, label, money, promo }: Context, { after, announcer }: Link): boolean {
  return after && (announcer.kinds & KIND.code) !== 0 && strong && !other && !label && !money && promo === 0;
}

/** "Enter code 482913 at checkout": a word of shops in the same sentence says what kind of code it is. */
function isOtherKind(message: Message, candidate: Candidate): boolean {
  const sentence = message.sentences[candidate.start];
  const index = firstHitFrom(message.hits, candidate.start);
  for (let step = Math.max(0, index - 6); step < Math.min(message.hits.length, index + 6); step++) {
    const hit = message.hits[step];
    if (hit && isShopWord(message, hit) && message.sentences[hit.start] === sentence) return true;
  }
  return false;
}

/** Words such as "area" or "product" mean another code only beside the word "code"; "coupon" does anywhere. */
function isShopWord({ classes }: Message, { kinds, start }: Hit): boolean {
  return (kinds & KIND.other) !== 0 && ((kinds & KIND.promo) !== 0 || classes[start] === CLASS.dense);
}

/** A word and a small number, as shops make them: "SAVE20", "MED199". */
function isVanity({ code, start, end }: Candidate): boolean {
  return end - start === code.length && /^[A-Z]{3,8}\d{1,3}$/u.test(code);
}

/** "Use code SAVE20", "apply code": how shops write. */
function isOrdered(message: Message, link: Link): boolean {
  const before = message.hits[firstHitFrom(message.hits, link.announcer.start) - 1];
  return before !== undefined && (before.kinds & KIND.enter) !== 0 && link.announcer.start - before.end <= 6;
}

/** Of an old and a new code the new one: the nearest word of age before the candidate in its sentence. */
function ageScore(message: Message, candidate: Candidate): number {
  const sentence = message.sentences[candidate.start];
  const index = firstHitFrom(message.hits, candidate.start);
  for (let step = index - 1; step >= Math.max(0, index - 4); step--) {
    const hit = message.hits[step];
    if (!hit || message.sentences[hit.start] !== sentence) break;
    if ((hit.kinds & KIND.old) !== 0) return -6;
    if ((hit.kinds & KIND.fresh) !== 0) return 1;
  }
  const next = message.hits[index];
  return next &&
    (next.kinds & KIND.old) !== 0 &&
    message.sentences[next.start] === sentence &&
    next.start - candidate.end < 20
    ? -6
    : 0;
}
