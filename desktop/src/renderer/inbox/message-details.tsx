import { useState } from "react";
import type { InboxMessage } from "../../shared/app-state.ts";
import { Button } from "../parts/button.tsx";
import { Facts } from "../parts/facts.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { shortTime } from "../parts/times.ts";
import { useCall } from "../parts/use-call.ts";
import { texts } from "../texts.ts";
import { Receipt } from "./receipt.tsx";

const words = texts.inbox;

/** All about one message. Its text was written by a stranger: shown as text, whatever is in it. */
export function MessageDetails({ message }: { message: InboxMessage }): React.JSX.Element {
  const [receipt, setReceipt] = useState(false);
  const used = useCall("inbox.markUsed");
  const show = useCall("questions.show");
  const { id, code, state, whyNoCode, body } = message;
  return (
    <div className="message-details">
      {whyNoCode !== undefined && (
        <p>
          <strong>{words.whyNoCode}:</strong> {whyNoCode}
        </p>
      )}
      {body === undefined ? (
        <p className="soft">{words.bodiesHidden}</p>
      ) : (
        <blockquote className="message-body selectable" aria-label={words.text} dir="auto">
          {body}
        </blockquote>
      )}
      <Facts
        facts={[
          [words.from, message.from],
          [words.to, message.to],
          [words.agent, message.agentName ?? words.nobody],
          [words.received, shortTime(message.receivedAt, Date.now())],
          ...(message.domain === undefined ? [] : [[words.domain, message.domain] as const]),
        ]}
      />
      <div className="row">
        {state === "held" && (
          <Button look="primary" onPress={() => void show.run(undefined)}>
            {words.answer}
          </Button>
        )}
        {code !== undefined && state === "available" && (
          <Button busy={used.busy} onPress={() => void used.run({ id })}>
            {words.used}
          </Button>
        )}
        <Button look="quiet" expanded={receipt} onPress={() => setReceipt(!receipt)}>
          {words.receipt}
        </Button>
      </div>
      <ProblemLine problem={used.problem ?? show.problem} />
      {receipt && <Receipt id={id} />}
    </div>
  );
}
