import { fail } from "@agentpass/shared/problem";
import { RE2JS } from "re2js";

/** What a code may look like (semantics.md): 3 to 12 letters, digits, hyphens. */
const CODE_SHAPE = /^[\p{L}\p{N}-]{3,12}$/u;

/**
 * How many instructions a pattern may compile to. RE2's time is linear in them, too: 17,000 fit into 100 characters, and
 * were measured at 480 ms for one message, under the team's lock. A pattern for a code has about a hundred.
 */
const MAX_INSTRUCTIONS = 500;

export interface UserPattern {
  /** Group 1 where the pattern has one; null code where it has none. Null: no match, or group 1 is no code. */
  find(body: string): { code: string | null } | null;
}

/** Compiles a user's pattern with RE2 (linear time, whatever the pattern). Throws a problem that names the fault. */
export function compileUserPattern(pattern: string): UserPattern {
  const compiled = compile(pattern);
  return {
    find(body) {
      const matcher = compiled.matcher(body);
      if (!matcher.find()) return null;
      if (compiled.groupCount() === 0) return { code: null };
      const code = matcher.group(1);
      return code !== null && CODE_SHAPE.test(code) ? { code } : null;
    },
  };
}

/** Throws a problem that names the fault of a pattern that cannot be compiled, or would take too long with every message. */
export function requireUserPattern(pattern: string): void {
  if (compile(pattern).programSize() <= MAX_INSTRUCTIONS) return;
  fail(
    "invalid_input",
    `match: ${JSON.stringify(pattern)} repeats too much to be looked for in every message; use * or + in place of large {n,m}`,
    { field: "match" },
  );
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      "invalid_input",
      `match: ${JSON.stringify(pattern)} is not an RE2 pattern (${reason}); look-around and back-references do not exist in RE2`,
      { field: "match" },
    );
  }
}
