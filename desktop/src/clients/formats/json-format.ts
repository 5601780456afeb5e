import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from "jsonc-parser";
import {
  FormatFault,
  kindOf,
  lineAt,
  lineBreakOf,
  type ConfigFormat,
  type ConfigValue,
  type Splice,
} from "./config-format.ts";

/** JSON as most clients read it; `comments` also lets comments and trailing commas pass. */
export function jsonFormat({ comments }: { comments: boolean }): ConfigFormat {
  const rootOf = (text: string): Node | null => parseRoot(text, comments);
  return {
    parse(text) {
      const root = rootOf(text);
      return root === null ? {} : (getNodeValue(root) as object);
    },
    put(text, [table, name], value) {
      const root = rootOf(text);
      if (root === null) return newDocument(text, { [table]: { [name]: value } });
      const holder = property(text, root, table);
      if (holder === null) return insert(text, root, [table, { [name]: value }]);
      if (holder.type !== "object")
        throw new FormatFault(
          `"${table}" holds ${kindOf(getNodeValue(holder))} where a table of servers belongs`,
          lineAt(text, holder.offset),
        );
      return insert(text, holder, [name, value]);
    },
    take(text, keys) {
      const value = findNodeAtLocation(rootOf(text) ?? fault("nothing is there"), [...keys]);
      return remove(text, value?.parent ?? fault(`${keys.join(".")} is not there`));
    },
  };
}

function fault(reason: string): never {
  throw new FormatFault(reason, null);
}

/** Null for a text without a value. */
function parseRoot(text: string, comments: boolean): Node | null {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: !comments, allowTrailingComma: comments });
  const [error] = errors;
  if (root === undefined && errors.every(({ offset }) => text.slice(offset).trim() === "")) return null;
  if (error !== undefined)
    throw new FormatFault(`this is no valid JSON (${words(error)})`, lineAt(text, error.offset));
  if (root?.type !== "object")
    throw new FormatFault(`it holds ${kindOf(root && getNodeValue(root))} where a table belongs`, 1);
  return root;
}

/** E.g. `comma expected`. */
function words({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
}

/** The value of an object's key, null where there is none. */
function property(text: string, object: Node, key: string): Node | null {
  const found = (object.children ?? []).filter(({ children }) => children?.[0]?.value === key);
  const [first, second] = found;
  if (second !== undefined)
    throw new FormatFault(
      `"${key}" stands there twice, and programs differ in which counts`,
      lineAt(text, second.offset),
    );
  return first?.children?.[1] ?? null;
}

function newDocument(text: string, value: ConfigValue): Splice {
  const lineBreak = lineBreakOf(text);
  const kept = text.trimEnd();
  const written = JSON.stringify(value, null, 2).replaceAll("\n", lineBreak) + lineBreak;
  return {
    at: kept.length,
    removed: text.slice(kept.length),
    inserted: kept === "" ? written : lineBreak + written,
  };
}

/** Behind the last property, or into the empty object, in the way that the text around is written. */
function insert(text: string, object: Node, [key, value]: readonly [string, ConfigValue]): Splice {
  const close = object.offset + object.length - 1;
  const last = object.children?.at(-1);
  const lineBreak = lineBreakOf(text);
  const outer = indentAt(text, object.offset);
  const inLines =
    last === undefined
      ? text.includes("\n") || text.trim() === "{}"
      : text.slice(object.offset, close).includes("\n");
  const inner = (last && ownLineIndent(text, last.offset)) ?? outer + unitOf(text);
  const entry = inLines
    ? lineBreak + inner + written([key, value], { inner, unit: unitOf(text), lineBreak })
    : `${JSON.stringify(key)}:${spaceIn(text)}${JSON.stringify(value)}`;
  if (last === undefined) {
    const at = object.offset + 1 + text.slice(object.offset + 1, close).trimEnd().length;
    return { at, removed: text.slice(at, close), inserted: inLines ? entry + lineBreak + outer : entry };
  }
  const { tailEnd, comma } = tailOf(text, last.offset + last.length);
  const spaced = inLines ? entry : spaceIn(text) + entry;
  if (comma !== null) return { at: tailEnd, removed: "", inserted: `${spaced},` };
  const at = last.offset + last.length;
  const removed = text.slice(at, tailEnd);
  return { at, removed, inserted: `,${removed}${spaced}` };
}

interface Layout {
  inner: string;
  unit: string;
  lineBreak: string;
}

function written([key, value]: readonly [string, ConfigValue], { inner, unit, lineBreak }: Layout): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value, null, unit).replaceAll("\n", lineBreak + inner)}`;
}

/** The comma behind a value, and the end of the comments that stand on the lines of both. */
function tailOf(text: string, end: number): { tailEnd: number; comma: number | null } {
  const tokens = /(?<comma>,)|(?<comment>\/\/[^\r\n]*|\/\*[^]*?\*\/)|(?<lineBreak>\n)|[^\S\n]+/y;
  tokens.lastIndex = end;
  let tailEnd = end;
  let comma: number | null = null;
  let onLine = true;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    if (token.groups?.["comma"] !== undefined) {
      comma = token.index;
      onLine = true;
    } else if (token.groups?.["lineBreak"] !== undefined) onLine = false;
    else if (token.groups?.["comment"] === undefined) continue;
    if (onLine) tailEnd = tokens.lastIndex;
  }
  return { tailEnd, comma };
}

/** The property, with the white space before it and the one comma that it no longer needs. */
function remove(text: string, gone: Node): string {
  const object = gone.parent ?? fault("nothing holds it");
  const siblings = object.children ?? [];
  const close = object.offset + object.length - 1;
  const from = text.slice(0, gone.offset).trimEnd().length;
  const end = gone.offset + gone.length;
  const { comma } = tailOf(text, end);
  if (siblings.length === 1) {
    const rest = text.slice(object.offset + 1, from) + text.slice((comma ?? end - 1) + 1, close);
    return text.slice(0, object.offset + 1) + (rest.trim() === "" ? "" : rest) + text.slice(close);
  }
  if (comma !== null) return text.slice(0, from) + text.slice(comma + 1);
  const before = siblings[siblings.indexOf(gone) - 1] ?? fault("nothing stands before it");
  const between = tailOf(text, before.offset + before.length).comma ?? fault("no comma stands before it");
  return text.slice(0, between) + text.slice(between + 1, from) + text.slice(end);
}

/** The blanks that the line of an offset begins with. */
function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? "";
}

/** The same, where nothing else stands before the offset in its line. */
function ownLineIndent(text: string, offset: number): string | null {
  const indent = indentAt(text, offset);
  return text.lastIndexOf("\n", offset - 1) + 1 + indent.length === offset ? indent : null;
}

/** One step of indentation: the first that the text takes. */
function unitOf(text: string): string {
  for (const [, outer = "", inner = ""] of text.matchAll(/^([ \t]*)(?:\S.*)?\{[^\S\n]*\n([ \t]+)"/gm))
    if (inner.startsWith(outer) && inner.length > outer.length) return inner.slice(outer.length);
  return "  ";
}

/** What stands between words of a line: nothing in a minified text. */
function spaceIn(text: string): string {
  return /[":,]\s/.test(text) || !text.includes(":") ? " " : "";
}
