import { knownService } from "@agentpass/shared/known-services";
import type { AgentMessage } from "@agentpass/shared/agent-api";

/** A recognised code as the tools give it; null where the message has none. */
export function otpResult(otp: AgentMessage["otp"]): Record<string, string> | null {
  if (otp === null) return null;
  const service = knownService(otp.service);
  return {
    code: otp.code,
    ...(service === undefined ? {} : { service }),
    ...(otp.domain === undefined ? {} : { domain: otp.domain }),
    ...(otp.expiresAt === undefined ? {} : { expires_at: otp.expiresAt }),
  };
}
