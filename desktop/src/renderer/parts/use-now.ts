import { createContext, useContext, useSyncExternalStore } from "react";

/** The server's clock less this computer's, in milliseconds. */
export const ClockOffset = createContext(0);

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

/** The server's time, which all shown times are of, once a second: epoch milliseconds, up to a second behind. */
export function useNow(): number {
  return useSyncExternalStore(listen, wholeSecond) + useContext(ClockOffset);
}

function wholeSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}
