import { useId, type KeyboardEvent, type MouseEvent } from "react";
import type { InboxMessage } from "../../shared/app-state.ts";
import { Badge } from "../parts/marks.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { clockTime } from "../parts/times.ts";
import { texts } from "../texts.ts";
import { CopyCode, useCopyCode } from "./copy-code.tsx";
import { MessageDetails } from "./message-details.tsx";
import { MessageStatus } from "./message-status.tsx";
import { messageTitle } from "./message-words.ts";

export interface MessageRowProps {
  message: InboxMessage;
  open: boolean;
  /** Whether the tab key stops here: at one row of the list only. */
  isTabStop: boolean;
  onToggle: () => void;
}

/** One message: what for, the code, until when; its details when it is open. */
export function MessageRow({ message, open, isTabStop, onToggle }: MessageRowProps): React.JSX.Element {
  const id = useId();
  const copy = useCopyCode(message);
  const { code, agentName, service, from, simulated, receivedAt, state } = message;
  const tabIndex = isTabStop ? 0 : -1;
  const copyByKey = (event: KeyboardEvent): void => {
    if (code === undefined || !(event.ctrlKey || event.metaKey) || event.key !== "c") return;
    if (getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    void copy.run();
  };
  return (
    <li className="message" data-message={message.id} onKeyDown={copyByKey}>
      <div className="message-line" onClick={(event) => isForRow(event) && onToggle()}>
        <div className="message-what">
          <h3 className="message-title">
            <button
              type="button"
              className="message-toggle"
              tabIndex={tabIndex}
              aria-expanded={open}
              aria-controls={`${id}-details`}
              onClick={onToggle}
            >
              <bdi>{messageTitle(message)}</bdi>
            </button>
            {simulated && <Badge>{texts.inbox.simulated}</Badge>}
          </h3>
          <p className="message-who soft small">
            {service !== undefined && (
              <>
                <bdi>{from}</bdi> ·{" "}
              </>
            )}
            {agentName !== undefined && (
              <>
                <bdi>{agentName}</bdi> ·{" "}
              </>
            )}
            <time dateTime={new Date(receivedAt).toISOString()}>{clockTime(receivedAt)}</time>
          </p>
        </div>
        <div className="message-code">
          {code === undefined ? (
            <p className="soft">{state === "provider_blocked" ? null : texts.inbox.noCode}</p>
          ) : (
            <p className={`code selectable code-${state}`}>{code}</p>
          )}
          <MessageStatus message={message} />
        </div>
        <div className="message-copy">
          {code !== undefined && <CopyCode {...{ message, copy, tabIndex }} />}
        </div>
      </div>
      <ProblemLine problem={copy.problem} />
      <div id={`${id}-details`} hidden={!open}>
        {open && <MessageDetails message={message} />}
      </div>
    </li>
  );
}

/** A click on the row itself: not on a button, and not the end of selecting text. */
function isForRow(event: MouseEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest("button, .selectable") === null && getSelection()?.isCollapsed !== false;
}
