/** What a log may say of an error: never its message, since drivers and parsers quote the data they failed on. */
export interface LoggedError {
  name: string;
  /** Of the system (ECONNREFUSED) or of PostgreSQL (23505). */
  code?: string;
  /** PostgreSQL's constraint or table at fault. */
  constraint?: string;
  table?: string;
  frames?: string[];
  cause?: LoggedError;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;
const FRAME = /^ {4}at (?:[^\n"']{1,200}:\d+:\d+\)?|[^\n"']{1,100}\((?:native|<anonymous>)\))$/;
const MAX_FRAMES = 12;
const MAX_CAUSES = 3;

/** Describes an error by its kind and place. */
export function describeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const detail = error as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  const frames = framesOf(error);
  const { constraint, table } = detail;
  return {
    name: IDENTIFIER.test(error.name) ? error.name : "Error",
    ...(isCode(detail.code) ? { code: detail.code } : {}),
    ...(isIdentifier(constraint) ? { constraint } : {}),
    ...(isIdentifier(table) ? { table } : {}),
    ...(frames.length > 0 ? { frames } : {}),
    ...(error.cause !== undefined && depth < MAX_CAUSES
      ? { cause: describeError(error.cause, depth + 1) }
      : {}),
  };
}

/** A SQLSTATE is five characters with a class we know by its letters or digits; other codes are capital words. */
function isCode(code: unknown): code is string {
  return (
    typeof code === "string" && /^(E[A-Z_]{2,40}|ERR_[A-Z0-9_]{2,60}|[0-9A-Z]{2}[0-9A-Z]{3})$/.test(code)
  );
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
