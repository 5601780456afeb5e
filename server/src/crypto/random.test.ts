import { expect, test } from "vitest";
import { randomFromPool } from "./random.ts";

test("each is as long as asked for, of its own memory, and no other's", () => {
  const sizes = [12, 32, 16, 4096, 1];
  const taken = Array.from({ length: 5_000 }, (_, index) => randomFromPool(sizes[index % sizes.length] ?? 0));
  expect(taken.map(({ length }) => length)).toEqual(taken.map((_, index) => sizes[index % sizes.length]));
  const long = taken.filter(({ length }) => length >= 12).map((bytes) => bytes.toString("base64"));
  expect(new Set(long).size).toBe(long.length);
});

test("all bits come up as often", () => {
  const ones = Array.from({ length: 8 }, () => 0);
  const count = 20_000;
  for (let index = 0; index < count / 20; index++)
    for (const byte of randomFromPool(20))
      for (const bit of ones.keys()) ones[bit] = (ones[bit] ?? 0) + ((byte >> bit) & 1);
  // Seven standard deviations: once in 10^11 runs.
  for (const seen of ones) expect(Math.abs(seen - count / 2)).toBeLessThan(7 * Math.sqrt(count / 4));
});
