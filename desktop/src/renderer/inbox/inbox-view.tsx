import { useEffect, useState } from "react";
import { Button } from "../parts/button.tsx";
import { Banner } from "../parts/marks.tsx";
import { EmptyState, ErrorState, Loading, ProblemLine } from "../parts/states.tsx";
import { useCall } from "../parts/use-call.ts";
import type { Place } from "../shell/use-view.ts";
import type { SignedInState } from "../signed-in-state.ts";
import { texts } from "../texts.ts";
import { filterMessages, noFilter } from "./filter-messages.ts";
import { InboxFilters } from "./inbox-filters.tsx";
import { MessageList } from "./message-list.tsx";

const words = texts.inbox;

interface InboxViewProps {
  state: SignedInState;
  /** A message to be opened, where main sent the person to one. */
  place: Place;
}

/** The newest codes, live. */
export function InboxView({ state, place }: InboxViewProps): React.JSX.Element {
  const { inbox, connection } = state;
  const [filter, setFilter] = useState(noFilter);
  const [openId, setOpenId] = useState<string | null>(null);
  useEffect(() => {
    if (place.messageId === null) return;
    setFilter(noFilter);
    setOpenId(place.messageId);
    requestAnimationFrame(() => showMessage(place.messageId));
  }, [place]);
  const retry = useCall("connection.retry");
  const tryAgain = (): void => void retry.run(undefined);

  if (inbox.messages.length === 0) {
    if (inbox.status === "loading") return <Loading label={words.loading} />;
    if (inbox.problem) return <ErrorState problem={inbox.problem} onRetry={tryAgain} busy={retry.busy} />;
    return <EmptyInbox state={state} />;
  }
  const shown = filterMessages(inbox.messages, filter);
  return (
    <>
      <InboxFilters messages={inbox.messages} {...{ filter }} onChange={setFilter} />
      {connection.state === "reconnecting" && <p className="soft inbox-offline">{words.offline}</p>}
      {inbox.problem && (
        <Banner
          tone="warn"
          actions={
            <Button busy={retry.busy} onPress={tryAgain}>
              {texts.parts.tryAgain}
            </Button>
          }
        >
          {inbox.problem.message}
        </Banner>
      )}
      <p className="unseen" role="status">
        {filter === noFilter ? "" : words.matches(shown.length)}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={words.noMatchTitle}>
          <Button onPress={() => setFilter(noFilter)}>{words.clearFilters}</Button>
        </EmptyState>
      ) : (
        <MessageList
          messages={shown}
          openId={openId}
          onToggle={(id) => setOpenId(id === openId ? null : id)}
        />
      )}
      {inbox.hasOlder && <Older />}
    </>
  );
}

function EmptyInbox({ state }: { state: SignedInState }): React.JSX.Element {
  return (
    <EmptyState title={words.emptyTitle}>
      <p>{state.connection.state === "reconnecting" ? words.offline : words.emptyText}</p>
      {state.account.mode === "mock" && <p>{words.emptyMock}</p>}
    </EmptyState>
  );
}

function Older(): React.JSX.Element {
  const older = useCall("inbox.older");
  return (
    <div className="older">
      <Button look="quiet" busy={older.busy} onPress={() => void older.run(undefined)}>
        {words.older}
      </Button>
      <ProblemLine problem={older.problem} />
    </div>
  );
}

function showMessage(id: string | null): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-message]")];
  const row = rows.find((row) => row.dataset["message"] === id);
  row?.scrollIntoView({ block: "nearest" });
  row?.querySelector<HTMLElement>(".message-toggle")?.focus();
}
