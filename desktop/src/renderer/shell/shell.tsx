import { useEffect, useRef } from "react";
import type { WindowView } from "../../shared/ipc-contract.ts";
import { AgentsView } from "../agents/agents-view.tsx";
import { InboxView } from "../inbox/inbox-view.tsx";
import { useNewCodes } from "../inbox/use-new-codes.ts";
import { ConnectedSince } from "../parts/use-team-query.ts";
import type { SignedInState } from "../signed-in-state.ts";
import { SettingsView } from "../settings/settings-view.tsx";
import { TeamView } from "../team/team-view.tsx";
import { texts } from "../texts.ts";
import { Banners } from "./banners.tsx";
import { Sidebar } from "./sidebar.tsx";
import { useView, type Place } from "./use-view.ts";

/** The window of somebody who is signed in. */
export function Shell({ state }: { state: SignedInState }): React.JSX.Element {
  const { account, connection } = state;
  const { views, place, go } = useView(account);
  const content = useRef<HTMLElement>(null);
  useNewCodes(state.inbox);
  useScrollKept(content, place.view);
  const since = connection.state === "connected" ? connection.since : 0;
  return (
    // Both only count up, so their sum is another one whenever one is.
    <ConnectedSince value={since + state.teamVersion}>
      <div className="shell">
        <Sidebar {...{ account, connection, views }} current={place.view} onGo={go} />
        <div className="content">
          <Banners state={state} />
          <main className="view" ref={content} tabIndex={-1} aria-labelledby="view-title">
            <h1 className="view-title" id="view-title">
              {texts.shell.viewNames[place.view]}
            </h1>
            <View state={state} place={place} />
          </main>
        </div>
      </div>
    </ConnectedSince>
  );
}

function View({ state, place }: { state: SignedInState; place: Place }) {
  switch (place.view) {
    case "inbox":
      return <InboxView state={state} place={place} />;
    case "agents":
      return <AgentsView state={state} />;
    case "team":
      return <TeamView state={state} />;
    case "settings":
      return <SettingsView state={state} />;
  }
}

/** Each view comes back where it was left. */
function useScrollKept(content: React.RefObject<HTMLElement | null>, view: WindowView): void {
  const kept = useRef(new Map<WindowView, number>());
  useEffect(() => {
    const element = content.current;
    if (element === null) return;
    element.scrollTop = kept.current.get(view) ?? 0;
    const keep = (): void => void kept.current.set(view, element.scrollTop);
    element.addEventListener("scroll", keep, { passive: true });
    return () => element.removeEventListener("scroll", keep);
  }, [content, view]);
}
