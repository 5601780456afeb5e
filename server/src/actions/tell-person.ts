import type { AgentMessage } from "@agentpass/shared/agent-api";
import type { PersonMessage } from "@agentpass/shared/message-api";
import { agentsInSight, type PersonViewer } from "../domain/access.ts";
import { namesOfAgents } from "../store/agents.ts";
import type { Message } from "../store/messages.ts";
import type { Trx } from "../store/with-team.ts";

/**
 * Gives what adds to one of these messages, as it is rendered, what a person is told besides: by which id the feed names
 * it, whose it is where the person may know of that agent, and until when it holds.
 */
export async function tellingPerson(
  trx: Trx,
  viewer: PersonViewer,
  messages: readonly Message[],
): Promise<(message: Message, shown: AgentMessage) => PersonMessage> {
  const ids = messages.flatMap(({ agentId }) => agentId ?? []);
  const names = await namesOfAgents(trx, { ids, scope: agentsInSight(viewer) });
  return ({ id, agentId, storedAt, expiresAt }, shown) => {
    const agentName = agentId === null ? undefined : names.get(agentId);
    return {
      ...shown,
      messageId: id,
      ...(agentId === null || agentName === undefined ? {} : { agentId, agentName }),
      storedAt: new Date(storedAt).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
    };
  };
}
