import { listMessagesInput } from "@agentpass/shared/agent-api";
import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ToolCallRequest, ToolContext } from "../tool-context.ts";
import { toolResult } from "../tool-result.ts";
import { messageFields } from "../wait-result.ts";

/** Lists the agent's messages, newest first. Takes nothing. */
export async function listSms(context: ToolContext, request: ToolCallRequest): Promise<CallToolResult> {
  const { backend } = await context.link();
  const given = request.arguments;
  const page = await backend.listMessages(
    listMessagesInput.parse({
      phoneNumber: given["phone_number"],
      limit: given["limit"],
      before: given["before"],
    }),
  );
  return toolResult({
    messages: page.messages.map((message) => ({ ...messageFields(message), state: message.state })),
    ...(page.nextBefore === undefined ? {} : { next_before: page.nextBefore }),
    message: summary(page.messages.length, page.nextBefore),
  });
}

function summary(count: number, nextBefore: string | undefined): string {
  if (count === 0) return "No SMS here. To wait for one call wait_for_sms.";
  if (nextBefore === undefined) return "These are all.";
  return `For older ones call list_sms with before = ${JSON.stringify(nextBefore)}.`;
}
