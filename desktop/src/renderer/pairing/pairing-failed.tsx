import type { PairingView } from "../../shared/app-state.ts";
import { Button } from "../parts/button.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { useCall } from "../parts/use-call.ts";
import { texts } from "../texts.ts";

interface PairingFailedProps {
  pairing: PairingView & { step: "failed" };
  /** What the person typed for it; empty where a link brought it. */
  typed: string;
}

/** Why it failed, in the words of what failed, and the two ways on. */
export function PairingFailed({ pairing, typed }: PairingFailedProps): React.JSX.Element {
  const begin = useCall("pairing.begin");
  const cancel = useCall("pairing.cancel");
  const server = typed.trim() || pairing.server;
  return (
    <>
      <p className="selectable" role="alert">
        {pairing.problem.message}
      </p>
      <ProblemLine problem={begin.problem ?? cancel.problem} />
      <div className="row">
        <Button look="primary" busy={begin.busy} onPress={() => void begin.run({ server })}>
          {texts.parts.tryAgain}
        </Button>
        <Button onPress={() => void cancel.run(undefined)}>{texts.pairing.otherServer}</Button>
      </div>
    </>
  );
}
