import { mayHear, scopeOf, type Viewer } from "../domain/access.ts";
import type { StreamEvent } from "../store/events.ts";
import { knownMemberOfAgent, memberOfAgent } from "../store/known-agents.ts";
import { mayBeShared } from "../store/known-shares.ts";
import { isInScope } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";

/** Whether the viewer may hear of this event; asked of each event, of a replay and live alike. */
export async function hears(store: Store, viewer: Viewer, event: StreamEvent): Promise<boolean> {
  const atOnce = hearsAtOnce(store, viewer, event);
  if (atOnce !== null) return atOnce;
  const { agentId } = event;
  const agentsMemberId = agentId === null ? null : await memberOfAgent(store, viewer.teamId, agentId);
  return mayHear(viewer, { ...event, agentsMemberId }) || isOfSharedNumber(store, viewer, event);
}

/** The same without a look at the store; null: only that can tell, which it need not but for a device. */
export function hearsAtOnce(store: Store, viewer: Viewer, event: StreamEvent): boolean | null {
  const { agentId, messageId } = event;
  if (event.keyId === viewer.keyId) return true;
  // A share begins and ends with such an event, and what follows it is to be seen in its light.
  if (event.type === "number.changed") store.knownShares.delete(viewer.teamId);
  // Asked for a device only: others need not know.
  const agentsMemberId =
    viewer.kind === "device" && agentId !== null ? knownMemberOfAgent(store, agentId) : null;
  if (agentsMemberId === undefined) return null;
  if (mayHear(viewer, { agentId, messageId, agentsMemberId })) return true;
  return mayBeOfSharedNumber(viewer, event) ? null : false;
}

/** What a person is asked is for that person alone. */
function mayBeOfSharedNumber(viewer: Viewer, { type, messageId, numberId }: StreamEvent): boolean {
  return viewer.kind === "device" && messageId !== null && numberId !== null && type !== "approval.changed";
}

/** A message that was stored for a number since it is shared with the device's member, and what becomes of it. */
async function isOfSharedNumber(store: Store, viewer: Viewer, event: StreamEvent): Promise<boolean> {
  const { messageId, numberId } = event;
  if (messageId === null || numberId === null || !mayBeOfSharedNumber(viewer, event)) return false;
  if (!(await mayBeShared(store, viewer.teamId, numberId))) return false;
  return withTeam(store, viewer.teamId, (trx) => isInScope(trx, { id: messageId, scope: scopeOf(viewer) }));
}
