import { assert, nat, property } from "fast-check";
import { expect, it, test } from "vitest";
import { durationText, parseDuration } from "./duration.ts";

test.each([
  ["0", 0],
  ["90s", 90_000],
  ["30m", 1_800_000],
  ["24h", 86_400_000],
  ["7d", 604_800_000],
  ["500ms", 500],
  ["1h30m", 5_400_000],
  ["1h 30m", 5_400_000],
])("%s is %d ms", (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

it.each(["", "24", "-1h", "1.5h", "h", "30m1h", "1y", "24 hours", "1e3s"])("refuses %j", (text) => {
  expect(parseDuration(text)).toBeNull();
});

test("a duration is written so that it reads back the same", () => {
  assert(
    property(nat({ max: 10 ** 11 }), (ms) => {
      expect(parseDuration(durationText(ms))).toBe(ms);
    }),
  );
  expect([86_400_000, 172_800_000, 5_400_000].map(durationText)).toEqual(["24h", "2d", "1h30m"]);
});
