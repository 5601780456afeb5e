import { mayHear, scopeOf, type Viewer } from "../domain/access.ts";
import type { StreamEvent } from "../store/events.ts";
import { memberOfAgent } from "../store/known-agents.ts";
import { mayBeShared } from "../store/known-shares.ts";
import { isInScope } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";

/** Whether the viewer may hear of this event; asked of each event, of a replay and live alike. */
export async function hears(store: Store, viewer: Viewer, event: StreamEvent): Promise<boolean> {
  if (event.keyId === viewer.keyId) return true;
  // A share begins and ends with such an event, and what follows it is to be seen in its light.
  if (event.type === "number.changed") store.knownShares.delete(viewer.teamId);
  const agentsMemberId = await agentsMember(store, viewer, event);
  return mayHear(viewer, { ...event, agentsMemberId }) || isOfSharedNumber(store, viewer, event);
}

/** Asked for a device only: others need not know. */
async function agentsMember(store: Store, viewer: Viewer, { agentId }: StreamEvent): Promise<string | null> {
  if (viewer.kind !== "device" || agentId === null) return null;
  return memberOfAgent(store, viewer.teamId, agentId);
}

/** A message that was stored for a number since it is shared with the device's member, and what becomes of it. */
async function isOfSharedNumber(
  store: Store,
  viewer: Viewer,
  { type, messageId, numberId }: StreamEvent,
): Promise<boolean> {
  if (viewer.kind !== "device" || messageId === null || numberId === null) return false;
  // What a person is asked is for that person alone.
  if (type === "approval.changed" || !(await mayBeShared(store, viewer.teamId, numberId))) return false;
  return withTeam(store, viewer.teamId, (trx) => isInScope(trx, { id: messageId, scope: scopeOf(viewer) }));
}
