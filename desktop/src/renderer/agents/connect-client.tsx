import type { AppView } from "../../shared/app-state.ts";
import { Copyable } from "../parts/copyable.tsx";
import { Section } from "../parts/section.tsx";
import { texts } from "../texts.ts";
import { claudeCommand, clientSettings } from "./client-snippets.ts";

const words = texts.agents;

/** What a person pastes to connect an MCP client. */
export function ConnectClient({ bridge }: { bridge: AppView["bridge"] }): React.JSX.Element {
  return (
    <Section title={words.connectTitle}>
      <div className="stack">
        <div>
          <p className="soft">{words.connectText}</p>
          <Copyable text={claudeCommand(bridge)} label={words.copyCommand} />
        </div>
        <div>
          <p className="soft">{words.connectJson}</p>
          <Copyable text={clientSettings(bridge)} label={words.copyJson} />
        </div>
      </div>
    </Section>
  );
}
