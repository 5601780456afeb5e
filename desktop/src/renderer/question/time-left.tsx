import { useEffect, useState } from "react";

const FULL_SECONDS = 60;
/** Screen readers are told at these, not every second. */
const TOLD_AT = [10, 30];

/** How long a question is open still, drawn and in words. `endsAt`: epoch milliseconds. */
export function TimeLeft({ endsAt }: { endsAt: number }): React.JSX.Element {
  const seconds = useSecondsUntil(endsAt);
  const told = TOLD_AT.find((mark) => seconds <= mark && seconds > 0);
  return (
    <div className="question-time">
      <progress max={FULL_SECONDS} value={seconds} aria-label="Time left to answer" />
      <p className="soft small numeric" aria-hidden="true">
        {seconds > 0 ? `Denied in ${seconds} s without an answer` : "The time is over"}
      </p>
      <p className="unseen" role="status" aria-live="polite">
        {told === undefined ? "" : `${told} seconds left to answer.`}
      </p>
    </div>
  );
}

function useSecondsUntil(endsAt: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((endsAt - now) / 1000));
}
