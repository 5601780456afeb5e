import { type Hit, KIND } from "./lexicon.ts";
import type { Message } from "./message.ts";
import { CLASS } from "./unicode.ts";

/** What stands between an announcing word and a candidate. */
export interface Gap {
  /** Unknown words; "is", "are", "use" do not count. Dense scripts: four characters count as a word. */
  words: number;
  /** Ends, next to the candidate, in a colon, an equals sign, a copula or a quote. */
  pointed: boolean;
  /** Ends in a copula. */
  copula: boolean;
  /** Sentences apart. */
  apart: number;
  characters: number;
  /** Holds a number, which the word before it then labels. */
  number: boolean;
  /** Closes a bracket: what is in the bracket is a name. */
  closed: boolean;
}

const FILLER = KIND.copula | KIND.enter | KIND.fresh;
const POINTERS = new Set(":៖፦՝=\"'“„«[(<>→");

export function measureGap(message: Message, from: number, to: number): Gap {
  const apart = (message.sentences[to] ?? 0) - (message.sentences[Math.max(0, from - 1)] ?? 0);
  const { words, lastFiller, number } = countWords(message, from, to);
  return {
    words,
    pointed: lastFiller || endsInPointer(message, from, to),
    copula: lastFiller,
    apart,
    characters: to - from,
    number,
    closed: hasClosing(message, from, to),
  };
}

function countWords(
  message: Message,
  from: number,
  to: number,
): { words: number; lastFiller: boolean; number: boolean } {
  const { classes } = message;
  let words = 0;
  let dense = 0;
  let lastFiller = false;
  let number = false;
  let index = firstHitFrom(message.hits, from);
  for (let at = from; at < to;) {
    while ((message.hits[index]?.end ?? Infinity) <= at) index++;
    const hit = message.hits[index];
    if (hit && hit.start === at && hit.end <= to && (hit.kinds & FILLER) !== 0) {
      // "due on 1205": where the word also dates a number it points at no code.
      lastFiller = (hit.kinds & KIND.date) === 0;
      at = hit.end;
      continue;
    }
    const kind = classes[at] ?? CLASS.other;
    if (kind === CLASS.letter || kind === CLASS.dense || kind === CLASS.digit) lastFiller = false;
    if (kind === CLASS.digit) number = true;
    if (kind === CLASS.dense) dense++;
    else if (isWordStart(classes, at, from)) words++;
    at++;
  }
  // A word of sixty letters is as far as five.
  return { words: Math.max(words, Math.floor((to - from) / 16)) + Math.ceil(dense / 4), lastFiller, number };
}

function hasClosing({ text }: Message, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ("]】".includes(text.charAt(at))) return true;
  return false;
}

function isWordStart(classes: Uint8Array, at: number, from: number): boolean {
  const kind = classes[at];
  if (kind !== CLASS.letter && kind !== CLASS.digit) return false;
  return at === from || (classes[at - 1] !== CLASS.letter && classes[at - 1] !== CLASS.digit);
}

function endsInPointer({ text }: Message, from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at--) {
    const char = text.charAt(at);
    if (POINTERS.has(char)) return true;
    if (char !== " " && char !== "\n" && char !== "*" && char !== "-") return false;
  }
  return false;
}

/** Index of the first hit that ends after `place`. */
export function firstHitFrom(hits: readonly Hit[], place: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
