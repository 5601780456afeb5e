import { useEffect, useRef, useState } from "react";
import type { AppState } from "../../shared/app-state.ts";
import { Loading } from "../parts/states.tsx";
import { Banner } from "../parts/marks.tsx";
import { texts } from "../texts.ts";
import { ConfirmServer } from "./confirm-server.tsx";
import { PairingFailed } from "./pairing-failed.tsx";
import { ServerForm } from "./server-form.tsx";
import { WaitingForAdmin } from "./waiting-for-admin.tsx";
import { hostOf } from "./host-of.ts";

/** The way from nothing to a paired device, one step a screen. */
export function PairingScreen({ state }: { state: AppState }): React.JSX.Element {
  const [typed, setTyped] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const { step } = state.pairing;
  const first = useRef(true);
  useEffect(() => {
    // Each step is a new page to a person who listens; the first one focuses its field.
    if (!first.current && step !== "none") heading.current?.focus();
    first.current = false;
  }, [step]);
  return (
    <main className="pairing-page" aria-labelledby="pairing-title">
      {state.notices.map(({ id, text }) => (
        <Banner key={id} tone="warn">
          {text}
        </Banner>
      ))}
      <div className="pairing">
        <h1 id="pairing-title" ref={heading} tabIndex={-1}>
          {titleOf(state)}
        </h1>
        <Step {...{ state, typed }} onTyped={setTyped} />
      </div>
    </main>
  );
}

function titleOf({ pairing }: AppState): string {
  switch (pairing.step) {
    case "none":
      return texts.pairing.title;
    case "confirm":
      return texts.pairing.confirmTitle(hostOf(pairing.server));
    case "contacting":
      return texts.pairing.contactingTitle;
    case "waiting":
      return texts.pairing.waitingTitle;
    case "failed":
      return texts.pairing.failedTitle(hostOf(pairing.server));
  }
}

interface StepProps {
  state: AppState;
  /** What the person typed on the first screen; kept, so that a failure can be tried again. */
  typed: string;
  onTyped: (typed: string) => void;
}

function Step({ state: { pairing, connection }, typed, onTyped }: StepProps): React.JSX.Element {
  switch (pairing.step) {
    case "none":
      return <ServerForm {...{ typed, onTyped, connection }} />;
    case "confirm":
      return <ConfirmServer pairing={pairing} />;
    case "contacting":
      return <Loading label={texts.pairing.contacting(hostOf(pairing.server))} place="start" />;
    case "waiting":
      return <WaitingForAdmin pairing={pairing} />;
    case "failed":
      return <PairingFailed pairing={pairing} typed={typed} />;
  }
}
