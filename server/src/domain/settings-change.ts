import { z } from "zod";
import { teamSettings, type TeamSettings } from "./team-settings.ts";

export type SettingName = keyof TeamSettings;

export const settingNames = Object.keys(teamSettings.shape) as [SettingName, ...SettingName[]];

/** One setting as it is shown. `value` and `default` are what the setting's own schema takes, so JSON. */
export interface Setting {
  name: SettingName;
  value: TeamSettings[SettingName];
  default: TeamSettings[SettingName];
  description: string;
}

const defaults = teamSettings.parse({});

/** All settings in the order in which they are documented. */
export function describeSettings(settings: TeamSettings): Setting[] {
  return settingNames.map((name) => ({
    name,
    value: settings[name],
    default: defaults[name],
    description: teamSettings.shape[name].description ?? "",
  }));
}

/** New values of some settings; without defaults, so that what is not named stays as it is. */
export const settingsChange = z.strictObject(
  Object.fromEntries(settingNames.map((name) => [name, withoutDefault(name).optional()])),
) as unknown as z.ZodType<Partial<TeamSettings>, Partial<TeamSettings>>;

function withoutDefault(name: SettingName): z.ZodType {
  const setting: z.ZodType = teamSettings.shape[name];
  if (!(setting instanceof z.ZodDefault)) return setting;
  return (setting.unwrap() as z.ZodType).describe(setting.description ?? "");
}

/** What changes, as it was and as it will be; equal values are no change. */
export function settingsDifference(
  before: TeamSettings,
  after: TeamSettings,
): { before: Partial<TeamSettings>; after: Partial<TeamSettings> } {
  const changed = settingNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const only = (settings: TeamSettings) =>
    Object.fromEntries(changed.map((name) => [name, settings[name]])) as Partial<TeamSettings>;
  return { before: only(before), after: only(after) };
}
