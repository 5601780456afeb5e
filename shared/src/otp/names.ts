import { firstHitFrom } from "./gap.ts";
import { KIND } from "./lexicon.ts";
import type { Message } from "./message.ts";
import { CLASS } from "./unicode.ts";

const MOST_WORDS = 4;
/** Words that stand between a name and "code", or between "code" and a name, and belong to neither. */
const AROUND =
  /^(?:for|of|to|on|in|into|with|at|by|from|the|a|an|your|my|our|app|apps|account|accounts|online|mobile|web|login|de|du|di|da|do|del|della|för|für|fur|van|von|vom|voor|til|pour|para|per|za|od|do|na|dla|pre|pri|ng|sa|ya|wa|la|le|el|en|para|på|pa|för|от|для|в|на|из|від|за|од|su|sua|tu|tua|bei|auf|zu|iyong|untuk|của|cho|with|og|and|id|sms|is|are|dear|customer|user|member|guest|cliente|client|kunde|uhr|anda|sie|ihr|ihre|ihren|usted|pani|pana|państwa|váš|vaše|teie|jūsų|jūsu|vaš|vaša|ön|dem|vous|lei|από|τη|την|το|του|της|στο|στη)$/iu;

interface Word {
  text: string;
  start: number;
  end: number;
}

/** The capitalised words that end right before `place`: "Your Sony Entertainment Network |code". */
export function nameBefore(message: Message, place: number, { anyCase = false } = {}): string | undefined {
  const words: Word[] = [];
  for (let end = place; words.length < MOST_WORDS;) {
    const word = wordEndingAt(message, end);
    if (!word || isOurs(message, word)) {
      if (word && words.length === 0 && isSkippable(message, word)) end = word.start;
      else break;
    } else if (!anyCase && !isNamelike(word.text)) {
      break;
    } else {
      words.unshift(word);
      end = word.start;
    }
  }
  return joined(message, words);
}

/** The capitalised words after `place`, behind at most three small ones: "code| for your Sony Network account". */
export function nameAfter(
  message: Message,
  place: number,
  candidate: { start: number; end: number } | undefined,
): string | undefined {
  const words: Word[] = [];
  let skipped = 0;
  for (let start = place; words.length < MOST_WORDS;) {
    const word = wordStartingAt(message, start, words.length === 0);
    if (!word || word.start - start > 3) break;
    const isCode = candidate !== undefined && word.start < candidate.end && word.end > candidate.start;
    if (isCode && words.length > 0) break;
    if (isCode) start = candidate.end;
    else {
      if (!isOurs(message, word) && isNamelike(word.text)) words.push(word);
      else if (words.length > 0 || skipped++ >= 3 || !isSkippable(message, word)) break;
      start = word.end;
    }
  }
  return joined(message, words);
}

/**
 * The one run of capitalised words that our tables do not know. What begins a sentence is capitalised by rule, except
 * where Latin letters stand among others.
 */
export function onlyName(
  message: Message,
  { start, end }: { start: number; end: number },
): string | undefined {
  const foreign = /(?!\p{Script=Latin})\p{L}/u.test(message.text.slice(start, end));
  const names: Word[] = [];
  for (let at = start; at < end;) {
    const word = wordStartingAt(message, at, true);
    at = word ? word.end : at + 1;
    if (!word || word.end > end || !isNamelike(word.text) || isKnown(message, word)) continue;
    if (foreign ? !/^\p{Script=Latin}/u.test(word.text) : beginsSentence(message, word)) continue;
    const last = names.at(-1);
    if (last && word.start - last.end > 1) return undefined;
    names.push(word);
  }
  return names.length <= MOST_WORDS ? joined(message, names) : undefined;
}

/** A word of the tables, a link or hash, a reference such as "B001" or "Ref: KQXZ". */
function isKnown({ text, hits, spans }: Message, { text: word, start, end }: Word): boolean {
  if (AROUND.test(word) || /^\p{L}{0,2}\d|\d\p{L}|\d{2}$/u.test(word) || /\p{Sc}/u.test(text.charAt(end)))
    return true;
  const index = firstHitFrom(hits, start);
  const before = hits[index - 1];
  return (
    (hits[index]?.start ?? end) < end ||
    (before !== undefined &&
      (before.kinds & KIND.reference) !== 0 &&
      !/\p{L}/u.test(text.slice(before.end, start))) ||
    spans.some((span) => span.start < end && span.end > start)
  );
}

/** Behind a full stop or a number: "482913 Please enter…" */
function beginsSentence({ text, sentences }: Message, { start }: Word): boolean {
  const before = text.slice(0, start).trimEnd().length - 1;
  return (
    before < 0 || sentences[before] !== sentences[start] || !/[\p{L}\p{M}"'“„«,(-]/u.test(text.charAt(before))
  );
}

function joined(message: Message, words: Word[]): string | undefined {
  const [first] = words;
  const last = words.at(-1);
  return first && last ? tidyName(message.text.slice(first.start, last.end)) : undefined;
}

/** Without quotes, an elided "d'", trailing marks and the word "team". Too short or too long is no name. */
export function tidyName(raw: string): string | undefined {
  const name = raw.replaceAll(/^[\s"'*.,!-]+|[\s"'*.,!:-]+$/gu, "").replace(/^[dl]['’](?=\p{Lu})/u, "");
  return name.length >= 2 && name.length <= 30 && /\p{L}{2}|\p{L}\d|\d\p{L}/u.test(name) ? name : undefined;
}

/** Has a capital or a digit, or is of a script without capitals' neighbours: "Uber", "eBay", "LINE". */
function isNamelike(word: string): boolean {
  return (
    (/\p{Lu}/u.test(word) && /\p{L}{2}|\p{L}\d/u.test(word)) || (/\d/u.test(word) && /\p{L}{3}/u.test(word))
  );
}

/** Kinds of words that, with a capital inside a sentence, are a name all the same: "Line", "Visa", "Point". */
const MAY_BE_NAMES =
  KIND.currency |
  KIND.counted |
  KIND.amount |
  KIND.promo |
  KIND.date |
  KIND.fresh |
  KIND.old |
  KIND.second |
  KIND.minute |
  KIND.hour |
  KIND.day |
  KIND.reference |
  KIND.negation;

/** Whether our tables know the word as anything but a name. */
function isOurs(message: Message, word: Word): boolean {
  if (AROUND.test(word.text)) return true;
  const hit = message.hits[firstHitFrom(message.hits, word.start)];
  if (!hit || hit.start >= word.end || hit.end <= word.start) return false;
  const first = word.start === 0 || message.sentences[word.start - 1] !== message.sentences[word.start];
  return (
    first || (hit.kinds & ~MAY_BE_NAMES) !== 0 || word.text.length < 3 || !/^[\p{Lu}\d]/u.test(word.text)
  );
}

function isSkippable(message: Message, word: Word): boolean {
  if (AROUND.test(word.text) || word.text.length === 1) return true;
  const hit = message.hits[firstHitFrom(message.hits, word.start)];
  return (
    hit !== undefined &&
    hit.start < word.end &&
    (hit.kinds & (KIND.act | KIND.account | KIND.mobile | KIND.copula | KIND.strong | KIND.code)) !== 0
  );
}

function isNamePart({ text, classes }: Message, at: number): boolean {
  const kind = classes[at];
  if (kind === CLASS.letter || kind === CLASS.digit) return true;
  return (
    /[.&'+]/u.test(text.charAt(at)) && classes[at - 1] === CLASS.letter && classes[at + 1] === CLASS.letter
  );
}

function wordEndingAt(message: Message, place: number): Word | null {
  let end = withoutParticle(message, place);
  while (end > 0 && /[\s"'*-]/u.test(message.text.charAt(end - 1)) && place - end < 3) end--;
  let start = end;
  while (start > 0 && end - start < 24 && isNamePart(message, start - 1)) start--;
  return start < end ? { text: message.text.slice(start, end), start, end } : null;
}

/** "Acme の確認コード": the particle belongs to the name's grammar. */
function withoutParticle(message: Message, place: number): number {
  const hit = message.hits[firstHitFrom(message.hits, place) - 1];
  const dense = hit !== undefined && message.classes[hit.start] === CLASS.dense;
  return dense && hit.end === place && hit.end - hit.start <= 2 && (hit.kinds & KIND.copula) !== 0
    ? hit.start
    : place;
}

function wordStartingAt(message: Message, place: number, first: boolean): Word | null {
  let start = place;
  while (start - place < 3 && (first ? /[\s"'*(-]/u : /[\s]/u).test(message.text.charAt(start))) start++;
  let end = start;
  while (end - start < 24 && isNamePart(message, end)) end++;
  return end > start ? { text: message.text.slice(start, end), start, end } : null;
}
