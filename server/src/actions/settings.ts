import type { AdminViewer, PersonViewer } from "../domain/access.ts";
import {
  describeSettings,
  settingsDifference,
  type Setting,
  type SettingName,
} from "../domain/settings-change.ts";
import { teamSettings, type TeamSettings } from "../domain/team-settings.ts";
import { teamState } from "../store/events.ts";
import type { Store } from "../store/store.ts";
import { storeSettings, storedSettings } from "../store/teams.ts";
import { withTeam, withTeamLock } from "../store/with-team.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** All settings of the viewer's team, with their defaults. */
export async function getSettings(store: Store, viewer: PersonViewer): Promise<Setting[]> {
  return withTeam(store, viewer.teamId, async (trx) => describeSettings((await teamState(trx)).settings));
}

export interface SettingsWish {
  change: Partial<TeamSettings>;
  /** Those to go back to their defaults. */
  reset: readonly SettingName[];
}

/** Changes settings and gives those that differ now; what is as it was before is no change. */
export async function setSettings(
  store: Store,
  viewer: AdminViewer,
  { change, reset }: SettingsWish,
): Promise<{ changed: Setting[] }> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer, "admin");
    const wished = { ...(await storedSettings(team.trx)), ...change };
    for (const name of reset) delete wished[name];
    const settings = teamSettings.parse(wished);
    const { before, after } = settingsDifference(team.settings, settings);
    if (Object.keys(after).length === 0) return { changed: [] };
    await storeSettings(team, wished);
    team.emit({ type: "team.changed" });
    team.record(viewer, {
      action: "settings.changed",
      subject: { type: "team", id: team.id },
      before,
      after,
    });
    return { changed: describeSettings(settings).filter(({ name }) => name in after) };
  });
}
