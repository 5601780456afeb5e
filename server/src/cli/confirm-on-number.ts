import type { NumberState, PoolNumber } from "@agentpass/shared/number-api";
import { fail } from "@agentpass/shared/problem";
import type { ServerClient } from "./server-client.ts";
import type { Talk } from "./talk.ts";

interface NumberQuestion {
  phoneNumber: string;
  question: string;
  whyNot?: (number: PoolNumber) => string | null;
}

/**
 * Looks at the number, asks the question with what it would end, and gives what to act on: where the number has
 * changed by then, the server refuses. `whyNot` tells of a number with which it cannot be done: then nobody is asked.
 */
export async function confirmOn(
  server: ServerClient,
  { confirm }: Talk,
  { phoneNumber, question, whyNot }: NumberQuestion,
): Promise<{ phoneNumber: string; ifState: NumberState }> {
  const { number } = await server.number.history.query({ phoneNumber, limit: 1 });
  const reason = whyNot?.(number) ?? null;
  if (reason !== null) fail("conflict", reason, { field: "phoneNumber" });
  const lease =
    number.state === "leased"
      ? ` The agent "${number.agentName}" holds it: its lease ends with this, and what it waits for.`
      : ` It is ${number.state} now.`;
  await confirm(question + lease);
  return { phoneNumber, ifState: number.state };
}
