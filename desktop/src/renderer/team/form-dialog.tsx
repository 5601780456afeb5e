import { useState, type ReactNode } from "react";
import { Button, type ButtonProps } from "../parts/button.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { useAction, type Outcome } from "../parts/use-action.ts";
import { useTeam } from "./team-context.ts";

interface FormDialogProps<Output> {
  /** On the button that opens it. */
  words: string;
  label?: string;
  look?: ButtonProps["look"];
  title: string;
  /** What the button says that does it. */
  act: string;
  children: ReactNode;
  /** Null: something is still wrong with what was typed, and stands beside it. */
  run: () => Promise<Outcome<Output>> | null;
  done: (output: Output) => string;
  onDone: (output: Output) => void;
  /** Before it opens: the fields begin anew. */
  onOpen?: () => void;
}

/** A button with a short form in a dialog behind it. */
export function FormDialog<Output>(props: FormDialogProps<Output>): React.JSX.Element {
  const { words, label, look, title, act, children, run, done, onDone, onOpen } = props;
  const { connected, say } = useTeam();
  const [open, setOpen] = useState(false);
  const action = useAction((running: Promise<Outcome<Output>>) => running);
  const submit = async (): Promise<void> => {
    const running = run();
    if (running === null) return;
    const outcome = await action.run(running);
    if (!outcome.ok) return;
    setOpen(false);
    say(done(outcome.value));
    onDone(outcome.value);
  };
  return (
    <>
      <Button
        disabled={!connected}
        {...(look !== undefined && { look })}
        {...(label !== undefined && { label })}
        onPress={() => {
          action.clear();
          onOpen?.();
          setOpen(true);
        }}
      >
        {words}
      </Button>
      {open && (
        <Confirm
          title={title}
          action={act}
          busy={action.busy}
          problem={action.problem}
          onConfirm={() => void submit()}
          onCancel={() => setOpen(false)}
        >
          {children}
        </Confirm>
      )}
    </>
  );
}
