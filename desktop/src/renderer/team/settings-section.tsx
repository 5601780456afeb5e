import { QueryView } from "../parts/query-view.tsx";
import { Section } from "../parts/section.tsx";
import { callTeam } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { Rename } from "./rename.tsx";
import { SettingRow } from "./setting-row.tsx";
import { groupSettings } from "./setting-value.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.settings;

/** What the team may set. */
export function SettingsSection(): React.JSX.Element {
  const team = useTeamQuery("team.show", undefined);
  const settings = useTeamQuery("settings.get", undefined);
  return (
    <>
      <Section title={texts.team}>
        <QueryView query={team} loading={texts.loading}>
          {({ name }) => (
            <div className="row">
              <bdi>{name}</bdi>
              <Rename
                name={name}
                run={(wanted) => callTeam("team.rename", { name: wanted })}
                onDone={team.reload}
              />
            </div>
          )}
        </QueryView>
      </Section>
      <QueryView query={settings} loading={texts.loading}>
        {(list) =>
          groupSettings(list).map(({ title, settings: some }) => (
            <Section key={title} title={title}>
              <ul className="settings-list">
                {some.map((setting) => (
                  <SettingRow key={setting.name} setting={setting} onDone={settings.reload} />
                ))}
              </ul>
            </Section>
          ))
        }
      </QueryView>
    </>
  );
}
