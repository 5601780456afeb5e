declare const cursorBrand: unique symbol;
/** A place in a team's stream, as text: `epoch:seq:check`. */
export type Cursor = string & { readonly [cursorBrand]: true };

export interface StreamPosition {
  /** Changes when history is restored. */
  epoch: string;
  /** The event's number in the team's gapless stream; 0 is before the first. */
  seq: number;
  /** The event's own check value: tells a seq that was used again after a failover. */
  check: string;
}

const CURSOR_SHAPE = /^([0-9a-f]{8}):(0|[1-9]\d{0,14}):([0-9a-f]{8})$/;

export function formatCursor({ epoch, seq, check }: StreamPosition): Cursor {
  return `${epoch}:${seq}:${check}` as Cursor;
}

/** Null where the text is no cursor of ours. */
export function parseCursor(text: string): StreamPosition | null {
  const [, epoch, seq, check] = CURSOR_SHAPE.exec(text) ?? [];
  if (epoch === undefined || seq === undefined || check === undefined) return null;
  return { epoch, seq: Number(seq), check };
}
