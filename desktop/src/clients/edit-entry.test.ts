import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addEntry, removeEntry, type EntryPlace } from "./edit-entry.ts";
import { jsonFormat } from "./formats/json-format.ts";
import { tomlFormat } from "./formats/toml-format.ts";
import { yamlFormat } from "./formats/yaml-format.ts";

const entry = {
  command: "/opt/my node",
  args: ["C:\\a\\b.js", "--x"],
  env: { AGENTPASS_DATA_DIR: "/srv/é" },
};
const other = { command: "other", args: [], env: { KEY: "#1" } };

const key = fc.stringMatching(/^[a-z][a-zA-Z0-9_-]{0,8}$/).filter((text) => text !== "agentpass-sms");
const lineBreak = fc.constantFrom("\n", "\r\n");
const word = fc.stringMatching(/^[ -~é]{0,12}$/);

/** White space and, where the place allows it, comments. */
function gap(comments: boolean): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(
    "",
    " ",
    "  ",
    "\t",
    "\n",
    "\n    ",
    ...(comments ? ["// c, {\n", "/* } */", ' // "x": 1\n  '] : []),
  );
  return fc.array(pieces, { maxLength: 3 }).map((parts) => parts.join(""));
}

interface JsonOptions {
  comments: boolean;
  servers: "none" | "empty" | "some";
}

/** JSON as wild as its syntax lets it be. */
function jsonText({ comments, servers }: JsonOptions): fc.Arbitrary<string> {
  const space = gap(comments);
  const trailing = comments ? fc.constantFrom("", ",") : fc.constant("");
  const object = (pairs: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc
      .tuple(
        space,
        trailing,
        ...pairs.map((pair) => fc.tuple(space, pair, space).map((parts) => parts.join(""))),
      )
      .map(([inside, comma, ...all]) => `{${all.length === 0 ? inside : all.join(",") + comma + inside}}`);
  const pair = (name: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.tuple(space, space, value).map(([a, b, text]) => `${JSON.stringify(name)}${a}:${b}${text}`);
  const leaf = fc.oneof(
    word.map((text) => JSON.stringify(text)),
    fc.constantFrom("1e400", "12345678901234567890", "true", "null", '"\\u00e9\\/"', "[ 1,\n 2 ]", "{}"),
  );
  const level = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.uniqueArray(key, { maxLength: 3 }).chain((names) => object(names.map((name) => pair(name, value))));
  const table =
    servers === "empty"
      ? object([])
      : level(level(leaf)).filter((text) => servers !== "some" || text.includes('"'));
  const root = fc
    .uniqueArray(
      key.filter((name) => name !== "mcpServers"),
      { maxLength: 3 },
    )
    .chain((names) => {
      const pairs = names.map((name) => pair(name, fc.oneof(leaf, level(leaf))));
      if (servers === "none") return object(pairs);
      return fc
        .nat({ max: pairs.length })
        .chain((at) => object(pairs.toSpliced(at, 0, pair("mcpServers", table))));
    });
  return fc
    .tuple(space, root, space, lineBreak)
    .map(([before, text, after, eol]) => (before + text + after).replaceAll("\n", eol));
}

const tomlLine = fc.constantFrom(
  "",
  "# [mcp_servers.agentpass-sms]",
  'text = """\n[mcp_servers.agentpass-sms]\n# x\n"""',
  "raw = '''\n[[x]]'''",
  "list = [ # c\n  1, [2],\n]",
  'inline = { a = "]", b = { c = 1 } }',
  "when = 2026-11-22T10:00:00Z",
  "big = 9223372036854775807",
);

function tomlText(): fc.Arbitrary<string> {
  const body = fc.uniqueArray(tomlLine, { maxLength: 4 });
  const header = fc.oneof(
    key.map((name) => `[mcp_servers.${name}]`),
    key.map((name) => `[ mcp_servers . "${name}.x" ] # mine`),
    key.map((name) => `[z-${name}.sub]`),
  );
  return fc
    .tuple(
      body,
      fc.uniqueArray(header, { maxLength: 4 }),
      fc.array(body, { minLength: 4, maxLength: 4 }),
      lineBreak,
      fc.constantFrom("", "\n", "\n\n"),
    )
    .map(([top, headers, bodies, eol, end]) =>
      (
        [...top, ...headers.flatMap((line, index) => [line, ...(bodies[index] ?? [])])].join("\n") + end
      ).replaceAll("\n", eol),
    );
}

const yamlValue = fc.constantFrom(
  "1",
  "'a: b'",
  '"#"',
  "|\n@  text\n@  more",
  ">-\n@  folded",
  "[1, {a: 2}]",
  "\n@  - x\n@  -  y: 1\n@     z: 2",
  "{}",
  "",
  "&a x",
  "!!str 3",
);

function yamlText(table: "none" | "empty" | "null" | "some"): fc.Arbitrary<string> {
  const comment = fc.constantFrom("", "", "# agentpass-sms: {}\n", "\n");
  const pairs = (indent: string) =>
    fc
      .uniqueArray(fc.tuple(key, yamlValue, comment), { maxLength: 3, selector: ([name]) => name })
      .map((all) =>
        all
          .map(([name, value, before]) => `${before}${indent}${name}: ${value.replaceAll("@", indent)}\n`)
          .join(""),
      );
  const servers = fc.constantFrom("  ", "    ").chain((indent) =>
    pairs(indent).map((inside) => {
      if (table === "none") return "";
      if (table === "null" || inside === "") return "extensions: # mine\n";
      return table === "empty" ? "extensions: {}\n" : `extensions: # mine\n${inside}`;
    }),
  );
  const named = (text: string, tag: string) => text.replaceAll(/^(?=[a-z])/gm, tag);
  return fc
    .tuple(fc.constantFrom("", "---\n", "# top\n\n"), pairs(""), servers, pairs(""), lineBreak)
    .map(([head, before, middle, after, eol]) =>
      (head + named(before, "a-") + middle + named(after, "z-")).replaceAll("\n", eol),
    );
}

const json = (comments: boolean): EntryPlace => ({
  format: jsonFormat({ comments }),
  path: ["mcpServers", "agentpass-sms"],
});
const toml: EntryPlace = { format: tomlFormat, path: ["mcp_servers", "agentpass-sms"] };
const yaml: EntryPlace = { format: yamlFormat, path: ["extensions", "agentpass-sms"] };

const kinds: [name: string, place: EntryPlace, text: fc.Arbitrary<string>][] = [
  ...([true, false] as const).flatMap((comments) =>
    (["none", "empty", "some"] as const).map((servers): [string, EntryPlace, fc.Arbitrary<string>] => [
      `JSON ${comments ? "with" : "without"} comments, servers: ${servers}`,
      json(comments),
      jsonText({ comments, servers }),
    ]),
  ),
  ["TOML", toml, tomlText()],
  ...(["none", "empty", "null", "some"] as const).map((table): [string, EntryPlace, fc.Arbitrary<string>] => [
    `YAML, servers: ${table}`,
    yaml,
    yamlText(table),
  ]),
];

/** Without white space and commas: who writes beside our entry may indent as it does, and commas stand on this or that side of a comment. */
const bare = (text: string): string => text.replaceAll(/[\s,]/g, "");

describe.each(kinds)("in any %s", (_, place, texts) => {
  const others: EntryPlace = { ...place, path: [place.path[0], "some-other"] };
  const always = (holds: (text: string) => void): void =>
    fc.assert(fc.property(texts, holds), { numRuns: 100 });

  it("an entry comes and goes without a trace", () => {
    always((text) => {
      const added = addEntry(text, place, entry);
      expect(removeEntry(added.text, place, added.undo)).toBe(text);
    });
  });

  it("what others add meanwhile stays, in the place that it would have without us", () => {
    always((text) => {
      const added = addEntry(text, place, entry);
      const meanwhile = addEntry(added.text, others, other).text;
      const left = removeEntry(meanwhile, place, added.undo);
      expect(bare(left)).toBe(bare(addEntry(text, others, other).text));
      expect(place.format.parse(left)).toEqual(place.format.parse(addEntry(text, others, other).text));
    });
  });

  it("what others take out meanwhile stays out", () => {
    always((text) => {
      const added = addEntry(text, place, entry);
      const meanwhile = removeEntry(addEntry(added.text, others, other).text, others, null);
      const left = removeEntry(meanwhile, place, added.undo);
      expect(withoutEmptyTable(bare(left))).toBe(withoutEmptyTable(bare(text)));
    });
  });

  it("an entry goes as well where its text was written anew", () => {
    always((text) => {
      const { text: added, undo } = addEntry(text, place, entry);
      const left = removeEntry(added, place, { ...undo, inserted: "something else" });
      expect(withoutEmptyTable(bare(left))).toBe(withoutEmptyTable(bare(text)));
    });
  });
});

/** An empty table may be written in two ways in YAML. */
function withoutEmptyTable(text: string): string {
  return text.replace(/(?<=extensions:(#mine)?)\{\}/, "").replace(/(?<=extensions:)\{\}(?=#mine)/, "");
}
