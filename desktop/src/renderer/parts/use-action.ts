import type { Problem } from "@agentpass/shared/problem";
import { useCallback, useRef, useState } from "react";

export type Outcome<Output> = { ok: true; value: Output } | { ok: false; problem: Problem };

/** Something that a person can set off: whether it is under way, and what went wrong last. */
export interface Action<Input, Output> {
  /** Never throws. What is run while another run is under way goes on beside it; the last one's problem stands. */
  run: (input: Input) => Promise<Outcome<Output>>;
  busy: boolean;
  problem: Problem | null;
  /** Forgets the problem, e.g. when a dialog is opened anew. */
  clear: () => void;
}

export function useAction<Input, Output>(
  act: (input: Input) => Promise<Outcome<Output>>,
): Action<Input, Output> {
  const [running, setRunning] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef(0);
  const current = useRef(act);
  current.current = act;
  const run = useCallback(async (input: Input): Promise<Outcome<Output>> => {
    const turn = ++latest.current;
    setRunning((count) => count + 1);
    setProblem(null);
    const outcome = await current.current(input);
    setRunning((count) => count - 1);
    if (turn === latest.current && !outcome.ok) setProblem(outcome.problem);
    return outcome;
  }, []);
  const clear = useCallback(() => setProblem(null), []);
  return { run, busy: running > 0, problem, clear };
}
