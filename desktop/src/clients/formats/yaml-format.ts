import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseAllDocuments,
  stringify,
  type Document,
  type Pair,
  type ParsedNode,
  type YAMLMap,
} from "yaml";
import {
  FormatFault,
  isTable,
  kindOf,
  lineAt,
  lineBreakOf,
  type ConfigFormat,
  type ConfigValue,
  type Splice,
} from "./config-format.ts";

type ParsedMap = YAMLMap.Parsed;
type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

/** YAML, where servers stand under a key of the document: put as the first of them. */
export const yamlFormat: ConfigFormat = {
  parse: (text) => documentOf(text).value,
  put(text, [table, name], value) {
    const { root } = documentOf(text);
    if (root?.flow === true)
      throw new FormatFault("the whole file is written in braces; give each setting a line of its own", 1);
    const holder = root && pairOf(root, table);
    if (holder) return putInto(text, holder, { [name]: value });
    const lineBreak = lineBreakOf(text);
    const gap = text === "" || text.endsWith("\n") ? "" : lineBreak;
    const inserted = gap + block({ [table]: { [name]: value } }, { indent: "", lineBreak });
    return { at: text.length, removed: "", inserted };
  },
  take(text, keys) {
    let { root: map } = documentOf(text);
    let above: ParsedPair | null = null;
    for (const key of keys.slice(0, -1)) {
      above = map && pairOf(map, key);
      map = above && isMap<ParsedNode, ParsedNode | null>(above.value) ? above.value : null;
    }
    const pair = map && pairOf(map, keys.at(-1) ?? "");
    if (!map || !pair) throw new FormatFault(`${keys.join(".")} is not there`, null);
    if (map.flow === true) return removeFlow(text, map, pair);
    const start = text.lastIndexOf("\n", pair.key.range[0] - 1) + 1;
    const end = lineEnd(text, endOf(pair));
    // The table stays a table, where it was one before us.
    const colon = above && map.items.length === 1 ? text.indexOf(":", above.key.range[1]) + 1 : null;
    const before =
      colon === null ? text.slice(0, start) : `${text.slice(0, colon)} {}${text.slice(colon, start)}`;
    return before + text.slice(end);
  },
};

function documentOf(text: string): { root: ParsedMap | null; value: object } {
  const lineCounter = new LineCounter();
  // Its warnings would repeat what stands in the file.
  const documents = parseAllDocuments(text, { lineCounter, logLevel: "error" });
  if (!Array.isArray(documents)) return { root: null, value: {} };
  const [document, second] = documents;
  if (document === undefined) return { root: null, value: {} };
  const [error] = document.errors;
  if (error !== undefined) {
    const [reason = ""] = error.message.split(/ at line |\n/);
    throw new FormatFault(`this is no valid YAML (${reason})`, error.linePos?.[0].line ?? null);
  }
  if (second !== undefined)
    throw new FormatFault("a second document begins here", lineAt(text, second.range[0]));
  const value = valueOf(document);
  if (value === null) return { root: null, value: {} };
  if (!isTable(value) || !isMap(document.contents))
    throw new FormatFault(`it holds ${kindOf(value)} where a table belongs`, 1);
  return { root: document.contents, value };
}

function valueOf(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new FormatFault("it has an alias, a word with * before it, that cannot be followed", null);
  }
}

function pairOf(map: ParsedMap, key: string): ParsedPair | null {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key) ?? null;
}

function putInto(text: string, holder: ParsedPair, entry: Record<string, ConfigValue>): Splice {
  const { key, value } = holder;
  const lineBreak = lineBreakOf(text);
  if (isMap(value) && value.flow === true) {
    const more = value.items.length > 0 ? ", " : "";
    return { at: value.range[0] + 1, removed: "", inserted: JSON.stringify(entry).slice(1, -1) + more };
  }
  const isEmpty = value === null || (isScalar(value) && value.value === null && value.source === "");
  if (!isMap(value) && !isEmpty)
    throw new FormatFault(
      `${String(key)} holds ${isScalar(value) ? kindOf(value.value) : "no table"} where a table of servers belongs`,
      lineAt(text, key.range[0]),
    );
  const first = isMap(value) ? value.items[0]?.key : undefined;
  const column = first === undefined ? 2 : first.range[0] - text.lastIndexOf("\n", first.range[0] - 1) - 1;
  const at = lineEnd(text, key.range[1]);
  const gap = text.slice(0, at).endsWith("\n") ? "" : lineBreak;
  return { at, removed: "", inserted: gap + block(entry, { indent: " ".repeat(column), lineBreak }) };
}

function block(
  entry: Record<string, ConfigValue>,
  { indent, lineBreak }: { indent: string; lineBreak: string },
): string {
  return stringify(entry, { lineWidth: 0 })
    .replaceAll(/^(?=.)/gm, indent)
    .replaceAll("\n", lineBreak);
}

/** Where the last word of a pair ends, less the comments behind it. */
function endOf({ key, value }: ParsedPair): number {
  if (!isNode(value)) return key.range[1];
  if (!isCollection(value) || value.flow === true) return Math.max(value.range[1], key.range[1]);
  const last = value.items.at(-1);
  if (last === undefined) return value.range[1];
  return isNode(last) ? endOf({ key: last, value: last } as ParsedPair) : endOf(last);
}

/** The index behind the line break of an offset's line, or the text's end. */
function lineEnd(text: string, offset: number): number {
  if (text[offset - 1] === "\n") return offset;
  const lineBreak = text.indexOf("\n", offset);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}

function removeFlow(text: string, map: ParsedMap, pair: ParsedPair): string {
  const index = map.items.indexOf(pair);
  const next = map.items[index + 1];
  const before = map.items[index - 1];
  if (next !== undefined) return text.slice(0, pair.key.range[0]) + text.slice(next.key.range[0]);
  const from = before === undefined ? pair.key.range[0] : endOf(before);
  return text.slice(0, from) + text.slice(endOf(pair));
}
