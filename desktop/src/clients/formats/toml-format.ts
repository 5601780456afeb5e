import { parse, stringify, TomlError } from "smol-toml";
import {
  FormatFault,
  isTable,
  kindOf,
  lineBreakOf,
  type ConfigFormat,
  type ConfigValue,
} from "./config-format.ts";

/** A number that JavaScript cannot hold is no fault of the file. */
const options = { integersAsBigInt: "asNeeded" } as const;

/** TOML, where a server is a table of its own: `[mcp_servers.name]`, put at the end of the file. */
export const tomlFormat: ConfigFormat = {
  parse(text) {
    try {
      return parse(text, options);
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      const [reason = ""] = error.message.split("\n");
      throw new FormatFault(`this is no valid TOML (${reason.replace(/^.*?: /, "")})`, error.line);
    }
  },
  put(text, [table, name], value) {
    const holder = valueUnder(tomlFormat.parse(text), [table]);
    if (holder !== undefined && !isTable(holder))
      throw new FormatFault(`${table} holds ${kindOf(holder)} where a table of servers belongs`, null);
    const lineBreak = lineBreakOf(text);
    const block = stringify({ [table]: { [name]: value as Exclude<ConfigValue, null> } });
    const lines = `${block.trimEnd()}\n`.replaceAll("\n", lineBreak);
    const gap =
      text === "" || /(^|\n)\r?\n$/.test(text) ? "" : text.endsWith("\n") ? lineBreak : lineBreak.repeat(2);
    return { at: text.length, removed: "", inserted: gap + lines };
  },
  take(text, keys) {
    const kept: string[] = [];
    // Blank lines and comments behind the last pair of a table belong to what follows.
    let undecided: string[] = [];
    let within = false;
    for (const { source, header } of statementsOf(text)) {
      const goesOn: boolean = header === null ? within : keys.every((key, index) => header[index] === key);
      if (within && !goesOn) kept.push(...undecided);
      if (within && header === null && /^\s*(#|$)/.test(source)) {
        undecided.push(source);
        continue;
      }
      within = goesOn;
      undecided = [];
      if (!within) kept.push(source);
    }
    kept.push(...undecided);
    return withoutDoubleGap(text, kept.join(""));
  },
};

interface Statement {
  /** Its lines, line break included. */
  source: string;
  /** The keys of a table's header; null for anything else, `[]` for a header that cannot be read. */
  header: readonly string[] | null;
}

/** The text cut into pairs, headers and blank or comment lines; a value may go over many lines. */
function statementsOf(text: string): Statement[] {
  const lines = text.match(/[^\n]*(\n|$)/g)?.filter((line) => line !== "") ?? [];
  const statements: Statement[] = [];
  let source = "";
  for (const line of lines) {
    source += line;
    if (!isWhole(source)) continue;
    statements.push({ source, header: headerOf(source) });
    source = "";
  }
  return source === "" ? statements : [...statements, { source, header: null }];
}

/** A statement is whole when it parses by itself: an open string, list or table does not. */
function isWhole(source: string): boolean {
  try {
    parse(source, options);
    return true;
  } catch {
    return false;
  }
}

function headerOf(source: string): readonly string[] | null {
  if (!/^\s*\[/.test(source)) return null;
  const keys: string[] = [];
  let found: unknown = parse(source, options);
  while (isTable(found)) {
    const [key] = Object.keys(found);
    if (key === undefined) return keys;
    keys.push(key);
    found = found[key];
  }
  return [];
}

function valueUnder(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((found, key) => (isTable(found) ? found[key] : undefined), value);
}

/** The gap that was put before the table, where the table was the last. */
function withoutDoubleGap(before: string, after: string): string {
  const gap = /(\r?\n)(?:[ \t]*\r?\n)+$/;
  return gap.test(after) && !gap.test(before) ? after.replace(gap, "$1") : after;
}
