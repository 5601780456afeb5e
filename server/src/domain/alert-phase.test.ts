import { expect, test } from "vitest";
import { newsOf, nextPhase, type AlertNews, type AlertPhase } from "./alert-phase.ts";

const MINUTE = 60_000;

/** What is told when this is seen minute by minute ("x" is wrong), each told at once: `minute news`. */
function story(seen: string): string[] {
  let phase: AlertPhase | null = null;
  const told: string[] = [];
  Array.from(seen).forEach((one, minute) => {
    const now = minute * MINUTE;
    phase = nextPhase(phase, one === "x", now);
    const news: AlertNews | null = newsOf(phase, now);
    if (news === null) return;
    told.push(`${minute} ${news}`);
    phase = { ...phase, told: { firing: phase.firing, at: now } };
  });
  return told;
}

test("an alert is told of at once, and over after ten calm minutes", () => {
  expect(story("..xx" + ".".repeat(12))).toEqual(["2 fired", "14 recovered"]);
});

test("one that is there from the first look on is told of", () => {
  expect(story("xx")).toEqual(["0 fired"]);
});

test("one that comes and goes is told of once", () => {
  expect(story("x....".repeat(20))).toEqual(["0 fired"]);
});

test("one that stays is told of again every six hours", () => {
  expect(story("x".repeat(13 * 60))).toEqual(["0 fired", "360 still_firing", "720 still_firing"]);
});

test("one that could not be told of is told of later, and not at all once it is over", () => {
  let phase = nextPhase(null, true, 0);
  expect(newsOf(phase, 0)).toBe("fired");
  phase = nextPhase(phase, true, MINUTE);
  expect(newsOf(phase, MINUTE)).toBe("fired");
  for (let minute = 2; minute < 20; minute++) phase = nextPhase(phase, false, minute * MINUTE);
  expect(newsOf(phase, 20 * MINUTE)).toBeNull();
});
