import type { RequirementId } from "../requirements.ts";

/** A test's title that cites what it proves: `test(verifies("T2", "a replay is one row"), …)`. */
export function verifies(ids: RequirementId | readonly RequirementId[], title: string): string {
  return `${[ids].flat().map(cited).join("")} ${title}`;
}

/** As an id stands in a title; `-t` of vitest takes it as a regular expression. */
export const cited = (id: string): string => `[${id}]`;
