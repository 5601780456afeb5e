import type { NormalText } from "./normal-text.ts";
import type { Language, WordKind } from "./tables/language.ts";
import { CLASS, classOfUnit } from "./unicode.ts";
import { normalise } from "./normal-text.ts";

const KINDS: readonly WordKind[] = [
  "strong",
  "code",
  "act",
  "other",
  "reference",
  "account",
  "card",
  "phone",
  "mobile",
  "amount",
  "balance",
  "date",
  "currency",
  "counted",
  "promo",
  "warn",
  "others",
  "negation",
  "copula",
  "enter",
  "expiry",
  "old",
  "fresh",
  "second",
  "minute",
  "hour",
  "day",
];

/** One bit for each kind of word, because a word can be of several kinds in several languages. */
export const KIND = Object.fromEntries(KINDS.map((kind, index) => [kind, 1 << index])) as Readonly<
  Record<WordKind, number>
>;

export interface Hit {
  start: number;
  end: number;
  /** Bits of KIND. */
  kinds: number;
  /** Value of a number word, else 0. */
  value: number;
}

interface Node {
  next: Map<number, Node> | null;
  /** Bits where the word must end here, and where it may go on. */
  whole: number;
  open: number;
  value: number;
}

const newNode = (): Node => ({ next: null, whole: 0, open: 0, value: 0 });

/** All words of all languages in two tries: those that begin a word, and those that occur inside one. */
export class Lexicon {
  readonly #atStart = newNode();
  readonly #inside = newNode();
  /** Units that any word of the trie begins with: most places of a message are ruled out by one look. */
  readonly #beginsAtStart = new Uint8Array(0x10000);
  readonly #beginsInside = new Uint8Array(0x10000);

  constructor(languages: readonly Language[]) {
    for (const language of languages) {
      for (const kind of KINDS) for (const word of split(language[kind])) this.#add(word, KIND[kind], 0);
      for (const [word, value] of Object.entries(language.numbers ?? {})) this.#add(word, 0, value);
    }
  }

  #add(pattern: string, kinds: number, value: number): void {
    const inside = pattern.startsWith("*");
    const open = pattern.endsWith("*");
    const { folded } = normalise(pattern.slice(inside ? 1 : 0, open ? -1 : undefined));
    let node = inside ? this.#inside : this.#atStart;
    (inside ? this.#beginsInside : this.#beginsAtStart)[folded.charCodeAt(0)] = 1;
    for (let at = 0; at < folded.length; at++) {
      node.next ??= new Map();
      const unit = folded.charCodeAt(at);
      let child = node.next.get(unit);
      if (!child) node.next.set(unit, (child = newNode()));
      node = child;
    }
    if (open) node.open |= kinds;
    else node.whole |= kinds;
    if (value > 0) node.value = value;
  }

  /** The words of the message from left to right, the longest at each place, without overlaps. */
  scan(message: NormalText): Hit[] {
    const hits: Hit[] = [];
    const { classes } = message;
    for (let at = 0; at < classes.length; at++) {
      const kind = classes[at] ?? CLASS.other;
      if (kind < CLASS.letter && kind !== CLASS.other && kind !== CLASS.digit) continue;
      const unit = message.folded.charCodeAt(at);
      const inside = this.#beginsInside[unit] === 1 ? this.#longest(this.#inside, message, at) : null;
      const hit = this.#beginsAtStart[unit] === 1 ? longer(this.#starting(message, at), inside) : inside;
      if (!hit) continue;
      hits.push(hit);
      at = hit.end - 1;
    }
    return hits;
  }

  /** The longest word that begins here; inside "VerifyCode" only what announces. */
  #starting(message: NormalText, at: number): Hit | null {
    if (isStart(message, at)) return this.#longest(this.#atStart, message, at);
    const inner = isCamel(message.text, at) ? this.#longest(this.#atStart, message, at) : null;
    return inner && announcing(inner);
  }

  #longest(root: Node, message: NormalText, start: number): Hit | null {
    let node: Node | undefined = root;
    let best: Hit | null = null;
    for (let at = start; at < message.folded.length && node.next; at++) {
      node = node.next.get(message.folded.charCodeAt(at));
      if (!node) break;
      if ((node.whole === 0 && node.open === 0 && node.value === 0) || isShred(message, start, at + 1))
        continue;
      const ends = isEnd(message, at + 1);
      const camel = !ends && isCamel(message.text, at + 1);
      const open = node.open !== 0 && isBrand(message, at + 1) ? node.open & INSIDE_NAMES : node.open;
      const kinds = (ends ? node.whole : camel ? node.whole & INSIDE_NAMES : 0) | open;
      const value = ends ? node.value : 0;
      if (kinds !== 0 || value !== 0) best = { start, end: ends ? at + 1 : -(at + 1), kinds, value };
    }
    // A stem stands for its whole word.
    if (best && best.end < 0) best.end = wordEnd(message, -best.end);
    return best;
  }
}

function split(words: string | undefined): string[] {
  return (words ?? "")
    .split(/[,\n]/u)
    .map((word) => word.trim())
    .filter(Boolean);
}

function longer(a: Hit | null, b: Hit | null): Hit | null {
  if (!a || !b) return a ?? b;
  if (a.end === b.end) return { ...a, kinds: a.kinds | b.kinds };
  return a.end > b.end ? a : b;
}

function isStart({ classes }: NormalText, at: number): boolean {
  return (
    at === 0 ||
    classes[at] === CLASS.dense ||
    classes[at - 1] !== CLASS.letter ||
    classes[at] !== CLASS.letter
  );
}

function isEnd({ classes }: NormalText, at: number): boolean {
  return at >= classes.length || classes[at] !== CLASS.letter || classes[at - 1] !== CLASS.letter;
}

/** Abbreviations of one or two Thai or Lao letters ("500 บ.") are no part of a longer word. */
function isShred({ classes, folded }: NormalText, start: number, end: number): boolean {
  const unit = folded.charCodeAt(start);
  if (end - start > 2 || unit < 0x0e00 || unit > 0x0eff) return false;
  return classes[start - 1] === CLASS.dense || classes[end] === CLASS.dense;
}

function wordEnd({ classes }: NormalText, from: number): number {
  let end = from;
  while (classes[end] === CLASS.letter) end++;
  return end;
}

/** The kinds that count in "VerifyCode", where the "App" of "WhatsApp" and the "e" of "eBay" do not. */
const INSIDE_NAMES = KIND.strong | KIND.code | KIND.act;

function announcing(hit: Hit): Hit | null {
  const kinds = hit.kinds & INSIDE_NAMES;
  return kinds === 0 ? null : { ...hit, kinds };
}

/** A capital inside the rest of a word makes it a name ("TicketSwap", "OfferUp"), unless a label follows ("PromoCode"). */
function isBrand({ text, classes }: NormalText, from: number): boolean {
  for (let at = from; classes[at] === CLASS.letter; at++)
    if (isCamel(text, at))
      return !/^(?:Cod|Kod|Nr|No|Nu|Id|ID|Pin|PIN|Pass|Link)/u.test(text.slice(at, at + 4));
  return false;
}

/** "VerifyCode" is two words. */
function isCamel(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const here = text.charCodeAt(at);
  return here >= 65 && here <= 90 && before >= 97 && before <= 122 && classOfUnit(here) === CLASS.letter;
}
