/** One replacement in a text; everything around it stays byte for byte. */
export interface Splice {
  /** Index of the first character replaced. */
  at: number;
  removed: string;
  inserted: string;
}

/** A value as configuration files hold it. */
export type ConfigValue = string | number | boolean | null | ConfigValue[] | { [key: string]: ConfigValue };

/** A syntax of configuration files: where in a text an entry stands, or goes. Texts have no byte order mark. */
export interface ConfigFormat {
  /** What the text holds: an object, empty for an empty text. Throws a {@link FormatFault}. */
  parse(text: string): object;
  /** Puts `value` under two keys, of which the second is not there yet. Throws a {@link FormatFault}. */
  put(text: string, path: EntryPath, value: ConfigValue): Splice;
  /** The text without what stands under the keys, which are there. Throws a {@link FormatFault}. */
  take(text: string, keys: readonly string[]): string;
}

/** The table that holds all servers, and the name of one in it. */
export type EntryPath = readonly [table: string, name: string];

/** A text that is not what it should be. */
export class FormatFault extends Error {
  /** From 1; null where no line can be told. */
  readonly line: number | null;

  /** @param reason a clause, e.g. `a comma is missing` */
  constructor(reason: string, line: number | null) {
    super(reason);
    this.line = line;
  }
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** The line break that the text uses. */
export function lineBreakOf(text: string): "\n" | "\r\n" {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

export function applySplice(text: string, { at, removed, inserted }: Splice): string {
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

export function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a value is, for a person. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a table" : `a ${typeof value}`;
}
