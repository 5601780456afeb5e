import { useEffect, useState } from "react";
import type { QuestionAnswer } from "../../shared/question.ts";
import { UNREAD_MS } from "../../shared/unread.ts";

export interface Answering {
  /** False at first, when a press was meant for what was there before, and while an answer is on its way. */
  ready: boolean;
  /** Why the last answer did not count. */
  problem: string | null;
  answer: (answer: QuestionAnswer) => void;
}

/** Answers the question with which the calling component was drawn first. */
export function useAnswer(): Answering {
  const [read, setRead] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRead(true), UNREAD_MS);
    return () => clearTimeout(timer);
  }, []);
  const ready = read && !busy;
  const send = async (answer: QuestionAnswer): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const result = await window.agentpass.call("question.answer", answer);
    setBusy(false);
    if (!result.ok) setProblem(result.problem.message);
  };
  return { ready, problem, answer: (answer) => void (ready && send(answer)) };
}
