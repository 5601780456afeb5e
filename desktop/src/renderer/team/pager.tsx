import { useState } from "react";
import { Button } from "../parts/button.tsx";
import { teamTexts } from "./team-texts.ts";

export interface Pager<Cursor> {
  /** Of the page that is shown; undefined: the first. */
  cursor: Cursor | undefined;
  page: number;
  onward: (cursor: Cursor) => void;
  back: () => void;
  reset: () => void;
}

/** Walks a list that the server gives page by page. */
export function usePager<Cursor>(): Pager<Cursor> {
  const [cursors, setCursors] = useState<Cursor[]>([]);
  return {
    cursor: cursors.at(-1),
    page: cursors.length + 1,
    onward: (cursor) => setCursors([...cursors, cursor]),
    back: () => setCursors(cursors.slice(0, -1)),
    reset: () => setCursors([]),
  };
}

interface PagerButtonsProps<Cursor> {
  pager: Pager<Cursor>;
  /** Undefined: this is the last page. */
  next: Cursor | undefined;
}

/** Draws nothing where everything is on one page. */
export function PagerButtons<Cursor>({ pager, next }: PagerButtonsProps<Cursor>): React.JSX.Element | null {
  if (pager.page === 1 && next === undefined) return null;
  return (
    <nav className="row" aria-label={teamTexts.pages}>
      <Button disabled={pager.page === 1} onPress={pager.back}>
        {teamTexts.pageBack}
      </Button>
      <span className="soft">{teamTexts.page(pager.page)}</span>
      <Button
        disabled={next === undefined}
        onPress={() => {
          if (next !== undefined) pager.onward(next);
        }}
      >
        {teamTexts.pageOnward}
      </Button>
    </nav>
  );
}
