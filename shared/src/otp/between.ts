import type { Candidate } from "./candidates.ts";
import { firstHitFrom } from "./gap.ts";
import { KIND } from "./lexicon.ts";
import type { Message } from "./message.ts";

/** Other candidates on the way, up to three. A mixed one may be a name, so it counts less. */
export function openBetween(others: readonly Candidate[], from: number, to: number): number {
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

/** Labels of references and other codes on the way, up to two. */
export function labelsBetween(message: Message, from: number, to: number): number {
  let count = 0;
  for (let index = firstHitFrom(message.hits, from); index < message.hits.length; index++) {
    const hit = message.hits[index];
    if (!hit || hit.start >= to || count === 2) break;
    if ((hit.kinds & (KIND.reference | KIND.other)) !== 0) count++;
  }
  return count;
}
