import type { PoolState } from "@agentpass/shared/number-api";
import { numberStates } from "@agentpass/shared/number-api";
import { shortTime } from "../parts/times.ts";
import { useNow } from "../parts/use-now.ts";
import { stateWords } from "./number-actions.ts";
import { forecastWords } from "./pool-words.ts";
import { teamTexts } from "./team-texts.ts";

/** How many numbers are in which state, drawn and written, and what comes of it. */
export function PoolSummary({ state }: { state: PoolState }): React.JSX.Element {
  const now = useNow();
  const shown = numberStates.filter((name) => state.counts[name] > 0 || name === "available");
  const words = forecastWords(state, (at) => shortTime(Date.parse(at), now));
  return (
    <section aria-label={teamTexts.pool.summary}>
      <PoolBar counts={state.counts} />
      <dl className="pool-counts">
        {shown.map((name) => (
          <div key={name}>
            <dt>
              <span className={`pool-key pool-${name}`} aria-hidden="true" />
              {stateWords[name]}
            </dt>
            <dd className="numeric">{state.counts[name]}</dd>
          </div>
        ))}
      </dl>
      {words.map((sentence) => (
        <p key={sentence} className="soft">
          {sentence}
        </p>
      ))}
    </section>
  );
}

function PoolBar({ counts }: Pick<PoolState, "counts">): React.JSX.Element {
  const total = numberStates.reduce((sum, name) => sum + counts[name], 0);
  const parts: { name: string; x: number; width: number }[] = [];
  let x = 0;
  for (const name of numberStates) {
    const width = total === 0 ? 0 : (100 * counts[name]) / total;
    parts.push({ name, x, width });
    x += width;
  }
  return (
    <svg className="pool-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ name, x, width }) => (
        <rect key={name} className={`pool-fill pool-fill-${name}`} x={x} y={0} width={width} height={1} />
      ))}
    </svg>
  );
}
