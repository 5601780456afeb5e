import { assert, jsonValue, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth } from "./display-width.ts";
import { printableJson, printableLines } from "./printable.ts";
import { table } from "./print-table.ts";

const rows = [
  { id: "0199aa11-0000-7000-8000-000000000001", name: "An agent with quite a long name", text: "hello" },
  { id: "0199aa11-0000-7000-8000-000000000002", name: "短い名前", text: "x".repeat(200) },
];
const columns = [
  { title: "ID", value: (row: (typeof rows)[0]) => row.id },
  { title: "NAME", value: (row: (typeof rows)[0]) => row.name, cut: true as const },
  { title: "TEXT", value: (row: (typeof rows)[0]) => row.text, cut: true as const },
];

describe("a table", () => {
  it("keeps to the terminal's width and cuts only what may be cut", () => {
    for (const width of [58, 60, 80, 100, 140]) {
      const lines = table(rows, columns, width).split("\n");
      expect(lines).toHaveLength(3);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      for (const { id } of rows) expect(lines.join("\n")).toContain(id);
    }
  });

  it("becomes a block a row where even that is too wide", () => {
    expect(table(rows, columns, 44).split("\n")).toEqual([
      "ID    0199aa11-0000-7000-8000-000000000001",
      "NAME  An agent with quite a long name",
      "TEXT  hello",
      "",
      "ID    0199aa11-0000-7000-8000-000000000002",
      "NAME  短い名前",
      expect.stringMatching(/^TEXT {2}x+…$/),
    ]);
  });

  it("aligns scripts of double width", () => {
    const [, first = "", second = ""] = table(rows, columns, Infinity).split("\n");
    expect(displayWidth(first.slice(0, first.indexOf("hello")))).toBe(
      displayWidth(second.slice(0, second.indexOf("xxx"))),
    );
  });

  it("lets no text move the cursor, hide or reverse what stands beside it", () => {
    assert(
      property(string({ unit: "binary" }), (name) => {
        const shown = table([{ id: "1", name, text: "" }], columns, 80);
        expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(shown.split("\n")).toHaveLength(2);
      }),
    );
  });
});

describe("what is printed", () => {
  it("is JSON of the same value, with nothing that a terminal acts on", () => {
    assert(
      property(jsonValue(), string({ unit: "binary" }), (value, text) => {
        const json = printableJson([value, text]);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify([value, text])));
        expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it("keeps its own lines and spoils a stranger's escape sequences", () => {
    expect(printableLines("a\nb\u001b[2J\u202e\u009b1Ac\r")).toBe("a\nb [2J  1Ac ");
  });
});
