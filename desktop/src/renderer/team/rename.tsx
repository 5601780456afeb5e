import { useState } from "react";
import { TextField } from "../parts/field.tsx";
import type { Outcome } from "../parts/use-action.ts";
import { FormDialog } from "./form-dialog.tsx";
import { teamTexts } from "./team-texts.ts";

interface RenameProps {
  name: string;
  run: (name: string) => Promise<Outcome<{ name: string }>>;
  onDone: () => void;
}

/** Gives something another name. */
export function Rename({ name, run, onDone }: RenameProps): React.JSX.Element {
  const [typed, setTyped] = useState(name);
  const [missing, setMissing] = useState(false);
  return (
    <FormDialog
      words={teamTexts.rename}
      label={teamTexts.renameOf(name)}
      title={teamTexts.renameTitle(name)}
      act={teamTexts.rename}
      onOpen={() => {
        setTyped(name);
        setMissing(false);
      }}
      run={() => {
        const wanted = typed.trim();
        setMissing(wanted === "");
        return wanted === "" ? null : run(wanted);
      }}
      done={(renamed) => teamTexts.renamed(renamed.name)}
      onDone={onDone}
    >
      <TextField
        label={teamTexts.newName}
        value={typed}
        maxLength={100}
        onChange={setTyped}
        problem={missing ? teamTexts.nameMissing : undefined}
        autoFocus
      />
    </FormDialog>
  );
}
