import { useState } from "react";
import type { LocalAgentView } from "../../shared/app-state.ts";
import { Confirm } from "../parts/confirm.tsx";
import { TextField } from "../parts/field.tsx";
import { useCall } from "../parts/use-call.ts";
import { texts } from "../texts.ts";

const words = texts.agents;

/** Gives a program on this computer another name. */
export function RenameAgent({ agent, onDone }: { agent: LocalAgentView; onDone: () => void }) {
  const rename = useCall("localAgents.rename");
  const [name, setName] = useState(agent.name);
  const [empty, setEmpty] = useState(false);
  const submit = async (): Promise<void> => {
    const wanted = name.trim();
    setEmpty(wanted === "");
    if (wanted === "") return;
    const result = await rename.run({ id: agent.id, name: wanted });
    if (result.ok) onDone();
  };
  return (
    <Confirm
      title={words.renameTitle(agent.name)}
      action={words.save}
      busy={rename.busy}
      onConfirm={() => void submit()}
      onCancel={onDone}
    >
      <TextField
        label={words.name}
        autoFocus
        maxLength={100}
        value={name}
        onChange={setName}
        problem={empty ? words.nameMissing : rename.problem?.message}
      />
    </Confirm>
  );
}
