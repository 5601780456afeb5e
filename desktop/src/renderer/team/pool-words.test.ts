import type { PoolState } from "@agentpass/shared/number-api";
import { expect, it } from "vitest";
import { forecastWords } from "./pool-words.ts";

const clock = (at: string): string => at.slice(11, 16);
const state: PoolState = {
  counts: { available: 3, leased: 2, quarantined: 0, suspended: 0, retired: 0 },
  beingBought: 0,
  beingReleased: 0,
};

it("says when none will be free, and nothing where nothing can be said", () => {
  expect(forecastWords(state, clock)).toEqual([]);
  const exhaustedAt = "2026-11-22T18:00:00Z";
  expect(forecastWords({ ...state, exhaustedAt }, clock)).toEqual([
    "If it goes on like the last day, none is free from 18:00.",
  ]);
});

it("says that none is free, why none would be bought, and what is under way", () => {
  const empty = { ...state, counts: { ...state.counts, available: 0 }, beingBought: 1 };
  const purchases = { autoProvision: true, refused: "two were bought today." };
  expect(forecastWords({ ...empty, purchases }, clock)).toEqual([
    "No number is free now.",
    "No number would be bought then: two were bought today.",
    "1 number being bought.",
  ]);
});
