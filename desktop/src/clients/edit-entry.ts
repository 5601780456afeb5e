import { isDeepStrictEqual } from "node:util";
import {
  applySplice,
  FormatFault,
  isTable,
  type ConfigFormat,
  type ConfigValue,
  type EntryPath,
} from "./formats/config-format.ts";

/** What Connect did to a text: enough to take exactly that back, also after others have changed the rest. */
export interface Undo {
  removed: string;
  inserted: string;
  /** The table of servers was not there before. */
  madeTable: boolean;
}

export interface EntryPlace {
  format: ConfigFormat;
  path: EntryPath;
}

/** The entry under our name; undefined where there is none. Throws a {@link FormatFault}. */
export function readEntry(text: string, { format, path: [table, name] }: EntryPlace): unknown {
  const servers = tableIn(format.parse(text), table);
  return isTable(servers) ? servers[name] : undefined;
}

/** Puts the entry where none is. Throws a {@link FormatFault}. */
export function addEntry(
  text: string,
  { format, path }: EntryPlace,
  entry: ConfigValue,
): { text: string; at: number; undo: Undo } {
  const [table, name] = path;
  const before = format.parse(text);
  const servers = tableIn(before, table);
  const splice = format.put(text, path, entry);
  const after = applySplice(text, splice);
  mustHold(format, after, { ...before, [table]: { ...(isTable(servers) ? servers : {}), [name]: entry } });
  const { at, removed, inserted } = splice;
  return { text: after, at, undo: { removed, inserted, madeTable: servers === undefined } };
}

/** Takes the entry out again: by what Connect noted where that still stands there, else by the text's own structure. Throws a {@link FormatFault}. */
export function removeEntry(text: string, { format, path }: EntryPlace, undo: Undo | null): string {
  const [table, name] = path;
  const before = format.parse(text);
  const { [name]: _, ...others } = { ...(tableIn(before, table) as object) } as Record<string, unknown>;
  const expected = { ...before, [table]: others };
  if (undo !== null) {
    const [head, tail, ...more] = text.split(undo.inserted);
    if (head !== undefined && tail !== undefined && more.length === 0) {
      const undone = head + undo.removed + tail;
      if (holds(format, undone, expected)) return undone;
    }
  }
  const without = format.take(text, path);
  const left =
    undo?.madeTable === true &&
    Object.keys(others).length === 0 &&
    tableIn(format.parse(without), table) !== undefined;
  const result = left ? format.take(without, [table]) : without;
  mustHold(format, result, expected);
  return result;
}

/** Whether the text holds nothing at all. Throws a {@link FormatFault}. */
export function isEmptyText(text: string, format: ConfigFormat): boolean {
  return Object.keys(format.parse(text)).length === 0 && /^[\s{}]*$/.test(text);
}

function tableIn(value: object, table: string): unknown {
  return (value as Record<string, unknown>)[table];
}

/** No edit leaves a text that means something else than it should: what our own code cannot place is the person's to write. */
function mustHold(format: ConfigFormat, text: string, expected: object): void {
  if (!holds(format, text, expected))
    throw new FormatFault("it is written in a way that cannot be changed safely from outside", null);
}

/** A table without servers and no table are the same here. */
function holds(format: ConfigFormat, text: string, expected: object): boolean {
  try {
    return isDeepStrictEqual(plain(format.parse(text)), plain(expected));
  } catch (error) {
    if (error instanceof FormatFault) return false;
    throw error;
  }
}

/** Without prototypes, and without what is empty, which the parsers give in different ways. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isTable(value) || value instanceof Date) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const seen = plain(inner);
    return seen === null || (isTable(seen) && Object.keys(seen).length === 0) ? [] : [[key, seen]];
  });
  return Object.fromEntries(entries);
}
