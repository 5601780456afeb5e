import { expect, it } from "vitest";
import { limitOf } from "./limit.ts";

it.each([
  ["", null],
  ["  ", null],
  ["0", 0],
  [" 25 ", 25],
  ["1000000", 1_000_000],
  ["1000001", undefined],
  ["-1", undefined],
  ["2.5", undefined],
  ["many", undefined],
])("%j is %s", (typed, limit) => {
  expect(limitOf(typed)).toBe(limit);
});
