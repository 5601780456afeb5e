import { createContext, useCallback, useContext, useState, type ReactNode } from "react";

const Announce = createContext<(text: string) => void>(() => {});

/** Gives what tells screen readers something that happened, without moving the focus. */
export function useAnnounce(): (text: string) => void {
  return useContext(Announce);
}

/** Holds the live region of a window. */
export function Announcer({ children }: { children: ReactNode }): React.JSX.Element {
  const [said, setSaid] = useState({ text: "", turn: 0 });
  const announce = useCallback((text: string) => setSaid((before) => ({ text, turn: before.turn + 1 })), []);
  return (
    <Announce value={announce}>
      {children}
      <div className="unseen" role="status" aria-live="polite" data-announcer>
        {/* A new element each time: the same words twice are said twice. */}
        <span key={said.turn}>{said.text}</span>
      </div>
    </Announce>
  );
}
