import type { SignedInState } from "../signed-in-state.ts";
import { AllowedServices } from "./allowed-services.tsx";
import { ClientsSection } from "./clients-section.tsx";
import { DeniedPrograms } from "./denied-programs.tsx";
import { LocalAgents } from "./local-agents.tsx";
import { ServerAgents } from "./server-agents.tsx";

/** The programs that were let in on this computer, the MCP clients that could be, and the agents that this person may manage. */
export function AgentsView({ state }: { state: SignedInState }): React.JSX.Element {
  return (
    <>
      <LocalAgents agents={state.localAgents} />
      <DeniedPrograms programs={state.deniedPrograms} />
      <ClientsSection app={state.app} />
      <ServerAgents />
      <AllowedServices />
    </>
  );
}
