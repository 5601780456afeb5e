import { useEffect, useState } from "react";
import type { AppState } from "../../shared/app-state.ts";
import type { WindowView } from "../../shared/ipc-contract.ts";

const forAll = ["inbox", "agents", "settings"] as const;
const forAdmins = ["inbox", "agents", "team", "settings"] as const;

export interface Place {
  view: WindowView;
  /** The message to be opened, where main sent the person to one. */
  messageId: string | null;
}

export interface ViewChoice {
  /** In their order; Ctrl+1 is the first. */
  views: readonly WindowView[];
  place: Place;
  go: (view: WindowView) => void;
}

/** Where the person is: by the sidebar, by Ctrl+1 to Ctrl+4, or sent by main. */
export function useView(account: AppState["account"]): ViewChoice {
  const [place, setPlace] = useState<Place>({ view: "inbox", messageId: null });
  const isAdmin = account?.role === "owner" || account?.role === "admin";
  const views: readonly WindowView[] = isAdmin ? forAdmins : forAll;

  useEffect(
    () =>
      window.agentpass.on("navigate", ({ view, messageId }) =>
        setPlace({ view, messageId: messageId ?? null }),
      ),
    [],
  );
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const view = /^[1-9]$/.test(event.key) ? views[Number(event.key) - 1] : undefined;
      if (view === undefined) return;
      event.preventDefault();
      setPlace({ view, messageId: null });
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [views]);

  const seen = views.includes(place.view) ? place : { view: "inbox" as const, messageId: null };
  return { views, place: seen, go: (view) => setPlace({ view, messageId: null }) };
}
