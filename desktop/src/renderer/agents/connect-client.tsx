import type { AppView } from "../../shared/app-state.ts";
import { Copyable } from "../parts/copyable.tsx";
import { texts } from "../texts.ts";
import { claudeCommand, clientSettings } from "./client-snippets.ts";

const words = texts.agents;

interface ConnectClientProps {
  bridge: AppView["bridge"];
  /** Open from the start where it is what a person needs next. */
  isFirst: boolean;
}

/** What a person pastes to connect an MCP client. */
export function ConnectClient({ bridge, isFirst }: ConnectClientProps): React.JSX.Element {
  return (
    <section className="section">
      <details className="disclosure" open={isFirst}>
        <summary>
          <h2>{words.connectTitle}</h2>
        </summary>
        <div className="stack disclosed">
          <div>
            <p className="soft">{words.connectText}</p>
            <Copyable text={claudeCommand(bridge)} label={words.copyCommand} />
          </div>
          <div>
            <p className="soft">{words.connectJson}</p>
            <Copyable text={clientSettings(bridge)} label={words.copyJson} />
          </div>
        </div>
      </details>
    </section>
  );
}
