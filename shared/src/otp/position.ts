import type { Candidate } from "./candidates.ts";
import { firstHitFrom, type Gap, measureGap } from "./gap.ts";
import { type Hit, KIND } from "./lexicon.ts";
import type { Message } from "./message.ts";

/** First in its sentence or line, after at most a bracketed name, a prefix or a mark. */
export function startsOwnPart({ text, sentences }: Message, { start }: Candidate): boolean {
  let at = start - 1;
  const sentence = sentences[start];
  while (at >= 0 && sentences[at] === sentence && /[ "'“„«([{<#>*\-:.]/u.test(text.charAt(at))) at--;
  if (text.charAt(at) === "\n") return true;
  if (at < 0 || sentences[at] !== sentence) return true;
  return /[\])】}]/u.test(text.charAt(at)) || (text.charAt(at + 1) === ":" && at < 24);
}

/** "…, 123456 is your code". */
export function precedesCopula(message: Message, candidate: Candidate): boolean {
  const hit = message.hits[firstHitFrom(message.hits, candidate.end)];
  return hit !== undefined && (hit.kinds & KIND.copula) !== 0 && hit.start - candidate.end <= 1;
}

/** The "use" or "enter" before a candidate: "Use 123456", "Use the number 123456", "Enter the following in your browser: 123456". */
export function enterBefore(message: Message, candidate: Candidate): Hit | undefined {
  const index = firstHitFrom(message.hits, candidate.start) - 1;
  for (let step = index; step >= Math.max(0, index - 3); step--) {
    const hit = message.hits[step];
    if (!hit || (hit.kinds & (KIND.enter | KIND.copula | KIND.fresh)) === 0) return undefined;
    if ((hit.kinds & KIND.enter) === 0) continue;
    const { words, characters, apart, pointed } = measureGap(message, hit.end, candidate.start);
    // One word: a glued preposition, as in "ב-605801".
    const glued = words === 1 && characters <= 4 && message.text.charAt(candidate.start - 1) === "-";
    const colon = pointed && apart === 0 && words <= 5 && candidate.code.length >= 6;
    return words === 0 || glued || colon ? hit : undefined;
  }
  return undefined;
}

/** The "enter" right behind a candidate, in languages whose verb comes last: "123456 girin", "123456 ni kiriting". */
export function enterBehind(message: Message, candidate: Candidate): Hit | undefined {
  const index = firstHitFrom(message.hits, candidate.end);
  const hit = message.hits.slice(index, index + 3).find(({ kinds }) => (kinds & KIND.enter) !== 0);
  if (!hit || hit.start < candidate.end) return undefined;
  return isNear(measureGap(message, candidate.end, hit.start), 1) ? hit : undefined;
}

/** "Enter in the app 123456", and "123456 girin" where the verb comes last. */
export function isEntered(message: Message, candidate: Candidate): boolean {
  const index = firstHitFrom(message.hits, candidate.start);
  for (let step = index - 1; step >= Math.max(0, index - 3); step--) {
    const hit = message.hits[step];
    if (hit && (hit.kinds & KIND.enter) !== 0)
      return isNear(measureGap(message, hit.end, candidate.start), 2);
  }
  // "4711 را برای تایید وارد کنید": what it is for may stand before the verb that comes last.
  let most = 1;
  for (let step = index; step < Math.min(message.hits.length, index + 4); step++) {
    const hit = message.hits[step];
    if (!hit || hit.start < candidate.end) continue;
    if ((hit.kinds & KIND.enter) !== 0) return isNear(measureGap(message, candidate.end, hit.start), most);
    if ((hit.kinds & KIND.act) !== 0) most = 6;
  }
  return false;
}

function isNear({ words, apart, number }: Gap, most: number): boolean {
  return apart === 0 && !number && words <= most;
}

/** "Never share your OTP" announces nothing. */
export function isWarned(message: Message, hit: Hit): boolean {
  return followsWord(message, hit, KIND.warn);
}

/** "OTP kimseyle paylaşmayın": where the verb comes last, the warning follows the word at once. */
export function isWarnedAfter(message: Message, hit: Hit): boolean {
  const next = message.hits[firstHitFrom(message.hits, hit.end)];
  return (
    next !== undefined &&
    (next.kinds & KIND.warn) !== 0 &&
    measureGap(message, hit.end, next.start).characters <= 3
  );
}

/** "No code is needed". */
export function isNegated(message: Message, hit: Hit): boolean {
  return followsWord(message, hit, KIND.negation);
}

function followsWord(message: Message, hit: Hit, kind: number): boolean {
  const index = firstHitFrom(message.hits, hit.start);
  for (let step = index - 1; step >= Math.max(0, index - 5); step--) {
    const earlier = message.hits[step];
    if (!earlier || message.sentences[earlier.start] !== message.sentences[hit.start]) return false;
    if ((earlier.kinds & KIND.others) !== 0) return false;
    if ((earlier.kinds & kind) === 0) continue;
    const { words, number } = measureGap(message, earlier.end, hit.start);
    return !number && words <= (kind === KIND.negation ? 2 : 4);
  }
  return false;
}
