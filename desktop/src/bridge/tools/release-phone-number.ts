import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ToolCallRequest, ToolContext } from "../tool-context.ts";
import { toolResult } from "../tool-result.ts";

/** Ends the agent's lease of a number. */
export async function releasePhoneNumber(
  context: ToolContext,
  request: ToolCallRequest,
): Promise<CallToolResult> {
  const { backend } = await context.link();
  const released = await backend.releaseNumber(String(request.arguments["phone_number"]));
  context.numbers.ended(released.phoneNumber);
  return toolResult({
    phone_number: released.phoneNumber,
    status: released.status,
    ...(released.quarantinedUntil === undefined ? {} : { quarantined_until: released.quarantinedUntil }),
    message:
      released.status === "released"
        ? "The number is released; later SMS to it do not reach you."
        : "The number had been released before.",
  });
}
