import type { InboxMessage } from "../../shared/app-state.ts";
import { clockTime, timeLeft } from "../parts/times.ts";
import { useNow } from "../parts/use-now.ts";
import { texts } from "../texts.ts";
import { isLive, stateWords } from "./message-words.ts";

/** Until when the code holds while it does, else what became of the message. */
export function MessageStatus({ message }: { message: InboxMessage }): React.JSX.Element {
  const now = useNow();
  const { state, expiresAt } = message;
  const live = isLive(message, now);
  const words = live && state === "available" && expiresAt !== undefined ? null : stateWords(message, now);
  return (
    <p className={`message-status small ${state === "held" ? "message-status-held" : "soft"}`}>
      {words}
      {words !== null && live && expiresAt !== undefined && " · "}
      {live && expiresAt !== undefined && (
        <span className="numeric">
          {texts.inbox.until(clockTime(expiresAt))} · {texts.inbox.left(timeLeft(expiresAt, now))}
        </span>
      )}
    </p>
  );
}
