import type { AgentViewer, Viewer } from "../domain/access.ts";
import { mayLook } from "../domain/approval.ts";
import { membersOfAgents } from "../store/agents.ts";
import { guardOf } from "../store/approvals.ts";
import type { Message } from "../store/messages.ts";
import type { LockedTeam, Trx } from "../store/with-team.ts";

/** What the answer depends on: the team's settings, and the time (epoch milliseconds). */
type Context = Pick<LockedTeam, "trx" | "settings" | "now">;

/**
 * Ids of the messages whose code and text are kept from this viewer, though it may know of them: what a person is
 * asked about is shown to that person only, and an agent that has to be given its messages sees none before that.
 */
export async function withheldFrom(
  context: Context,
  viewer: Viewer,
  messages: readonly Message[],
): Promise<Set<string>> {
  const withheld =
    viewer.kind === "agent"
      ? await notGiven(context, viewer, messages)
      : await othersHeld(context.trx, viewer.memberId, messages);
  return new Set(withheld.map(({ id }) => id));
}

async function notGiven(
  context: Context,
  { agentId }: AgentViewer,
  messages: readonly Message[],
): Promise<readonly Message[]> {
  if (messages.length === 0) return messages;
  const guard = await guardOf(context, agentId);
  return messages.filter(
    (message) => message.state === "held" || !(isGiven(message) || mayLook(guard, message)),
  );
}

/** Taken by a wait: what a person has marked as used was never its agent's. */
const isGiven = ({ state, waitId }: Message): boolean =>
  (state === "claimed" || state === "consumed") && waitId !== null;

async function othersHeld(
  trx: Trx,
  memberId: string,
  messages: readonly Message[],
): Promise<readonly Message[]> {
  const held = messages.filter(({ state }) => state === "held");
  if (held.length === 0) return held;
  const members = await membersOfAgents(trx);
  return held.filter(({ agentId }) => agentId === null || members.get(agentId) !== memberId);
}
