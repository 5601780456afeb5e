/** What one benchmark found: a table for people, and the same as data. */
export interface Report {
  /** As `pnpm bench P3` names it. */
  id: string;
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  goals: readonly Goal[];
  figures: unknown;
}

export interface Goal {
  /** With its unit, e.g. "times raw ws". */
  what: string;
  /** Null: it could not be measured here. */
  measured: number | null;
  bound: { atLeast: number } | { atMost: number };
}

export function isMet({ measured, bound }: Goal): boolean {
  if (measured === null) return false;
  return "atLeast" in bound ? measured >= bound.atLeast : measured <= bound.atMost;
}

/** One line: what was measured, what was wanted, and whether it was reached. */
export function sentence(goal: Goal): string {
  const { measured, bound, what } = goal;
  const wanted = "atLeast" in bound ? `at least ${bound.atLeast}` : `at most ${bound.atMost}`;
  if (measured === null) return `not measured: ${what} (goal: ${wanted})`;
  return `${isMet(goal) ? "reached" : "MISSED"}: ${number(measured)} ${what} (goal: ${wanted})`;
}

/** Three figures that matter, and no exponent. */
export function number(value: number): string {
  if (Number.isNaN(value)) return "-";
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString("en-US");
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** A table for the terminal and for Markdown alike. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (column === 0 ? (cells[column] ?? "").padEnd(width) : (cells[column] ?? "").padStart(width))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

export function text({ title, head, rows, goals }: Report): string {
  return [title, "", table(head, rows), "", ...goals.map((goal) => `- ${sentence(goal)}`)].join("\n");
}
