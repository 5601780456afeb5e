import type { Problem, ProblemCode } from "@agentpass/shared/problem";
import type { Response } from "express";

const statuses = {
  invalid_input: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  limit_reached: 412,
  pool_exhausted: 412,
  conflict: 409,
  too_many_requests: 429,
  outdated: 412,
  unavailable: 503,
} as const satisfies Record<ProblemCode, number>;

/** The HTTP status of a problem; the same mapping as tRPC's. */
export function statusOf(problem: Problem): number {
  return statuses[problem.code];
}

/** Answers with the problem as JSON; `status` where HTTP has a more exact one than its code. */
export function sendProblem(response: Response, problem: Problem, status = statusOf(problem)): void {
  if (problem.retryAfterMs !== undefined)
    response.set("Retry-After", String(Math.ceil(problem.retryAfterMs / 1000)));
  response.status(status).set("Cache-Control", "no-store").json({ problem });
}
