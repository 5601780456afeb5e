import { Field, Select } from "../parts/field.tsx";
import { durationUnits, type DurationParts } from "./setting-value.ts";
import { teamTexts } from "./team-texts.ts";

interface DurationFieldProps {
  label: string;
  hint?: string;
  problem?: string | undefined;
  /** Null: nothing is typed. */
  value: DurationParts | null;
  onChange: (value: DurationParts | null) => void;
}

const options = durationUnits.map((unit) => ({ value: unit, label: unit }));

/** A duration with its unit, which always has to be chosen: 24 may be hours or minutes. */
export function DurationField(props: DurationFieldProps): React.JSX.Element {
  const { label, hint, problem, value, onChange } = props;
  const unit = value?.unit ?? "hours";
  return (
    <Field {...{ label, problem }} {...(hint !== undefined && { hint })}>
      {(control) => (
        <div className="row">
          <input
            {...control}
            className="input input-number"
            type="number"
            min={0}
            step="any"
            value={value?.amount ?? ""}
            onChange={({ target }) =>
              onChange(target.value === "" ? null : { amount: target.valueAsNumber, unit })
            }
          />
          <Select
            label={teamTexts.unitOf(label)}
            value={unit}
            options={options}
            onChange={(chosen) => onChange({ amount: value?.amount ?? 0, unit: chosen })}
          />
        </div>
      )}
    </Field>
  );
}
