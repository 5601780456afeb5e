import type { ReactNode } from "react";

export interface ButtonProps {
  children: ReactNode;
  onPress: () => void;
  look?: "plain" | "primary" | "danger" | "quiet";
  /** A press does nothing while it works; it keeps the focus. */
  busy?: boolean;
  disabled?: boolean;
  /** What screen readers say where the words on it are not enough, e.g. which row it is for; begins with those words. */
  label?: string;
  type?: "button" | "submit";
  tabIndex?: number;
  /** For a button that shows and hides something. */
  expanded?: boolean;
}

/** A button. What is disabled stays reachable, so that focus is never lost. */
export function Button(props: ButtonProps): React.JSX.Element {
  const off = props.busy === true || props.disabled === true;
  return (
    <button
      type={props.type ?? "button"}
      className={`button button-${props.look ?? "plain"}`}
      aria-disabled={off || undefined}
      aria-busy={props.busy === true || undefined}
      aria-label={props.label}
      aria-expanded={props.expanded}
      tabIndex={props.tabIndex}
      onClick={(event) => {
        if (off) event.preventDefault();
        else props.onPress();
      }}
    >
      {props.children}
    </button>
  );
}
