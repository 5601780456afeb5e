import { expect, test } from "vitest";
import { compileUserPattern, requireUserPattern } from "./user-pattern.ts";
import { verifies } from "../../../test/support/verifies.ts";

/** The longest text that is looked at (shared/src/clean-text.ts). */
const LONGEST = 1_600;
const TEXTS = ["a", "ab", "1 ", "code ", "é", "((("].map((piece) => piece.repeat(LONGEST).slice(0, LONGEST));

/** Each kills a backtracking engine, or makes a large program of a short text. */
const BOMBS = [
  "(a+)+$",
  "(a|aa)+$",
  "(a|a?)+$",
  "(.*)*x",
  "(.*a){12}x",
  "^(([a-z])+.)+[A-Z]([a-z])+$",
  "(\\w+\\s?)+$",
  "(?:a?){150}a{150}",
  "(?i)(\\pL|\\pN|.)+!$",
  "(".repeat(60) + "a" + ")*".repeat(60) + "x",
];

/** Processor time in milliseconds, the least of three runs: other processes of the machine do not count. */
function cost(work: () => unknown): number {
  const once = (): number => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1000;
  };
  return Math.min(once(), once(), once());
}

test.each(BOMBS)(verifies("T16", "%s takes milliseconds on the worst texts"), (pattern) => {
  requireUserPattern(pattern);
  for (const text of TEXTS) expect(cost(() => compileUserPattern(pattern).find(text))).toBeLessThan(60);
});

test.each([
  "(a?){1000}a{1000}",
  "(?:a?){1000}".repeat(8) + "a{1000}",
  ".{0,1000}([0-9]{6})",
  "(a{0,30}){0,30}x",
  "((a{1,30}){1,30}){1,30}x",
])(verifies("T16", "%s, which would not, is refused with the mend"), (pattern) => {
  expect(() => requireUserPattern(pattern)).toThrow(/use \* or \+|not an RE2 pattern/);
});

test.each([
  ["code is ([0-9]{6})", "482913"],
  ["(?i)(?:code|otp|pin)[^0-9]{0,40}([0-9]{4,8})", "482913"],
  ["\\b(\\d{3}-\\d{3})\\b", null],
])("%s, as people write them, is taken", (pattern, code) => {
  requireUserPattern(pattern);
  expect(compileUserPattern(pattern).find("Your code is 482913.")?.code ?? null).toBe(code);
});
