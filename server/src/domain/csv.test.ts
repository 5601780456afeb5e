import { array, assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "./csv.ts";

/** RFC 4180 read back, as any program would. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\r\n") lines.push([]);
  }
  return lines.slice(0, -1);
}

describe("a line of CSV", () => {
  it("keeps every text, but for the apostrophe before what would be a formula", () => {
    assert(
      property(array(string({ unit: "grapheme" }), { minLength: 1 }), (cells) => {
        const [read] = readCsv(csvLine(cells));
        expect(read?.map((cell, index) => (cell === cells[index] ? cell : cell.slice(1)))).toEqual(cells);
      }),
    );
  });

  it.each([
    "=1+1",
    "+15551234567",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    '=HYPERLINK("http://x","y")',
  ])("does not let %j run in a spreadsheet", (text) => {
    const [[cell] = []] = readCsv(csvLine([text]));
    expect(cell).toBe(`'${text}`);
  });

  it("leaves numbers and nothing as they are", () => {
    expect(csvLine([-1, null, undefined, "a"])).toBe("-1,,,a\r\n");
  });
});
