import type { ReactNode } from "react";

export type Tone = "neutral" | "good" | "warn" | "bad" | "accent";

/** A word or two beside a thing: its state. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

interface BannerProps {
  tone?: "accent" | "warn" | "bad";
  children: ReactNode;
  /** Buttons at its end. */
  actions?: ReactNode;
}

/** Something to know about, across a view's width. */
export function Banner({ tone = "accent", children, actions }: BannerProps): React.JSX.Element {
  return (
    <div className={`banner banner-${tone}`} role="status">
      <p className="banner-text selectable">{children}</p>
      {actions}
    </div>
  );
}
