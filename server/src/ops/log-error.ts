/** What a log may say of an error: never its message, since drivers and parsers quote the data they failed on. */
export interface LoggedError {
  name: string;
  /** Of the system (ECONNREFUSED) or of PostgreSQL (23505). */
  code?: string;
  /** What an operator can mend, in words. */
  meaning?: string;
  /** PostgreSQL's constraint or table at fault. */
  constraint?: string;
  table?: string;
  frames?: string[];
  cause?: LoggedError;
}

/** Names of our schema; without digits, so that no code passes for one. */
const IDENTIFIER = /^[a-z]+(_[a-z]+){0,8}$/;
const ERROR_NAME = /^[A-Za-z]{0,40}[eE]rror$/;
const FRAME = /^ {4}at (?:[^\n"']{1,200}:\d+:\d+\)?|[^\n"']{1,100}\((?:native|<anonymous>)\))$/;
const MEANINGS: ReadonlyMap<unknown, string> = new Map([
  ["ENOSPC", "the disk is full"],
  ["53100", "the database's disk is full"],
  ["EROFS", "the disk is read-only"],
]);
const MAX_FRAMES = 12;
const MAX_CAUSES = 3;

/** Describes an error by its kind and place. */
export function describeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const detail = error as Error & {
    code?: unknown;
    severity?: unknown;
    constraint?: unknown;
    table?: unknown;
  };
  const frames = framesOf(error);
  const { constraint, table } = detail;
  const meaning = MEANINGS.get(detail.code);
  return {
    name: ERROR_NAME.test(error.name) ? error.name : "Error",
    ...(isCode(detail.code, detail.severity) ? { code: detail.code } : {}),
    ...(meaning === undefined ? {} : { meaning }),
    ...(isIdentifier(constraint) ? { constraint } : {}),
    ...(isIdentifier(table) ? { table } : {}),
    ...(frames.length > 0 ? { frames } : {}),
    ...(error.cause !== undefined && depth < MAX_CAUSES
      ? { cause: describeError(error.cause, depth + 1) }
      : {}),
  };
}

/** Codes of the system and of Node are capital words; a SQLSTATE counts only beside PostgreSQL's severity. */
function isCode(code: unknown, severity: unknown): code is string {
  if (typeof code !== "string") return false;
  return /^E[A-Z_]{2,60}$/.test(code) || (typeof severity === "string" && /^[0-9A-Z]{5}$/.test(code));
}

function isIdentifier(value: unknown): value is string {
  return typeof value === "string" && IDENTIFIER.test(value);
}

/** The stack repeats the message, which may hold lines that look like frames: it is cut off before they are read. */
function framesOf(error: Error): string[] {
  const stack = typeof error.stack === "string" ? error.stack : "";
  const header = error.message === "" ? error.name : `${error.name}: ${error.message}`;
  if (!stack.startsWith(header)) return [];
  const lines = stack.slice(header.length).split("\n");
  return lines
    .filter((line) => FRAME.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim().slice(3));
}
