import type { AgentViewer, Viewer } from "../domain/access.ts";
import { mayLook } from "../domain/approval.ts";
import type { TeamSettings } from "../domain/team-settings.ts";
import { membersOfAgents } from "../store/agents.ts";
import { guardOf } from "../store/approvals.ts";
import type { Message } from "../store/messages.ts";
import type { Trx } from "../store/with-team.ts";

interface Shown {
  messages: readonly Message[];
  settings: TeamSettings;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Ids of the messages whose code and text are kept from this viewer, though it may know of them: what a person is
 * asked about is shown to that person only, and an agent that has to be given its messages sees none before that.
 */
export async function withheldFrom(trx: Trx, viewer: Viewer, shown: Shown): Promise<Set<string>> {
  const withheld =
    viewer.kind === "agent"
      ? await notGiven(trx, viewer, shown)
      : await othersHeld(trx, viewer.memberId, shown.messages);
  return new Set(withheld.map(({ id }) => id));
}

async function notGiven(
  trx: Trx,
  { agentId }: AgentViewer,
  { messages, settings, now }: Shown,
): Promise<Message[]> {
  const guard = await guardOf(trx, { agentId, perDay: settings.agentMessagesPerDay, now });
  return messages.filter(
    (message) =>
      message.state === "held" ||
      (message.state !== "claimed" && message.state !== "consumed" && !mayLook(guard, message)),
  );
}

async function othersHeld(trx: Trx, memberId: string, messages: readonly Message[]): Promise<Message[]> {
  const held = messages.filter(({ state }) => state === "held");
  if (held.length === 0) return held;
  const members = await membersOfAgents(trx);
  return held.filter(({ agentId }) => agentId === null || members.get(agentId) !== memberId);
}
