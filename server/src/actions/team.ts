import type { TeamSummary } from "@agentpass/shared/team-api";
import type { AdminViewer, PersonViewer } from "../domain/access.ts";
import type { Store } from "../store/store.ts";
import { renameTeamRow, teamCounts } from "../store/teams.ts";
import { withTeam, withTeamLock } from "../store/with-team.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** The viewer's team and how much of everything it has. */
export async function showTeam(store: Store, viewer: PersonViewer): Promise<TeamSummary> {
  return { ...(await withTeam(store, viewer.teamId, teamCounts)), mode: store.mode };
}

export async function renameTeam(
  store: Store,
  viewer: AdminViewer,
  { name }: { name: string },
): Promise<TeamSummary> {
  await withTeamLock(store, viewer.teamId, async (team) => {
    const current = await requireLiveKey(team, viewer, "admin");
    const { id, name: before } = await teamCounts(team.trx);
    if (before === name) return;
    await renameTeamRow(team, name);
    team.record(current, {
      action: "team.renamed",
      subject: { type: "team", id },
      before: { name: before },
      after: { name },
    });
  });
  return showTeam(store, viewer);
}
