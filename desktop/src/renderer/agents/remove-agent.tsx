import type { LocalAgentView } from "../../shared/app-state.ts";
import { Confirm } from "../parts/confirm.tsx";
import { useCall } from "../parts/use-call.ts";
import { texts } from "../texts.ts";

const words = texts.agents;

/** Cuts a program on this computer off, for good. */
export function RemoveAgent({ agent, onDone }: { agent: LocalAgentView; onDone: () => void }) {
  const remove = useCall("localAgents.remove");
  const submit = async (): Promise<void> => {
    const result = await remove.run({ id: agent.id });
    if (result.ok) onDone();
  };
  return (
    <Confirm
      title={words.removeTitle(agent.name)}
      action={words.remove}
      danger
      busy={remove.busy}
      problem={remove.problem}
      onConfirm={() => void submit()}
      onCancel={onDone}
    >
      <p>{words.removeText}</p>
    </Confirm>
  );
}
