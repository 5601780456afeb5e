import { useId, type ReactNode } from "react";
import type { Problem } from "@agentpass/shared/problem";
import { texts } from "../texts.ts";
import { Button } from "./button.tsx";
import { Modal } from "./modal.tsx";
import { ProblemLine } from "./states.tsx";

export interface ConfirmProps {
  title: string;
  /** What will be different afterwards. Left out: the title says it all. */
  children?: ReactNode;
  /** The deed, as a verb: "Remove". */
  action: string;
  danger?: boolean;
  busy?: boolean;
  problem?: Problem | null;
  /** The caller takes the dialog away when the deed is done. */
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before what cannot be undone; also a frame for a short form. Drawn only while it is open; Escape cancels. */
export function Confirm(props: ConfirmProps): React.JSX.Element {
  const id = useId();
  return (
    <Modal labelledBy={id} onCancel={props.onCancel}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (props.busy !== true) props.onConfirm();
        }}
      >
        <h2 id={id}>{props.title}</h2>
        {props.children}
        <ProblemLine problem={props.problem ?? null} />
        <div className="dialog-actions">
          <Button onPress={props.onCancel}>{texts.parts.cancel}</Button>
          <Button
            type="submit"
            look={props.danger === true ? "danger" : "primary"}
            busy={props.busy ?? false}
            onPress={() => {}}
          >
            {props.action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
