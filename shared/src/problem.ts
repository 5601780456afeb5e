/** Expected failures, as values. One list, mapped once each to tRPC, HTTP, MCP and exit codes. */
export const problemCodes = [
  "invalid_input",
  "not_signed_in",
  "not_allowed",
  "not_found",
  "limit_reached",
  "pool_exhausted",
  "conflict",
  "too_many_requests",
  /** Client and server are too far apart in version; the message says who must update. */
  "outdated",
  "unavailable",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What is wrong, where, and the mend. Never holds a code, a key or a full phone number of somebody else. */
export interface Problem {
  code: ProblemCode;
  /** One or two sentences for a person: what is wrong, the value if it is no secret, the mend. */
  message: string;
  /** The input field at fault, as the caller spelled it. */
  field?: string;
  /** Input that would work, merged over the caller's own by clients that can offer a corrected call. */
  suggestion?: Record<string, unknown>;
  /** Milliseconds after which the same call may work. */
  retryAfterMs?: number;
}

/** Carries a {@link Problem} through code that has no other way to return it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** Throws a {@link ProblemError}; as an expression, so that `value ?? fail(…)` reads well. */
export function fail(
  code: ProblemCode,
  message: string,
  more: Omit<Problem, "code" | "message"> = {},
): never {
  throw new ProblemError({ code, message, ...more });
}
