import type { ChangedNumber, PoolNumber } from "@agentpass/shared/number-api";
import { useState } from "react";
import type { Outcome } from "../parts/use-action.ts";
import { callTeam } from "../parts/use-call.ts";
import { Deed } from "./deed.tsx";
import { DurationField } from "./duration-field.tsx";
import { actionWords, confirmationOf, type NumberAction } from "./number-actions.ts";
import { durationMs, type DurationParts } from "./setting-value.ts";
import { teamTexts } from "./team-texts.ts";

interface NumberDeedProps {
  number: PoolNumber;
  action: NumberAction;
  onDone: () => void;
}

/** One thing that may be done with a number. It is done only where the number still is what the person saw. */
export function NumberDeed({ number, action, onDone }: NumberDeedProps): React.JSX.Element {
  if (action === "quarantine") return <QuarantineDeed {...{ number, onDone }} />;
  const { phoneNumber } = number;
  const confirmation = confirmationOf(action, number);
  const seen = { phoneNumber, ifState: number.state };
  const common = {
    words: actionWords[action],
    label: `${actionWords[action]} ${phoneNumber}`,
    look: confirmation?.danger === true ? ("danger" as const) : ("plain" as const),
    confirmation,
    onDone,
  };
  if (action === "release")
    return (
      <Deed
        {...common}
        run={() => callTeam("number.release", seen)}
        done={({ status }) => teamTexts.pool.released[status](phoneNumber)}
      />
    );
  return <Deed {...common} run={() => changeNumber(action, seen)} done={teamTexts.pool.changed} />;
}

function changeNumber(
  action: "lift" | "resume" | "suspend" | "retire",
  seen: { phoneNumber: string; ifState: PoolNumber["state"] },
): Promise<Outcome<ChangedNumber>> {
  return callTeam(`number.${action}`, seen);
}

function QuarantineDeed({ number, onDone }: Omit<NumberDeedProps, "action">): React.JSX.Element {
  const [rest, setRest] = useState<DurationParts | null>(null);
  const { phoneNumber } = number;
  const confirmation = confirmationOf("quarantine", number);
  return (
    <Deed
      words={actionWords.quarantine}
      label={`${actionWords.quarantine}: ${phoneNumber}`}
      look={confirmation?.danger === true ? "danger" : "plain"}
      confirmation={confirmation}
      fields={
        <DurationField
          label={teamTexts.pool.restFor}
          hint={teamTexts.pool.restHint}
          value={rest}
          onChange={setRest}
        />
      }
      run={() =>
        callTeam("number.quarantine", {
          phoneNumber,
          ifState: number.state,
          ...(rest === null ? {} : { forMs: durationMs(rest) }),
        })
      }
      done={teamTexts.pool.changed}
      onDone={onDone}
    />
  );
}
