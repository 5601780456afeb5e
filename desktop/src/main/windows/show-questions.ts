import type { Questions } from "../approvals/questions.ts";
import type { AppWindows } from "./app-windows.ts";

/** How long the window stays to tell what became of the last question. */
const WORD_MS = 6_000;

/** Opens the window that asks when there is another question, and closes it when there is none. */
export function showQuestions(windows: AppWindows, questions: Questions): void {
  let shown = questions.view.value.question?.id;
  let closing: NodeJS.Timeout | undefined;
  questions.view.onChange((view) => {
    const { question, word } = view;
    clearTimeout(closing);
    windows.send("question", "question", view);
    if (question === null) {
      if (word === null || !windows.isVisible("question")) windows.close("question");
      else closing = setTimeout(() => windows.close("question"), WORD_MS);
    } else if (question.id !== shown) windows.show("question");
    shown = question?.id;
  });
}

/** For a person who closed the window and wants to answer after all. */
export function reopenQuestion(windows: AppWindows, questions: Questions): void {
  if (questions.view.value.question === null) return;
  questions.seen();
  windows.show("question");
}
