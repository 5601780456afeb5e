import type { PoolState } from "@agentpass/shared/number-api";
import { countText } from "./formats.ts";

/**
 * What a person should know of the pool's future: when none is free, and whether one is bought then. `time` writes an
 * instant (ISO 8601) for people.
 */
export function forecastWords(
  { counts, beingBought, beingReleased, exhaustedAt, purchases }: PoolState,
  time: (at: string) => string,
): string[] {
  const words: string[] = [];
  if (counts.available === 0) words.push("No number is free now.");
  else if (exhaustedAt !== undefined)
    words.push(`If it goes on like the last day, none is free from ${time(exhaustedAt)}.`);
  if (purchases?.refused !== undefined) words.push(`No number would be bought then: ${purchases.refused}`);
  else if (purchases !== undefined) words.push("A number is bought when an agent finds none free.");
  if (beingBought > 0) words.push(`${capital(countText(beingBought, "number"))} being bought.`);
  if (beingReleased > 0) words.push(`${capital(countText(beingReleased, "number"))} being given back.`);
  return words;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
