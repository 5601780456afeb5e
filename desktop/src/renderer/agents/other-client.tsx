import type { BridgeCommand } from "../../shared/client-connections.ts";
import { Copyable } from "../parts/copyable.tsx";
import { clientTexts as words } from "./client-texts.ts";
import { claudeCommand, clientSettings } from "./client-snippets.ts";

interface OtherClientProps {
  bridge: BridgeCommand;
  /** Open from the start where it is what a person needs next. */
  isOpen: boolean;
}

/** What a person pastes to connect a client that has no button here. */
export function OtherClient({ bridge, isOpen }: OtherClientProps): React.JSX.Element {
  return (
    <details className="fold" open={isOpen}>
      <summary>{words.other}</summary>
      <div className="stack fold-content">
        <div>
          <p className="soft">{words.otherSettings}</p>
          <Copyable text={clientSettings(bridge)} label={words.copySettings} />
        </div>
        <div>
          <p className="soft">{words.otherCommand}</p>
          <Copyable text={claudeCommand(bridge)} label={words.copyCommand} />
        </div>
      </div>
    </details>
  );
}
