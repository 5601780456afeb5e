import { extractOtp } from "@agentpass/shared/otp/index";
import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ToolCallRequest } from "../tool-context.ts";
import { toolResult } from "../tool-result.ts";

/** Finds the code in a text the caller already has. Needs no backend. */
export function extractOtpFromSms({ arguments: given }: ToolCallRequest): CallToolResult {
  const sender = given["from"];
  const otp = extractOtp(String(given["sms_body"]), typeof sender === "string" ? { sender } : {});
  if (otp === null) return toolResult({ code: null, message: "No one-time code was found in this text." });
  return toolResult({
    code: otp.code,
    kind: otp.kind,
    ...(otp.service === undefined ? {} : { service: otp.service }),
    ...(otp.domain === undefined ? {} : { domain: otp.domain }),
    ...(otp.expiresInSeconds === undefined ? {} : { expires_in_seconds: Math.round(otp.expiresInSeconds) }),
    confidence: otp.confidence,
  });
}
