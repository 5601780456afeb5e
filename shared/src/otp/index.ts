import { decideOtp, explain } from "./explain.ts";
import type { Explanation, ExtractOptions, Otp } from "./types.ts";

export type { ExplainedCandidate, Explanation, ExtractOptions, Otp, OtpKind, Veto } from "./types.ts";

/** Finds the one-time code of an SMS. Gives null where the message holds none. Pure, linear, never throws. */
export function extractOtp(body: string, options: ExtractOptions = {}): Otp | null {
  return decideOtp(body, options);
}

/** The same decision with its reasons: every candidate, what announced it, and why it is no code. */
export function explainOtp(body: string, options: ExtractOptions = {}): Explanation {
  return explain(body, options);
}
