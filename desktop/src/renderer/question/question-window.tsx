import { MessageAsked } from "./message-asked.tsx";
import { ProgramAsked } from "./program-asked.tsx";
import { useQuestion } from "./use-question.ts";

/** One question at a time; another one is drawn anew, so that no focus and no half-made answer goes over to it. */
export function QuestionWindow(): React.JSX.Element {
  const view = useQuestion();
  const question = view?.question ?? null;
  return (
    <main className="question">
      <p className="question-word" role="status">
        {view?.word}
      </p>
      {question?.kind === "message" && <MessageAsked key={question.id} question={question} />}
      {question?.kind === "first_contact" && <ProgramAsked key={question.id} question={question} />}
      {view !== null && question === null && <p className="question-none">There is nothing to answer.</p>}
    </main>
  );
}
