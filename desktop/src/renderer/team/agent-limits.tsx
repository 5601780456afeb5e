import type { AgentEntry } from "@agentpass/shared/agent-admin-api";
import { useState } from "react";
import { TextField } from "../parts/field.tsx";
import { callTeam } from "../parts/use-call.ts";
import { FormDialog } from "./form-dialog.tsx";
import { limitOf } from "./limit.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.agents;

type Limits = AgentEntry["limits"];
const names = ["callsPerMinute", "maxLeases", "messagesPerDay"] as const;
type Typed = Record<(typeof names)[number], string>;

const typedOf = (limits: Limits): Typed => ({
  callsPerMinute: String(limits.callsPerMinute ?? ""),
  maxLeases: String(limits.maxLeases ?? ""),
  messagesPerDay: String(limits.messagesPerDay ?? ""),
});

/** What an agent may do at most; left empty, the team's settings hold. */
export function AgentLimits({ agent, onDone }: { agent: AgentEntry; onDone: () => void }) {
  const [typed, setTyped] = useState(() => typedOf(agent.limits));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  return (
    <FormDialog
      words={texts.limits}
      label={texts.limitsOf(agent.name)}
      title={texts.limitsOf(agent.name)}
      act={teamTexts.save}
      onOpen={() => {
        setTyped(typedOf(agent.limits));
        setWrong([]);
      }}
      run={() => {
        const bad = names.filter((name) => limitOf(typed[name]) === undefined);
        setWrong(bad);
        if (bad.length > 0) return null;
        const limits = Object.fromEntries(names.map((name) => [name, limitOf(typed[name])]));
        return callTeam("agent.setLimits", { agent: agent.id, ...limits });
      }}
      done={(changed) => texts.limitsSet(changed.name)}
      onDone={onDone}
    >
      <p className="soft">{texts.limitsHint}</p>
      {names.map((name) => (
        <TextField
          key={name}
          label={texts.limitNames[name]}
          value={typed[name]}
          inputMode="numeric"
          maxLength={7}
          placeholder={texts.teamDefault}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
          problem={wrong.includes(name) ? texts.limitWrong : undefined}
        />
      ))}
    </FormDialog>
  );
}
