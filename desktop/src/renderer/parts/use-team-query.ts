import type { Problem } from "@agentpass/shared/problem";
import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import type { TeamCall, TeamCallInput, TeamCallOutput } from "../../shared/team-calls.ts";
import { callTeam } from "./use-call.ts";

/** Changes each time the connection is there again or the team has changed: then what was asked of the server is asked again. */
export const ConnectedSince = createContext(0);

export interface TeamQuery<Output> {
  /** Null until it came for the first time; kept while it is asked for again, and where that fails. */
  data: Output | null;
  loading: boolean;
  problem: Problem | null;
  reload: () => void;
}

/**
 * Something of the server's to be shown: asked for now, when the input changes, when the connection is there again, when the
 * team has changed, and when the person comes back to the window.
 */
export function useTeamQuery<C extends TeamCall>(
  procedure: C,
  input: TeamCallInput<C>,
): TeamQuery<TeamCallOutput<C>> {
  const since = useContext(ConnectedSince);
  const asked = JSON.stringify([procedure, input]);
  const [answer, setAnswer] = useState<{ asked: string; data: TeamCallOutput<C> } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [loading, setLoading] = useState(true);
  const turn = useRef(0);
  const latest = useRef({ procedure, input });
  latest.current = { procedure, input };

  const reload = useCallback(() => {
    const mine = ++turn.current;
    setLoading(true);
    void callTeam(latest.current.procedure, latest.current.input).then((outcome) => {
      if (mine !== turn.current) return;
      setLoading(false);
      setProblem(outcome.ok ? null : outcome.problem);
      if (outcome.ok) setAnswer({ asked, data: outcome.value });
    });
  }, [asked]);

  useEffect(() => {
    reload();
    window.addEventListener("focus", reload);
    return () => {
      turn.current++;
      window.removeEventListener("focus", reload);
    };
  }, [reload, since]);

  const data = answer?.asked === asked ? answer.data : null;
  return { data, loading, problem, reload };
}
