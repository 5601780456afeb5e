/** Where the marks of a chart lie, in the units of its SVG. */

export interface Plot {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Axis {
  /** The value at the upper edge. */
  top: number;
  /** From 0 up to `top`, evenly. */
  ticks: number[];
}

/**
 * An axis from 0 that ends at or above the largest value and steps by 1, 2 or 5 times a power of ten.
 * `smallestStep`: 1 for what is counted.
 */
export function axisFor(largest: number, smallestStep = 0): Axis {
  const wanted = largest > 0 ? largest / 4 : 1;
  const magnitude = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * magnitude >= wanted) ?? 10;
  const step = Math.max(factor * magnitude, smallestStep);
  const count = Math.max(1, Math.ceil(largest / step - 1e-9));
  // Multiplied, not added up: 3 * 0.1 would show as 0.30000000000000004 after rounding only.
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { top: ticks.at(-1) ?? step, ticks };
}

/** How far down a value lies. */
export const yOf = (value: number, plot: Plot, axis: Axis): number =>
  plot.top + plot.height * (1 - value / axis.top);

/** The middle of the place of the one at `index` of `count`, side by side. */
export const xOf = (index: number, plot: Plot, count: number): number =>
  plot.left + (plot.width * (index + 0.5)) / count;

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One bar for each value, standing on the lower edge; a third of its place stays free. */
export function barsOf(values: readonly number[], plot: Plot, axis: Axis): Bar[] {
  const width = (plot.width / values.length) * (2 / 3);
  return values.map((value, index) => {
    const y = yOf(value, plot, axis);
    return { x: xOf(index, plot, values.length) - width / 2, y, width, height: plot.top + plot.height - y };
  });
}

export interface Point {
  x: number;
  y: number;
}

/** The points of a line, in runs: a null breaks it. */
export function runsOf(values: readonly (number | null)[], plot: Plot, axis: Axis): Point[][] {
  const runs: Point[][] = [];
  let broken = true;
  for (const [index, value] of values.entries()) {
    if (value !== null) {
      const point = { x: xOf(index, plot, values.length), y: yOf(value, plot, axis) };
      if (broken) runs.push([point]);
      else runs.at(-1)?.push(point);
    }
    broken = value === null;
  }
  return runs;
}

/** Which of so many places get a label, at most `most` of them, evenly from the last one back. */
export function labelledPlaces(count: number, most: number): number[] {
  const step = Math.ceil(count / most);
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => (count - 1 - index) % step === 0,
  );
}
