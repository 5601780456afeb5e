import { expect, test } from "vitest";
import { receiptHops } from "./receipt-hops.ts";

test("each hop tells what it took since the one before it, and those to come stand last", () => {
  const receipt = {
    receivedAt: 1_000,
    storedAt: 1_004,
    matchedAt: null,
    pushedAt: 1_006,
    shownAt: 1_013,
    takenAt: null,
  };
  expect(receiptHops(receipt)).toEqual([
    { hop: "receivedAt", tookMs: null, sinceStartMs: 0 },
    { hop: "storedAt", tookMs: 4, sinceStartMs: 4 },
    { hop: "pushedAt", tookMs: 2, sinceStartMs: 6 },
    { hop: "shownAt", tookMs: 7, sinceStartMs: 13 },
    { hop: "matchedAt", tookMs: null, sinceStartMs: null },
    { hop: "takenAt", tookMs: null, sinceStartMs: null },
  ]);
});

test("a message that was matched long after it was shown tells its hops as they happened", () => {
  const late = {
    receivedAt: 0,
    storedAt: 3,
    matchedAt: 60_000,
    pushedAt: 5,
    shownAt: 9,
    takenAt: 60_020,
  };
  expect(receiptHops(late).map(({ hop }) => hop)).toEqual([
    "receivedAt",
    "storedAt",
    "pushedAt",
    "shownAt",
    "matchedAt",
    "takenAt",
  ]);
});
