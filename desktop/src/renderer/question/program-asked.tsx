import { useId, useState } from "react";
import type { ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import type { FirstContactQuestion } from "../../shared/question.ts";
import { Asked } from "./asked.tsx";
import { useAnswer } from "./use-answer.ts";

const policies: readonly { policy: ApprovalPolicy; label: string }[] = [
  { policy: "ask_first", label: "at the first code of each number" },
  { policy: "ask", label: "at each code" },
  { policy: "allow", label: "never" },
];

/** May this program become an agent? The person names it: what it calls itself proves nothing. */
export function ProgramAsked({ question }: { question: FirstContactQuestion }): React.JSX.Element {
  const { id, claimedName, program } = question;
  const { ready, problem, answer } = useAnswer();
  const [name, setName] = useState("");
  const [policy, setPolicy] = useState<ApprovalPolicy>("ask_first");
  const fieldId = useId();
  const chosen = name.trim();
  return (
    <Asked
      {...question}
      problem={problem}
      title="May a program on this computer use AgentPass?"
      answers={
        <>
          <button type="button" disabled={!ready} onClick={() => answer({ id, decision: "deny" })}>
            Deny
          </button>
          <button
            type="button"
            disabled={!ready || chosen === ""}
            onClick={() => answer({ id, decision: "allow_program", name: chosen, policy })}
          >
            Allow
          </button>
        </>
      }
    >
      <dl className="question-facts">
        <dt>It calls itself</dt>
        <dd>
          <bdi>{claimedName}</bdi> <span className="soft">(its own claim, unverified)</span>
        </dd>
        <dt>It runs as</dt>
        <dd>
          {program === null ? <span className="soft">the system does not tell</span> : <bdi>{program}</bdi>}
        </dd>
      </dl>
      <div className="question-field">
        <label htmlFor={fieldId}>What do you call it?</label>
        <input
          id={fieldId}
          className="question-input"
          value={name}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${fieldId}-hint`}
          onChange={(event) => setName(event.target.value)}
        />
        <p id={`${fieldId}-hint`} className="soft small">
          Your team sees this name. Under a name you gave before, it works as that same agent.
        </p>
      </div>
      <fieldset className="question-policies">
        <legend>Ask me</legend>
        {policies.map((option) => (
          <label key={option.policy}>
            <input
              type="radio"
              name="policy"
              checked={policy === option.policy}
              onChange={() => setPolicy(option.policy)}
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    </Asked>
  );
}
