import { shortTime } from "../parts/times.ts";
import { useNow } from "../parts/use-now.ts";
import { distanceText, type Instant } from "./formats.ts";
import { teamTexts } from "./team-texts.ts";

interface MomentProps {
  /** Null: it never was. */
  at: Instant | null;
}

/** A time as it is on the clock. */
export function Moment({ at }: MomentProps): React.JSX.Element {
  const now = useNow();
  if (at === null) return <>{teamTexts.never}</>;
  const date = new Date(at);
  return <time dateTime={date.toISOString()}>{shortTime(date.getTime(), now)}</time>;
}

/** How long ago a time was, or how far it is. */
export function Distance({ at }: MomentProps): React.JSX.Element {
  const now = useNow();
  if (at === null) return <>{teamTexts.never}</>;
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={shortTime(date.getTime(), now)}>
      {distanceText(at, { now })}
    </time>
  );
}
