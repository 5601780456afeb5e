import type { PairingView } from "../../shared/app-state.ts";
import { Button } from "../parts/button.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { useCall } from "../parts/use-call.ts";
import { texts } from "../texts.ts";
import { hostOf } from "./host-of.ts";

/** Nothing is sent to a server that a link named before the person has agreed to it. */
export function ConfirmServer({ pairing }: { pairing: PairingView & { step: "confirm" } }) {
  const confirm = useCall("pairing.confirm");
  const cancel = useCall("pairing.cancel");
  const { server, how, replaces } = pairing;
  return (
    <>
      <p>{how === "link" ? texts.pairing.confirmLink : texts.pairing.confirmTyped}</p>
      <p className="selectable mono">{server}</p>
      {replaces !== null && <p>{texts.pairing.replaces(hostOf(replaces))}</p>}
      <ProblemLine problem={confirm.problem ?? cancel.problem} />
      <div className="row">
        <Button look="primary" busy={confirm.busy} onPress={() => void confirm.run(undefined)}>
          {texts.pairing.pair}
        </Button>
        <Button onPress={() => void cancel.run(undefined)}>{texts.parts.cancel}</Button>
      </div>
    </>
  );
}
