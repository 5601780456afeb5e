import { useState, type ReactNode } from "react";
import { Button, type ButtonProps } from "../parts/button.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { useAction, type Outcome } from "../parts/use-action.ts";
import type { Confirmation } from "./confirmation.ts";
import { useTeam } from "./team-context.ts";

interface DeedProps<Output> {
  /** On the button. */
  words: string;
  /** For screen readers, with what it is done to; begins with the words. */
  label?: string;
  look?: ButtonProps["look"];
  /** Null: done at once. */
  confirmation: Confirmation | null;
  /** Fields in the dialog. */
  fields?: ReactNode;
  run: () => Promise<Outcome<Output>>;
  /** What is told when it is done. */
  done: (output: Output) => string;
  /** When it is done: what is shown is asked for again. */
  onDone: () => void;
}

/** A button that changes something of the team: asks first where that is wise, and tells how it went. */
export function Deed<Output>(props: DeedProps<Output>): React.JSX.Element {
  const { words, label, look, confirmation, fields, done, onDone } = props;
  const { connected, say } = useTeam();
  const [asking, setAsking] = useState(false);
  const action = useAction<undefined, Output>(props.run);
  const act = async (): Promise<void> => {
    const outcome = await action.run(undefined);
    if (!outcome.ok) return;
    setAsking(false);
    say(done(outcome.value));
    onDone();
  };
  const press = (): void => {
    action.clear();
    if (confirmation === null) void act();
    else setAsking(true);
  };
  return (
    <>
      <Button
        look={look ?? "plain"}
        busy={action.busy}
        disabled={!connected}
        {...(label !== undefined && { label })}
        onPress={press}
      >
        {words}
      </Button>
      {confirmation === null && <ProblemLine problem={action.problem} />}
      {asking && confirmation !== null && (
        <Confirm
          title={confirmation.title}
          action={confirmation.act}
          danger={confirmation.danger}
          busy={action.busy}
          problem={action.problem}
          onConfirm={() => void act()}
          onCancel={() => setAsking(false)}
        >
          {confirmation.consequences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {fields}
        </Confirm>
      )}
    </>
  );
}
