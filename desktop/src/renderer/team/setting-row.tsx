import { useState } from "react";
import { Check } from "../parts/field.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { useTeamCall } from "../parts/use-call.ts";
import { Deed } from "./deed.tsx";
import { EditSetting } from "./edit-setting.tsx";
import {
  descriptionOf,
  kindOf,
  labelOf,
  settingText,
  type SettingValue,
  type TeamSetting,
} from "./setting-value.ts";
import { callTeam } from "../parts/use-call.ts";
import { useTeam } from "./team-context.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.settings;

interface SettingRowProps {
  setting: TeamSetting;
  onDone: () => void;
}

/** One setting: its value, what it does, its default, and what changes it. */
export function SettingRow({ setting, onDone }: SettingRowProps): React.JSX.Element {
  const { name, value, default: standard } = setting;
  const changed = JSON.stringify(value) !== JSON.stringify(standard);
  const isSwitch = kindOf(setting) === "switch";
  return (
    <li className="setting">
      {isSwitch ? (
        <Switch {...{ setting, onDone }} />
      ) : (
        <div>
          <p>
            <strong>{labelOf(name)}:</strong> <span className="numeric">{settingText(name, value)}</span>
          </p>
          <p className="soft small">
            {texts.withDefault(descriptionOf(setting), settingText(name, standard))}
          </p>
        </div>
      )}
      <div className="row-deeds">
        {changed && (
          <Deed
            look="quiet"
            words={texts.reset}
            label={texts.resetOf(labelOf(name), settingText(name, standard))}
            confirmation={{
              title: texts.resetTitle(labelOf(name)),
              consequences: [texts.resetText(settingText(name, standard))],
              act: texts.reset,
              danger: false,
            }}
            run={() => callTeam("settings.set", { reset: [name] })}
            done={() => texts.set(labelOf(name), settingText(name, standard))}
            onDone={onDone}
          />
        )}
        {!isSwitch && <EditSetting {...{ setting, onDone }} />}
      </div>
    </li>
  );
}

function Switch({ setting, onDone }: SettingRowProps): React.JSX.Element {
  const { name, value, default: standard } = setting;
  const { connected, say } = useTeam();
  const set = useTeamCall("settings.set");
  // Shown at once as it was pressed, until the server's own answer is there.
  const [pressed, setPressed] = useState<SettingValue | null>(null);
  const press = async (wanted: boolean): Promise<void> => {
    if (!connected || set.busy) return;
    setPressed(wanted);
    const outcome = await set.run({ change: { [name]: wanted } });
    setPressed(null);
    if (outcome.ok) say(texts.set(labelOf(name), settingText(name, wanted)));
    onDone();
  };
  return (
    <div>
      <Check
        label={labelOf(name)}
        hint={texts.withDefault(descriptionOf(setting), settingText(name, standard))}
        checked={(pressed ?? value) === true}
        onChange={(wanted) => void press(wanted)}
      />
      <ProblemLine problem={set.problem} />
    </div>
  );
}
