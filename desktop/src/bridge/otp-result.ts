import { knownService } from "@agentpass/shared/known-services";
import type { AgentMessage } from "@agentpass/shared/agent-api";
import { isCodeShaped } from "./code-shape.ts";

/** A recognised code as the tools give it; null where the message has none, or something else in its place. */
export function otpResult(otp: AgentMessage["otp"]): Record<string, string> | null {
  if (otp === null || !isCodeShaped(otp.code)) return null;
  const service = knownService(otp.service);
  return {
    code: otp.code,
    ...(service === undefined ? {} : { service }),
    ...(otp.domain === undefined ? {} : { domain: otp.domain }),
    ...(otp.expiresAt === undefined ? {} : { expires_at: otp.expiresAt }),
  };
}
