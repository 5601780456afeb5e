import { fail } from "@agentpass/shared/problem";
import { RE2JS } from "re2js";

/** What a code may look like (semantics.md): 3 to 12 letters, digits, hyphens. */
const CODE_SHAPE = /^[\p{L}\p{N}-]{3,12}$/u;

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
