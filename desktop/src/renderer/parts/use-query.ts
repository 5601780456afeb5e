import type { Problem } from "@agentpass/shared/problem";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Outcome } from "./use-action.ts";

export interface Query<Output> {
  /** Null until it came for the first time; kept while it is asked for again, and where that fails. */
  data: Output | null;
  loading: boolean;
  problem: Problem | null;
  reload: () => void;
  /** Shows what a deed has just told, until it is asked for again. */
  change: (update: (data: Output) => Output) => void;
}

export interface QueryOptions<Output> {
  /** What is asked for: another one begins anew. */
  asked: string;
  ask: () => Promise<Outcome<Output>>;
  /** Asked again when this changes. */
  since?: unknown;
}

/** Something to be shown: asked for now, when `asked` or `since` changes, and when the person comes back to the window. */
export function useQuery<Output>({ asked, ask, since }: QueryOptions<Output>): Query<Output> {
  const [answer, setAnswer] = useState<{ asked: string; data: Output } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [loading, setLoading] = useState(true);
  const turn = useRef(0);
  const latest = useRef(ask);
  latest.current = ask;

  const reload = useCallback(() => {
    const mine = ++turn.current;
    setLoading(true);
    void latest.current().then((outcome) => {
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

  const change = useCallback(
    (update: (data: Output) => Output) => setAnswer((now) => now && { ...now, data: update(now.data) }),
    [],
  );
  const data = answer?.asked === asked ? answer.data : null;
  return { data, loading, problem, reload, change };
}
