import type { NumberState, PoolNumber } from "@agentpass/shared/number-api";
import { Badge, type Tone } from "../parts/marks.tsx";
import { Moment } from "./moment.tsx";
import { stateWords } from "./number-actions.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.pool;

const tones: Record<NumberState, Tone> = {
  available: "good",
  leased: "accent",
  quarantined: "warn",
  suspended: "bad",
  retired: "neutral",
};

/** What a number is doing, and until when. */
export function NumberStateMark({ number }: { number: PoolNumber }): React.JSX.Element {
  const { state, quarantinedUntil, releasing, releasedAt } = number;
  return (
    <>
      <Badge tone={tones[state]}>{stateWords[state]}</Badge>{" "}
      {state === "quarantined" && quarantinedUntil !== null && (
        <span className="soft">
          {texts.until} <Moment at={quarantinedUntil} />
        </span>
      )}
      {releasing && <span className="soft">{texts.releasing}</span>}
      {releasedAt !== null && <span className="soft">{texts.givenBack}</span>}
    </>
  );
}
