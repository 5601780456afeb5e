import { ProblemError, type Problem } from "@agentpass/shared/problem";
import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ToolCallRequest, ToolContext } from "./tool-context.ts";
import type { ToolName } from "./tool-definitions.ts";
import { problemResult, refusalResult } from "./tool-errors.ts";
import { extractOtpFromSms } from "./tools/extract-otp-from-sms.ts";
import { getPhoneNumber } from "./tools/get-phone-number.ts";
import { listSms } from "./tools/list-sms.ts";
import { releasePhoneNumber } from "./tools/release-phone-number.ts";
import { waitForSms } from "./tools/wait-for-sms.ts";
import { validateArguments } from "./validate-arguments.ts";

export interface ToolRun {
  tool: ToolName;
  given: Readonly<Record<string, unknown>>;
  request: Omit<ToolCallRequest, "arguments">;
}

/** Runs one call of a tool. Every expected failure is a result; null where the client cancelled and wants none. */
export async function runTool(context: ToolContext, run: ToolRun): Promise<CallToolResult | null> {
  const { tool, given, request } = run;
  const valid = validateArguments({ tool, given, ownNumbers: context.numbers.held });
  if (!valid.ok) return refusalResult(valid.refusal);
  try {
    return await dispatch(context, tool, { ...request, arguments: valid.values });
  } catch (error) {
    const call = { name: tool, arguments: valid.values };
    return problemResult(error instanceof ProblemError ? error.problem : bug(error), call, context.numbers);
  }
}

async function dispatch(
  context: ToolContext,
  tool: ToolName,
  request: ToolCallRequest,
): Promise<CallToolResult | null> {
  switch (tool) {
    case "get_phone_number":
      return getPhoneNumber(context, request);
    case "wait_for_sms":
      return waitForSms(context, request);
    case "extract_otp_from_sms":
      return extractOtpFromSms(request);
    case "list_sms":
      return listSms(context, request);
    case "release_phone_number":
      return releasePhoneNumber(context, request);
  }
}

/** For the model a failure like any other; for us its trace. */
function bug(error: unknown): Problem {
  process.stderr.write(`agentpass-mcp: ${error instanceof Error ? error.stack : String(error)}\n`);
  return {
    code: "unavailable",
    message: "The AgentPass bridge failed; its stderr says where. Repeat the call.",
  };
}
