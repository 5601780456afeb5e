import { expect, test } from "vitest";
import { parseQuery } from "./raw-query.ts";

test.each([
  ["/path", null, []],
  ["/path?", "", []],
  [
    "/path?a=1&b",
    "a=1&b",
    [
      ["a", "1"],
      ["b", ""],
    ],
  ],
  [
    "/path?a=%2B+%26?&a==",
    "a=%2B+%26?&a==",
    [
      ["a", "+ &?"],
      ["a", "="],
    ],
  ],
])("%s has the query %j", (target, raw, parameters) => {
  expect(parseQuery(target)).toEqual({ ok: true, raw, parameters });
});

test.each([
  "/path?a=\u00e9",
  "/path?a=1#b",
  "/path#?a=1",
  "/path?a=1 2",
  "/path?a=\u0000",
  "/path?%",
  "/path?&",
])("%j is refused", (target) => {
  expect(parseQuery(target).ok).toBe(false);
});
