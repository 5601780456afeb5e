import type { ReactNode } from "react";
import { Banner } from "./marks.tsx";
import { ErrorState, Loading } from "./states.tsx";
import { Button } from "./button.tsx";
import { texts } from "../texts.ts";
import type { Query } from "./use-query.ts";

interface QueryViewProps<Output> {
  query: Query<Output>;
  /** Said while it loads for the first time. */
  loading: string;
  children: (data: Output) => ReactNode;
}

/** What a query gave, or its loading and error state; older data stays, under a line that says so. */
export function QueryView<Output>(props: QueryViewProps<Output>): React.JSX.Element {
  const { query, loading, children } = props;
  if (query.data === null) {
    if (query.problem === null) return <Loading label={loading} place="start" />;
    return <ErrorState problem={query.problem} onRetry={query.reload} busy={query.loading} place="start" />;
  }
  return (
    <>
      {query.problem && (
        <Banner
          tone="warn"
          actions={
            <Button onPress={query.reload} busy={query.loading}>
              {texts.parts.tryAgain}
            </Button>
          }
        >
          {texts.parts.stale} {query.problem.message}
        </Banner>
      )}
      {children(query.data)}
    </>
  );
}
