import { knownService } from "@agentpass/shared/known-services";
import { explainOtp } from "@agentpass/shared/otp/index";
import type { CallToolResult } from "@modelcontextprotocol/server";
import { isCodeShaped, NO_CODE_SHAPE } from "../code-shape.ts";
import type { ToolCallRequest } from "../tool-context.ts";
import { toolResult } from "../tool-result.ts";

/** Finds the code in a text the caller already has. Needs no backend. */
export function extractOtpFromSms({ arguments: given }: ToolCallRequest): CallToolResult {
  const sender = given["from"];
  const { otp, reason } = explainOtp(String(given["sms_body"]), typeof sender === "string" ? { sender } : {});
  if (otp === null || !isCodeShaped(otp.code)) {
    const why = otp === null ? reason : NO_CODE_SHAPE;
    const message = `No one-time code was found. ${why} Codes of SMS that came stand in list_sms.`;
    return toolResult({ code: null, message });
  }
  const service = knownService(otp.service);
  return toolResult({
    code: otp.code,
    kind: otp.kind,
    ...(service === undefined ? {} : { service }),
    ...(otp.domain === undefined ? {} : { domain: otp.domain }),
    ...(otp.expiresInSeconds === undefined ? {} : { expires_in_seconds: Math.round(otp.expiresInSeconds) }),
    confidence: otp.confidence,
  });
}
