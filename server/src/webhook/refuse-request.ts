import type { Request, Response } from "express";
import type { Logger } from "../ops/logger.ts";
import type { CallerAddress } from "../transport/caller-address.ts";
import { sendProblem } from "../transport/problem-response.ts";
import type { BadCallerLimit } from "../domain/bad-caller-limit.ts";
import { skipBody } from "./request-body.ts";
import type { Refusal } from "./signed-request.ts";
import { noteResult } from "./webhook-result.ts";

export interface RefuseOptions {
  callerAddress: CallerAddress;
  underLimit: BadCallerLimit;
  log: Logger;
  bodyTimeoutMs?: number;
}

export interface Exchange {
  request: Request;
  response: Response;
}

/** Answers a refused request; 429 where its address has used up its allowance of bad ones. */
export async function refuseRequest(
  { request, response }: Exchange,
  refusal: Refusal,
  { callerAddress, underLimit, log, bodyTimeoutMs }: RefuseOptions,
): Promise<void> {
  const address = callerAddress(request) ?? "";
  const { status, problem } = refusal;
  const isAbandoned = status === 408 || status === 413;
  if (!isAbandoned) await skipBody(request, bodyTimeoutMs);
  // Unread bytes would be taken for the next request, or read to their end for nothing.
  if (!request.complete) response.set("Connection", "close");
  if (refusal.bad) noteResult(response, "bad_signature");
  if (refusal.bad && !underLimit(address)) {
    response.set("Retry-After", "20");
    const message = "Too many bad signatures from this address; try again in 20 s.";
    return sendProblem(response, { code: "too_many_requests", message });
  }
  const [reason] = problem.message.split(". ", 1);
  log.warn("A webhook request was refused", { status, address, reason, field: problem.field });
  if (status === 401) response.set("WWW-Authenticate", 'Basic realm="AgentPass webhook", charset="UTF-8"');
  sendProblem(response, problem, status);
}
