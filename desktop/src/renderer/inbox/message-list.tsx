import { useState, type KeyboardEvent } from "react";
import type { InboxMessage } from "../../shared/app-state.ts";
import { dayName } from "../parts/times.ts";
import { MessageRow } from "./message-row.tsx";

interface MessageListProps {
  messages: readonly InboxMessage[];
  openId: string | null;
  onToggle: (id: string) => void;
}

/** The messages by day, newest first. One tab stop; arrow keys, Home and End go from message to message. */
export function MessageList({ messages, openId, onToggle }: MessageListProps): React.JSX.Element {
  const [focused, setFocused] = useState<string | null>(null);
  const tabStop = messages.some(({ id }) => id === focused) ? focused : messages[0]?.id;
  return (
    <div
      onKeyDown={moveFocus}
      onFocus={({ target }) =>
        setFocused(target.closest<HTMLElement>("[data-message]")?.dataset["message"] ?? null)
      }
    >
      {byDay(messages).map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h2 className="day small soft">{day}</h2>
          <ul>
            {ofDay.map((message) => (
              <MessageRow
                key={message.id}
                message={message}
                open={message.id === openId}
                isTabStop={message.id === tabStop}
                onToggle={() => onToggle(message.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function byDay(messages: readonly InboxMessage[]): [string, InboxMessage[]][] {
  const now = Date.now();
  const days = new Map<string, InboxMessage[]>();
  for (const message of messages) {
    const day = dayName(message.receivedAt, now);
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(message);
    else days.set(day, [message]);
  }
  return [...days];
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(".message-toggle")];
  const row = event.target instanceof Element ? event.target.closest(".message") : null;
  const at = rows.findIndex((toggle) => row?.contains(toggle));
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  rows[target]?.focus();
}
