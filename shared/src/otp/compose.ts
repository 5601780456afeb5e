import { type Hit, KIND } from "./lexicon.ts";
import type { NormalText } from "./normal-text.ts";
import { CLASS } from "./unicode.ts";

const NUMBER_LABELS = KIND.reference;

/**
 * Words make each other: "code" beside "sign-in" announces a one-time code, beside "promo" or "order" something else.
 * At most three other words may stand between.
 */
export function composeHits(hits: Hit[], message: NormalText & { sentences: Uint16Array }): Hit[] {
  for (let index = 0; index < hits.length; index++) {
    const hit = hits[index];
    if (!hit || (hit.kinds & KIND.code) === 0 || (hit.kinds & KIND.strong) !== 0) continue;
    hit.kinds = strengthen(hit, neighbours(hits, index, message));
  }
  return hits;
}

interface Neighbour {
  kinds: number;
  words: number;
}

function strengthen(hit: Hit, around: Neighbour[]): number {
  const other = around.find(({ kinds, words }) => (kinds & KIND.other) !== 0 && words <= 1);
  if (other) return KIND.other;
  const label = around.find(({ kinds, words }) => (kinds & NUMBER_LABELS) !== 0 && words === 0);
  if (label) return label.kinds & NUMBER_LABELS;
  const act = around.some(({ kinds }) => (kinds & (KIND.act | KIND.strong)) !== 0);
  return act ? hit.kinds | KIND.strong : hit.kinds;
}

/** The two hits on either side in the same sentence, with the number of unknown words between. */
function neighbours(
  hits: Hit[],
  index: number,
  message: NormalText & { sentences: Uint16Array },
): Neighbour[] {
  const hit = hits[index];
  if (!hit) return [];
  const found: Neighbour[] = [];
  for (const step of [-1, -2, 1, 2]) {
    const next = hits[index + step];
    if (!next || message.sentences[next.start] !== message.sentences[hit.start]) continue;
    const [from, to] = step < 0 ? [next.end, hit.start] : [hit.end, next.start];
    const words = wordsBetween(message, from, to) + (hasMark(message, from, to) ? 2 : 0);
    if (words <= 3) found.push({ kinds: next.kinds, words });
  }
  return found;
}

/** "Banco Sol: código 4711": what stands before a colon or a comma says nothing of the kind of code. */
function hasMark({ text }: NormalText, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (":,;(|".includes(text.charAt(at))) return true;
  return false;
}

/** Words between two places; a number or more than forty characters count as too many. */
export function wordsBetween({ classes }: NormalText, from: number, to: number): number {
  if (to - from > 40) return 99;
  let words = 0;
  let dense = 0;
  for (let at = from; at < to; at++) {
    const kind = classes[at];
    if (kind === CLASS.digit) return 99;
    if (kind === CLASS.dense) dense++;
    else if (kind === CLASS.letter && (at === from || classes[at - 1] !== CLASS.letter)) words++;
  }
  return words + Math.ceil(dense / 4);
}
