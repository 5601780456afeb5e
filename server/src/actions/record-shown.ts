import type { PersonViewer } from "../domain/access.ts";
import { noteViews, viewedMessages } from "../store/message-views.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock } from "../store/with-team.ts";
import { requireLiveKey } from "./require-live-key.ts";

/**
 * Puts on record that a person is about to be shown the text or the code of these messages, before they are shown:
 * one entry for each message the first time, since to look at it again, as a list does that is open all day, tells
 * the person nothing new.
 */
export async function recordShown(store: Store, viewer: PersonViewer, ids: readonly string[]): Promise<void> {
  const { teamId, memberId } = viewer;
  const seen = await withTeam(store, teamId, (trx) => viewedMessages(trx, { memberId, ids }));
  const fresh = ids.filter((id) => !seen.has(id));
  if (fresh.length === 0) return;
  await withTeamLock(store, teamId, async (team) => {
    await requireLiveKey(team, viewer, "person");
    for (const id of await noteViews(team, { memberId, ids: fresh }))
      team.record(viewer, { action: "message.shown", subject: { type: "message", id } });
  });
}
