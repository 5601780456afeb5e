/** The candidate that a misspelt name is nearest to, where it is near enough to be sure; else null. */
export function nearName(name: string, candidates: readonly string[]): string | null {
  const wanted = squashed(name);
  const near = candidates
    .map((candidate) => ({ candidate, slips: slipsBetween(wanted, squashed(candidate)) }))
    .filter(({ candidate, slips }) => slips <= Math.floor(squashed(candidate).length / 4))
    .toSorted((a, b) => a.slips - b.slips);
  const [best, next] = near;
  return best === undefined || best.slips === next?.slips ? null : best.candidate;
}

/** Names are compared without case, underscores and hyphens: "phoneNumber" and "phone_number" are one. */
export const squashed = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, "");

/** How many letters were left out, put in or taken for another (Levenshtein); two that changed places are two. */
function slipsBetween(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of left.split("").entries()) {
    const next = [index + 1];
    for (const [at, other] of right.split("").entries()) {
      const replaced = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
