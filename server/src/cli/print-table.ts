export interface Column<Row> {
  title: string;
  value: (row: Row) => string | null | undefined;
}

/** Rows for people, in columns as wide as their longest cell. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [
    columns.map((column) => column.title),
    ...rows.map((row) => columns.map((column) => cell(column.value(row)))),
  ];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((text, index) => text.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Epoch milliseconds or ISO 8601 as local time to the second. */
export function localTime(time: number | string | null): string | null {
  if (time === null) return null;
  const date = new Date(time);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19).replace("T", " ");
}

/** Texts come from strangers: control and invisible characters could rewrite the terminal. */
function cell(text: string | null | undefined): string {
  const clean = (text ?? "").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean || "-";
}
