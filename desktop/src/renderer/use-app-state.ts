import { useEffect, useState } from "react";
import type { AppState } from "../shared/app-state.ts";

/** What main shows; null until it has told for the first time. */
export function useAppState(): AppState | null {
  const [state, setState] = useState<AppState | null>(null);
  useEffect(() => {
    const stop = window.agentpass.on("state", setState);
    void window.agentpass.call("state.get", undefined).then((result) => {
      if (result.ok) setState((newer) => newer ?? result.value);
    });
    return stop;
  }, []);
  return state;
}
