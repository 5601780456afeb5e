import { mayHear, type Viewer } from "../domain/access.ts";
import type { StreamEvent } from "../store/events.ts";
import { memberOfAgent } from "../store/known-agents.ts";
import type { Store } from "../store/store.ts";

/** Whether the viewer may hear of this event; asked of each event, of a replay and live alike. */
export async function hears(store: Store, viewer: Viewer, event: StreamEvent): Promise<boolean> {
  if (event.keyId === viewer.keyId) return true;
  return mayHear(viewer, { ...event, agentsMemberId: await agentsMember(store, viewer, event) });
}

/** Asked for a device only: others need not know. What is shared with a member is to be looked up here, too. */
async function agentsMember(store: Store, viewer: Viewer, { agentId }: StreamEvent): Promise<string | null> {
  if (viewer.kind !== "device" || agentId === null) return null;
  return memberOfAgent(store, viewer.teamId, agentId);
}
