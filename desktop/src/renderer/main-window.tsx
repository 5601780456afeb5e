import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./shell/shell.css";
import "./inbox/inbox.css";
import "./agents/agents.css";
import "./pairing/pairing.css";
import "./team/team.css";
import { createRoot } from "react-dom/client";
import { Announcer } from "./parts/announce.tsx";
import { Loading } from "./parts/states.tsx";
import { ClockOffset } from "./parts/use-now.ts";
import { PairingScreen } from "./pairing/pairing-screen.tsx";
import { Shell } from "./shell/shell.tsx";
import { texts } from "./texts.ts";
import { useAppState } from "./use-app-state.ts";

function MainWindow(): React.JSX.Element {
  const state = useAppState();
  if (state === null) return <Loading label={texts.shell.loading} />;
  const { account, pairing, clockOffsetMs } = state;
  const isPairing = account === null || pairing.step !== "none";
  return (
    <ClockOffset value={clockOffsetMs}>
      {isPairing ? <PairingScreen state={state} /> : <Shell state={{ ...state, account }} />}
    </ClockOffset>
  );
}

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <Announcer>
      <MainWindow />
    </Announcer>,
  );
