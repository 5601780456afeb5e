import type { MessageQuestion } from "../../shared/question.ts";
import { Asked } from "./asked.tsx";
import { useAnswer } from "./use-answer.ts";

/** May this agent have this message? Shows exactly what is released. */
export function MessageAsked({ question }: { question: MessageQuestion }): React.JSX.Element {
  const { id, agentName, policy, phoneNumber, from, service, code, body, simulated } = question;
  const { ready, problem, answer } = useAnswer();
  return (
    <Asked
      {...question}
      problem={problem}
      title={
        <>
          May <bdi>“{agentName}”</bdi> have this {code === undefined ? "message" : "code"}?
        </>
      }
      answers={
        <>
          <button type="button" disabled={!ready} onClick={() => answer({ id, decision: "deny" })}>
            Deny
          </button>
          <button type="button" disabled={!ready} onClick={() => answer({ id, decision: "allow" })}>
            {policy === "ask_first" ? "Allow for this number" : "Allow once"}
          </button>
          {service !== undefined && (
            <button type="button" disabled={!ready} onClick={() => answer({ id, decision: "allow_service" })}>
              Allow for <bdi>{service}</bdi>
            </button>
          )}
        </>
      }
    >
      {code !== undefined && <p className="question-code selectable">{code}</p>}
      <dl className="question-facts">
        <dt>Agent</dt>
        <dd>
          <bdi>{agentName}</bdi> <span className="soft">(unverified)</span>
        </dd>
        <dt>Service</dt>
        <dd>{service === undefined ? <span className="soft">not named</span> : <bdi>{service}</bdi>}</dd>
        <dt>Number</dt>
        <dd className="numeric">{phoneNumber}</dd>
        <dt>From</dt>
        <dd>
          <bdi>{from}</bdi>
          {simulated && <span className="soft"> (simulated)</span>}
        </dd>
      </dl>
      {body !== undefined && (
        <blockquote className="question-body">
          <bdi>{body}</bdi>
        </blockquote>
      )}
      {policy === "ask_first" && (
        <p className="soft small">
          If you allow this one, further codes for this number are not asked about.
        </p>
      )}
    </Asked>
  );
}
