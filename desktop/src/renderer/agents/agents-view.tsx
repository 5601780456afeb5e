import type { SignedInState } from "../signed-in-state.ts";
import { AllowedServices } from "./allowed-services.tsx";
import { ConnectClient } from "./connect-client.tsx";
import { DeniedPrograms } from "./denied-programs.tsx";
import { LocalAgents } from "./local-agents.tsx";
import { ServerAgents } from "./server-agents.tsx";

/** The programs on this computer, what connects another one, and the agents that this person may manage. */
export function AgentsView({ state }: { state: SignedInState }): React.JSX.Element {
  return (
    <>
      <LocalAgents agents={state.localAgents} />
      <DeniedPrograms programs={state.deniedPrograms} />
      <ConnectClient bridge={state.app.bridge} isFirst={state.localAgents.length === 0} />
      <ServerAgents />
      <AllowedServices />
    </>
  );
}
