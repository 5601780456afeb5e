import type { Row } from "./corpus.ts";
import { figures, tally, type Verdict } from "./judge.ts";

export interface Judged {
  row: Row;
  verdict: Verdict;
}

/** A table for the terminal and for Markdown alike. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join(
    "\n",
  );
}

/** Recall, false alarms, precision and F1 of one set of rows, as cells. */
export function cells(judged: readonly Judged[]): string[] {
  const { recall, falseAlarms, precision, f1 } = figures(tally(judged.map(({ verdict }) => verdict)));
  return [percent(recall), percent(falseAlarms, 2), percent(precision), percent(f1)];
}

/** One line for each language, source or class, the ones with faults first. */
export function breakdown(title: string, judged: readonly Judged[], keyOf: (row: Row) => string): string {
  const groups = Map.groupBy(judged, ({ row }) => keyOf(row));
  const rows = [...groups].map(([key, members]) =>
    [key, String(members.length)].concat(cells(members), faults(members)),
  );
  rows.sort((a, b) => Number(b[6] ?? 0) - Number(a[6] ?? 0) || (a[0] ?? "").localeCompare(b[0] ?? ""));
  return table([title, "messages", "recall", "false alarms", "precision", "F1", "faults"], rows);
}

function faults(judged: readonly Judged[]): string {
  return String(judged.filter(({ verdict }) => verdict !== "found" && verdict !== "quiet").length);
}

function percent(value: number, digits = 1): string {
  return Number.isNaN(value) ? "-" : `${value.toFixed(digits)} %`;
}

export function share(right: number, all: number): string {
  return all === 0 ? "no labelled rows" : `${right} of ${all} (${percent((100 * right) / all)})`;
}

/** A message on one line, cut to what a terminal shows. */
export function oneLine(body: string): string {
  return body.replaceAll(/\s+/gu, " ").slice(0, 140);
}
