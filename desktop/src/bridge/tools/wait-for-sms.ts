import { waitFilters } from "@agentpass/shared/agent-api";
import { parsePhoneNumber } from "@agentpass/shared/phone-number";
import { fail } from "@agentpass/shared/problem";
import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ToolCallRequest, ToolContext } from "../tool-context.ts";
import { toolResult } from "../tool-result.ts";
import type { ToolArguments } from "../validate-arguments.ts";
import { waitForAnswer } from "../wait-call.ts";
import { waitResult } from "../wait-result.ts";

const DEFAULT_TIMEOUT_MS = 30_000;

/** Waits for a code. Null where the client cancelled: it wants no answer. */
export async function waitForSms(
  context: ToolContext,
  request: ToolCallRequest,
): Promise<CallToolResult | null> {
  const link = await context.link();
  const given = request.arguments;
  const number = parsePhoneNumber(String(given["phone_number"]));
  if (!number.ok) return fail("invalid_input", number.message, { field: "phoneNumber" });
  const timeoutMs = typeof given["timeout"] === "number" ? given["timeout"] : DEFAULT_TIMEOUT_MS;
  const answer = await waitForAnswer({
    link,
    request,
    timeoutMs,
    wanted: {
      phoneNumber: number.e164,
      mode: given["mode"] === "peek" ? "peek" : "claim",
      ...filtersOf(given),
    },
  });
  if (answer === null) return null;
  if (answer.status === "cancelled") {
    return fail("conflict", "The server ended the wait before an SMS came. Call wait_for_sms again.");
  }
  const waitedMs = Math.max(0, Math.round(performance.now() - request.arrivedAt));
  return toolResult(
    waitResult(answer, {
      phoneNumber: number.e164,
      waitedMs,
      // A person may take longer than the caller wanted to wait.
      remainingMs: Math.max(
        timeoutMs - waitedMs,
        answer.status === "approval_pending" ? answer.remainingMs : 0,
      ),
      timeoutMs,
    }),
  );
}

function filtersOf(given: ToolArguments) {
  return waitFilters.parse({
    from: given["from"],
    service: given["service"],
    bodyContains: given["body_contains"],
    match: given["match"],
    after: given["after"],
  });
}
