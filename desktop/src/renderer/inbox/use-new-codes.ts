import { useEffect, useRef } from "react";
import type { InboxView } from "../../shared/app-state.ts";
import { useAnnounce } from "../parts/announce.tsx";
import { texts } from "../texts.ts";
import { messageTitle, spelled } from "./message-words.ts";

/** Tells screen readers of each message that arrives while the window is open, in whatever view. */
export function useNewCodes(inbox: InboxView): void {
  const announce = useAnnounce();
  /** The newest that was there before; null until the inbox was loaded. */
  const newest = useRef<{ receivedAt: number; ids: Set<string> } | null>(null);
  useEffect(() => {
    if (inbox.status === "loading") return;
    const before = newest.current;
    newest.current = {
      receivedAt: Math.max(0, ...inbox.messages.map(({ receivedAt }) => receivedAt)),
      ids: new Set(inbox.messages.map(({ id }) => id)),
    };
    if (before === null) return;
    const arrived = inbox.messages.find(
      ({ id, receivedAt }) => receivedAt >= before.receivedAt && !before.ids.has(id),
    );
    if (arrived === undefined) return;
    const title = messageTitle(arrived);
    announce(
      arrived.code === undefined
        ? texts.inbox.newMessage(title)
        : texts.inbox.newCode(`${title}, ${spelled(arrived.code)}`),
    );
  }, [inbox, announce]);
}
