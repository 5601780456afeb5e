import type { PairingView } from "../../shared/app-state.ts";
import { Button } from "../parts/button.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { clockTime, timeLeft } from "../parts/times.ts";
import { useCall } from "../parts/use-call.ts";
import { useNow } from "../parts/use-now.ts";
import { texts } from "../texts.ts";

/** The code that an admin compares, and the page where it is typed. */
export function WaitingForAdmin({ pairing }: { pairing: PairingView & { step: "waiting" } }) {
  const now = useNow();
  const open = useCall("app.openPage");
  const cancel = useCall("pairing.cancel");
  const { userCode, url, expiresAt } = pairing;
  return (
    <>
      <p
        className="pairing-code selectable"
        aria-label={`${texts.pairing.waitingCode}: ${userCode}`}
        role="text"
      >
        {userCode}
      </p>
      <p>{texts.pairing.waitingExplain}</p>
      <p className="selectable mono">{url}</p>
      <p className="soft numeric">
        {expiresAt > now
          ? texts.pairing.waitingUntil(clockTime(expiresAt), timeLeft(expiresAt, now))
          : texts.pairing.waitingOver}
      </p>
      <ProblemLine problem={open.problem ?? cancel.problem} />
      <div className="row">
        <Button look="primary" busy={open.busy} onPress={() => void open.run({ page: "pairing" })}>
          {texts.pairing.openPage}
        </Button>
        <Button onPress={() => void cancel.run(undefined)}>{texts.parts.cancel}</Button>
      </div>
    </>
  );
}
