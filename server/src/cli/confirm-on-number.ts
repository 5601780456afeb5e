import type { NumberState } from "@agentpass/shared/number-api";
import type { ServerClient } from "./server-client.ts";
import type { Talk } from "./talk.ts";

/**
 * Looks at the number, asks the question with what it would end, and gives what to act on: where the number has
 * changed by then, the server refuses.
 */
export async function confirmOn(
  server: ServerClient,
  { confirm }: Talk,
  { phoneNumber, question }: { phoneNumber: string; question: string },
): Promise<{ phoneNumber: string; ifState: NumberState }> {
  const { number } = await server.number.history.query({ phoneNumber, limit: 1 });
  const lease =
    number.state === "leased"
      ? ` The agent "${number.agentName}" holds it: its lease ends with this, and what it waits for.`
      : ` It is ${number.state} now.`;
  await confirm(question + lease);
  return { phoneNumber, ifState: number.state };
}
