import { cutTo, displayWidth, padTo } from "./display-width.ts";
import { printable } from "./printable.ts";

export interface Column<Row> {
  title: string;
  value: (row: Row) => string | null | undefined;
  /** For names and texts: may be shortened where the terminal is narrow. Ids, numbers, codes and times stay whole. */
  cut?: true;
}

/** No cell is wider, whatever a stranger wrote. */
const WIDEST_CELL = 60;
/** A column that may be cut keeps so much. */
const NARROWEST_CUT = 8;
const GAP = "  ";

/**
 * Rows for people, in columns as wide as their longest cell. Where they do not fit into `width` columns of the
 * terminal (infinite: not a terminal), texts are shortened; where that is not enough, each row becomes a block of lines.
 */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  width: number = terminalWidth(),
): string {
  const titles = columns.map((column) => column.title);
  const cells = rows.map((row) => columns.map((column) => cell(column.value(row))));
  const natural = columns.map((_, index) =>
    Math.max(...[titles, ...cells].map((line) => displayWidth(line[index] ?? ""))),
  );
  const widths = fit(natural, columns, width);
  if (widths === null) return cells.map((line) => block(line, { titles, width })).join("\n\n");
  return [titles, ...cells].map((line) => lineOf(line, widths)).join("\n");
}

function terminalWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns : Infinity;
}

/** The columns' widths, the widest of those that may be cut made narrower first; null where they cannot fit. */
function fit(
  natural: readonly number[],
  columns: readonly Column<never>[],
  width: number,
): readonly number[] | null {
  const widths = [...natural];
  const total = () => widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1);
  while (total() > width) {
    const cuttable = widths.filter((each, index) => columns[index]?.cut && each > NARROWEST_CUT);
    if (cuttable.length === 0) return null;
    const widest = Math.max(...cuttable);
    widths[widths.findIndex((each, index) => each === widest && columns[index]?.cut)] = widest - 1;
  }
  return widths;
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((text, index) => padTo(cutTo(text, widths[index] ?? 0), widths[index] ?? 0))
    .join(GAP)
    .trimEnd();
}

function block(
  cells: readonly string[],
  { titles, width }: { titles: readonly string[]; width: number },
): string {
  const titleWidth = Math.max(...titles.map(displayWidth));
  return cells
    .map((text, index) => cutTo(`${padTo(titles[index] ?? "", titleWidth)}${GAP}${text}`, width))
    .join("\n");
}

/** Epoch milliseconds or ISO 8601 as local time to the second. */
export function localTime(time: number | string | null): string | null {
  if (time === null) return null;
  const date = new Date(time);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19).replace("T", " ");
}

function cell(text: string | null | undefined): string {
  return cutTo(printable(text ?? ""), WIDEST_CELL) || "-";
}
