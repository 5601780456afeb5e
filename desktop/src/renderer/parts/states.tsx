import type { Problem } from "@agentpass/shared/problem";
import type { ReactNode } from "react";
import { texts } from "../texts.ts";
import { Button } from "./button.tsx";

interface StateProps {
  title: string;
  children?: ReactNode;
  /** `start`: within a section, at its left; `centre`: the only thing in the view. */
  place?: "centre" | "start";
}

/** What a list says that has nothing to show: why, and what would fill it. */
export function EmptyState({ title, children, place = "centre" }: StateProps): React.JSX.Element {
  return (
    <div className={`state state-${place}`}>
      <p>
        <strong>{title}</strong>
      </p>
      {children && <div className="soft">{children}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  problem: Problem;
  onRetry?: () => void;
  busy?: boolean;
  place?: "centre" | "start";
}

/** What a list says that could not be had, in the problem's own words, with a way to try again. */
export function ErrorState(props: ErrorStateProps): React.JSX.Element {
  const { problem, onRetry, busy = false, place = "centre" } = props;
  return (
    <div className={`state state-${place}`} role="alert">
      <p className="selectable">{problem.message}</p>
      {onRetry && (
        <Button onPress={onRetry} busy={busy}>
          {texts.parts.tryAgain}
        </Button>
      )}
    </div>
  );
}

/** Stands where something will be in a moment. */
export function Loading({ label, place = "centre" }: { label: string; place?: "centre" | "start" }) {
  return (
    <p className={`state state-${place} soft`} role="status">
      {label}
    </p>
  );
}

/** A problem beside what was pressed; draws nothing where there is none. */
export function ProblemLine({ problem }: { problem: Problem | null }): React.JSX.Element | null {
  return problem === null ? null : (
    <p className="problem-line selectable" role="alert">
      {problem.message}
    </p>
  );
}
