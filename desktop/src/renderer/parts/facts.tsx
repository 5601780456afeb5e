import type { ReactNode } from "react";

/** Names and values, one a line; values can be selected. A list of pairs, since each fact has its place. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }): React.JSX.Element {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd className="selectable">{typeof value === "string" ? <bdi>{value}</bdi> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
