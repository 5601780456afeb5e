import type { Questions } from "../approvals/questions.ts";
import type { Handlers } from "../ipc/handlers.ts";
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

/** The calls of the window that asks, and the one that opens it for a person who closed it. */
export function questionHandlers(
  windows: AppWindows,
  questions: Questions,
): Pick<Handlers, "question.get" | "question.answer" | "questions.show"> {
  return {
    "question.get": () => questions.seen(),
    "question.answer": (answer) => questions.answer(answer),
    "questions.show": () => {
      if (questions.view.value.question === null) return;
      questions.seen();
      windows.show("question");
    },
  };
}
