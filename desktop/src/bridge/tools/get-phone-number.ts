import { getNumberInput } from "@agentpass/shared/agent-api";
import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ToolCallRequest, ToolContext } from "../tool-context.ts";
import { toolResult } from "../tool-result.ts";

/** Gives the passport's number, leasing one where it has none. */
export async function getPhoneNumber(
  context: ToolContext,
  request: ToolCallRequest,
): Promise<CallToolResult> {
  const { backend } = await context.link();
  const given = request.arguments;
  const number = await backend.getNumber(
    getNumberInput.parse({
      passportId: given["passport_id"],
      service: given["service"],
      country: given["country"],
    }),
  );
  context.numbers.note(number.phoneNumber, given);
  const simulated =
    number.mode === "mock"
      ? ` The number is simulated: \`pnpm simulate --to ${number.phoneNumber} --body "Your code is 482913"\` sends it a message.`
      : "";
  return toolResult({
    phone_number: number.phoneNumber,
    ...(number.country === undefined ? {} : { country: number.country }),
    calling_code: number.callingCode,
    national_number: number.nationalNumber,
    ...(number.passportId === undefined ? {} : { passport_id: number.passportId }),
    reused: number.reused,
    mode: number.mode,
    message:
      `Give ${number.phoneNumber} to the service, submit its form, then call wait_for_sms with ` +
      `{"phone_number":"${number.phoneNumber}"}.${simulated}`,
  });
}
