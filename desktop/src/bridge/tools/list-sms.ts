import { listMessagesInput, type MessagePage } from "@agentpass/shared/agent-api";
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
    ...listedMessages(page),
    message:
      summary(page.messages.length, page.nextBefore) + whichNumber(context, request, page.messages.length),
  });
}

/** A page of messages as the tool gives it, and the resource of a number. */
export function listedMessages({ messages, nextBefore }: MessagePage): Record<string, unknown> {
  return {
    messages: messages.map((message) => ({ ...messageFields(message), state: message.state })),
    ...(nextBefore === undefined ? {} : { next_before: nextBefore }),
  };
}

/** An empty list of a number that was never given to this client is probably one of another number. */
function whichNumber({ numbers }: ToolContext, { arguments: given }: ToolCallRequest, count: number): string {
  const asked = given["phone_number"];
  const last = numbers.held.at(-1);
  if (count > 0 || last === undefined || typeof asked !== "string" || numbers.held.includes(asked)) return "";
  return ` ${asked} is not a number that get_phone_number gave you; the last one was ${last}.`;
}

function summary(count: number, nextBefore: string | undefined): string {
  if (count === 0) return "No SMS here. To wait for one call wait_for_sms.";
  if (nextBefore === undefined) return "These are all.";
  return `For older ones call list_sms with before = ${JSON.stringify(nextBefore)}.`;
}
