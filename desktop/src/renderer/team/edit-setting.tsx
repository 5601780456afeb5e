import { useState } from "react";
import { Check, TextField } from "../parts/field.tsx";
import { callTeam } from "../parts/use-call.ts";
import { DurationField } from "./duration-field.tsx";
import { FormDialog } from "./form-dialog.tsx";
import {
  descriptionOf,
  durationMs,
  durationParts,
  erasesTexts,
  kindOf,
  labelOf,
  settingText,
  typedValue,
  type DurationParts,
  type SettingValue,
  type TeamSetting,
} from "./setting-value.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.settings;

interface Draft {
  text: string;
  duration: DurationParts | null;
  unlimited: boolean;
}

const draftOf = ({ value }: TeamSetting): Draft => ({
  text: typeof value === "string" || typeof value === "number" ? String(value) : "",
  duration: typeof value === "number" ? durationParts(value) : null,
  unlimited: value === null,
});

/** Changes a setting in the input that its value needs. */
export function EditSetting({ setting, onDone }: { setting: TeamSetting; onDone: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(setting));
  const [wrong, setWrong] = useState(false);
  const { name, default: standard } = setting;
  const label = labelOf(name);
  const wished = valueOf(setting, draft);
  const problem = wrong ? texts.wrong[kindOf(setting)] : undefined;
  const hint = texts.withDefault(descriptionOf(setting), settingText(name, standard));
  return (
    <FormDialog
      words={texts.change}
      label={texts.changeOf(label)}
      title={label}
      act={teamTexts.save}
      onOpen={() => {
        setDraft(draftOf(setting));
        setWrong(false);
      }}
      run={() => {
        setWrong(wished === undefined);
        return wished === undefined ? null : callTeam("settings.set", { change: { [name]: wished } });
      }}
      done={({ changed: [after] }) =>
        after === undefined ? texts.asBefore(label) : texts.set(label, settingText(name, after.value))
      }
      onDone={onDone}
    >
      {kindOf(setting) === "duration" ? (
        <DurationField
          {...{ label, hint, problem }}
          value={draft.duration}
          onChange={(duration) => setDraft({ ...draft, duration })}
        />
      ) : (
        !(kindOf(setting) === "limit" && draft.unlimited) && (
          <TextField
            {...{ label, hint, problem }}
            value={draft.text}
            inputMode={kindOf(setting) === "text" ? "text" : "numeric"}
            maxLength={20}
            onChange={(text) => setDraft({ ...draft, text })}
          />
        )
      )}
      {kindOf(setting) === "limit" && (
        <Check
          label={texts.unlimited}
          hint={descriptionOf(setting)}
          checked={draft.unlimited}
          onChange={(unlimited) => setDraft({ ...draft, unlimited })}
        />
      )}
      {wished !== undefined && erasesTexts(setting, wished) && (
        <p className="problem-line" role="alert">
          {texts.erases(settingText(name, wished), settingText(name, setting.value))}
        </p>
      )}
    </FormDialog>
  );
}

/** Undefined: what is typed is no value of this kind. */
function valueOf(setting: TeamSetting, { text, duration, unlimited }: Draft): SettingValue | undefined {
  const kind = kindOf(setting);
  if (kind === "duration") return duration === null || duration.amount < 0 ? undefined : durationMs(duration);
  if (kind === "limit" && unlimited) return null;
  return typedValue(kind, text);
}
