import type { ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import { useState } from "react";
import type { DeniedProgramView, LocalAgentView } from "../../shared/app-state.ts";
import { Confirm } from "../parts/confirm.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import { useCall } from "../parts/use-call.ts";
import { texts } from "../texts.ts";
import { policyOptions } from "./policies.ts";

const words = texts.agents;

/** Lets a program in again that was removed or refused. */
export function AllowAgain({ agent, onDone }: { agent: LocalAgentView; onDone: () => void }) {
  const allow = useCall("localAgents.allowAgain");
  const [policy, setPolicy] = useState<ApprovalPolicy>("ask_first");
  const submit = async (): Promise<void> => {
    const result = await allow.run({ id: agent.id, policy });
    if (result.ok) onDone();
  };
  return (
    <Confirm
      title={words.allowTitle(agent.name)}
      action={words.allow}
      busy={allow.busy}
      problem={allow.problem}
      onConfirm={() => void submit()}
      onCancel={onDone}
    >
      <p>{words.allowAgainText}</p>
      <SelectField label={words.policy} value={policy} options={policyOptions} onChange={setPolicy} />
    </Confirm>
  );
}

/** Lets a program in that was denied, under a name of the person's choice. */
export function AllowDenied({ program, onDone }: { program: DeniedProgramView; onDone: () => void }) {
  const allow = useCall("localAgents.allowDenied");
  const { clientName } = program;
  const [name, setName] = useState(clientName);
  const [policy, setPolicy] = useState<ApprovalPolicy>("ask_first");
  const [empty, setEmpty] = useState(false);
  const submit = async (): Promise<void> => {
    const wanted = name.trim();
    setEmpty(wanted === "");
    if (wanted === "") return;
    const result = await allow.run({ clientName, name: wanted, policy });
    if (result.ok) onDone();
  };
  return (
    <Confirm
      title={words.allowTitle(clientName)}
      action={words.allow}
      busy={allow.busy}
      onConfirm={() => void submit()}
      onCancel={onDone}
    >
      <p>{words.allowDeniedText}</p>
      <TextField
        label={words.name}
        maxLength={100}
        value={name}
        onChange={setName}
        problem={empty ? words.nameMissing : allow.problem?.message}
      />
      <SelectField label={words.policy} value={policy} options={policyOptions} onChange={setPolicy} />
    </Confirm>
  );
}
