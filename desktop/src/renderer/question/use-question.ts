import { useEffect, useState } from "react";
import type { QuestionView } from "../../shared/question.ts";

/** What main asks; null until it has told for the first time. */
export function useQuestion(): QuestionView | null {
  const [view, setView] = useState<QuestionView | null>(null);
  useEffect(() => {
    const stop = window.agentpass.on("question", setView);
    void window.agentpass.call("question.get", undefined).then((result) => {
      if (result.ok) setView((newer) => newer ?? result.value);
    });
    return stop;
  }, []);
  return view;
}
