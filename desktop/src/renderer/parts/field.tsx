import { useId, type ReactNode } from "react";

/** What a field's control is given: what ties it to its label, hint and problem. */
export interface ControlProps {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

export interface FieldProps {
  label: string;
  hint?: string;
  /** What is wrong with the value, and the mend. */
  problem?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** A labelled control of any kind with its hint and problem. */
export function Field({ label, hint, problem, children }: FieldProps): React.JSX.Element {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        ...(described && { "aria-describedby": described }),
        ...(problem && { "aria-invalid": true }),
      })}
      {hint && (
        <p className="soft small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

export interface TextFieldProps extends Omit<FieldProps, "children"> {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  inputMode?: "text" | "numeric" | "tel" | "url";
  autoFocus?: boolean;
}

/** One line of text. */
export function TextField(props: TextFieldProps): React.JSX.Element {
  const { value, onChange, placeholder, maxLength, inputMode, autoFocus, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          {...{ placeholder, maxLength, inputMode, autoFocus }}
          className="input"
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface SelectProps<V extends string> {
  /** What is chosen; a {@link Select} alone tells it to screen readers only. */
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  disabled?: boolean;
}

/** A choice of one, in the system's own menu, with an unseen label. */
export function Select<V extends string>({ label, ...choice }: SelectProps<V>): React.JSX.Element {
  return <Choice {...choice} control={{ "aria-label": label }} />;
}

/** A choice of one under its label. */
export function SelectField<V extends string>(
  props: SelectProps<V> & Omit<FieldProps, "children">,
): React.JSX.Element {
  const { value, options, onChange, disabled = false, ...field } = props;
  return (
    <Field {...field}>{(control) => <Choice {...{ value, options, onChange, disabled, control }} />}</Field>
  );
}

type ChoiceProps<V extends string> = Omit<SelectProps<V>, "label"> & {
  control: ControlProps | { "aria-label": string };
};

function Choice<V extends string>(props: ChoiceProps<V>): React.JSX.Element {
  const { value, options, onChange, disabled, control } = props;
  return (
    <select
      {...control}
      className="select"
      disabled={disabled}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export interface CheckProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A thing that is on or off. */
export function Check({ label, hint, checked, onChange }: CheckProps): React.JSX.Element {
  const id = useId();
  return (
    <div className="check">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="check-hint soft small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
