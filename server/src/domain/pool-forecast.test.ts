import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exhaustedAt, type PoolTrend } from "./pool-forecast.ts";

const HOUR = 3_600_000;
const now = 1_800_000_000_000;
const trend = (change: Partial<PoolTrend>): PoolTrend => ({
  now,
  windowMs: 24 * HOUR,
  freeBefore: 10,
  added: 0,
  free: 10,
  ...change,
});

describe("a forecast of the pool", () => {
  test("divides what is free by what went in the window", () => {
    expect(exhaustedAt(trend({ free: 6 }))).toBe(now + 36 * HOUR);
    expect(exhaustedAt(trend({ free: 2 }))).toBe(now + 6 * HOUR);
  });

  test("counts numbers that came meanwhile as gone where they are not free any more", () => {
    expect(exhaustedAt(trend({ added: 4, free: 6 }))).toBe(now + 18 * HOUR);
  });

  test("says now where none is free", () => {
    expect(exhaustedAt(trend({ free: 0, windowMs: 0 }))).toBe(now);
  });

  test("says nothing of a pool that does not shrink, was hardly seen, or lasts for long", () => {
    expect(exhaustedAt(trend({}))).toBeNull();
    expect(exhaustedAt(trend({ free: 12 }))).toBeNull();
    expect(exhaustedAt(trend({ free: 6, windowMs: HOUR - 1 }))).toBeNull();
    expect(exhaustedAt(trend({ freeBefore: 101, free: 100 }))).toBeNull();
  });

  test("never lies in the past, and comes sooner the faster numbers go", () => {
    const free = fc.integer({ min: 1, max: 1000 });
    const lost = fc.integer({ min: 40, max: 1000 });
    fc.assert(
      fc.property(free, lost, (left, gone) => {
        const at = (more: number) =>
          exhaustedAt(trend({ free: left, freeBefore: left + gone + more })) ?? Infinity;
        expect(at(0)).toBeGreaterThanOrEqual(now);
        expect(at(1)).toBeLessThanOrEqual(at(0));
      }),
    );
  });
});
