import type { ProblemCode } from "@agentpass/shared/problem";

/** What the programs' exit codes mean; `--help` prints this list. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  unreachable: 3,
  notAllowed: 4,
  notFound: 5,
  refused: 6,
} as const;

export const exitCodeHelp = `
Exit codes:
  0  done
  1  failed; the message says why
  2  wrong usage or input
  3  the server cannot be reached
  4  no valid key, or one that may not do this
  5  there is no such thing
  6  refused as things stand (a limit, a conflict)`;

/** The exit code of an expected failure. */
export function exitCodeOf(code: ProblemCode): number {
  switch (code) {
    case "invalid_input":
      return exitCodes.usage;
    case "not_signed_in":
    case "not_allowed":
      return exitCodes.notAllowed;
    case "not_found":
      return exitCodes.notFound;
    case "unavailable":
      return exitCodes.unreachable;
    case "limit_reached":
    case "pool_exhausted":
    case "conflict":
    case "too_many_requests":
    case "outdated":
      return exitCodes.refused;
  }
}
