import type { AgentMessage } from "@agentpass/shared/agent-api";
import type { E164 } from "@agentpass/shared/phone-number";
import { ProblemError, type Problem } from "@agentpass/shared/problem";
import { lastLeaseOfNumber } from "../store/leases.ts";
import { knownNumbers } from "../store/numbers.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";
import { countCall } from "./count-call.ts";
import { listMessages } from "./list-messages.ts";
import { signIn } from "./sign-in.ts";

/** What arrived on a number, for a key's holder with curl: consumes nothing. A number that is not theirs is `not_found`. */
export async function readNotifications(
  store: Store,
  { key, address = null }: { key: string; address?: string | null },
  phoneNumber: E164,
): Promise<Problem | AgentMessage[]> {
  try {
    const { viewer } = await signIn(store, key, address);
    await countCall(store, viewer, "call");
    const known = await withTeam(store, viewer, async (trx) =>
      viewer.kind === "agent"
        ? (await lastLeaseOfNumber(trx, { agentId: viewer.agentId, phoneNumber })) !== null
        : (await knownNumbers(trx, [phoneNumber])).size > 0,
    );
    if (!known)
      return {
        code: "not_found",
        field: "phoneNumber",
        message: `There is no number ${phoneNumber} to see for this key; list the pool with: pnpm agentpass number list`,
      };
    return (await listMessages(store, viewer, { phoneNumber, limit: 50 })).messages;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}
