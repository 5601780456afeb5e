import * as fc from "fast-check";
import { expect, it } from "vitest";
import { axisFor, barsOf, labelledPlaces, runsOf } from "./chart-geometry.ts";

const plot = { left: 10, top: 5, width: 90, height: 100 };

it("an axis holds every value, starts at 0 and has few, evenly spaced ticks", () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e9, noNaN: true })), (largest) => {
      const { top, ticks } = axisFor(largest);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBe(top);
      expect(top).toBeGreaterThanOrEqual(largest * (1 - 1e-6));
      expect(top).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(6);
    }),
  );
});

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [9, [0, 5, 10]],
  [41, [0, 20, 40, 60]],
])("counts up to %i are marked at whole numbers: %j", (largest, ticks) => {
  expect(axisFor(largest, 1).ticks).toEqual(ticks);
});

it("marks parts of a cent as they are written", () => {
  expect(axisFor(0.9).ticks).toEqual([0, 0.5, 1]);
  expect(axisFor(0.03).ticks).toEqual([0, 0.01, 0.02, 0.03]);
});

it("bars stand on the lower edge, as high as their value, each in the middle of its place", () => {
  const [empty, full, half] = barsOf([0, 4, 2], plot, { top: 4, ticks: [0, 4] });
  expect(empty).toMatchObject({ y: 105, height: 0 });
  expect(full).toEqual({ x: 45, y: 5, width: 20, height: 100 });
  expect(half).toMatchObject({ x: 75, y: 55, height: 50 });
});

it("a line breaks where there is no value", () => {
  const runs = runsOf([1, 2, null, null, 4], plot, { top: 4, ticks: [0, 4] });
  expect(runs.map((run) => run.map(({ y }) => y))).toEqual([[80, 55], [5]]);
});

it("labels the last place, and no more than fit", () => {
  expect(labelledPlaces(7, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(labelledPlaces(30, 7)).toEqual([4, 9, 14, 19, 24, 29]);
  expect(labelledPlaces(0, 7)).toEqual([]);
});
