import { useEffect, useId, useRef, type ReactNode } from "react";
import { TimeLeft } from "./time-left.tsx";

export interface AskedProps {
  title: ReactNode;
  endsAt: number;
  /** How many more questions wait. */
  waiting: number;
  problem: string | null;
  /** The answers, Deny first. */
  answers: ReactNode;
  children: ReactNode;
}

/** The frame of a question. It takes the focus itself, so that it is read out, and no answer has it by default. */
export function Asked({ title, endsAt, waiting, problem, answers, children }: AskedProps): React.JSX.Element {
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => frame.current?.focus(), []);
  return (
    <section
      ref={frame}
      className="question-frame"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-about`}
      tabIndex={-1}
    >
      <h1 id={`${id}-title`}>{title}</h1>
      <div id={`${id}-about`} className="question-about">
        {children}
      </div>
      <div className="question-end">
        {problem !== null && (
          <p className="question-problem" role="alert">
            {problem}
          </p>
        )}
        <TimeLeft endsAt={endsAt} />
        <div className="question-answers">{answers}</div>
        {waiting > 0 && (
          <p className="soft small">
            {waiting === 1 ? "One more question waits." : `${waiting} more questions wait.`}
          </p>
        )}
      </div>
    </section>
  );
}
