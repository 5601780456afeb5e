import type { StreamEvent } from "../store/events.ts";

/** Beyond this a slow reader's events are let go and read again from the store, so that it costs bounded memory. */
const LIMIT = 1_000;

/** Events waiting for one subscriber. */
export interface Inbox {
  put(events: readonly StreamEvent[]): void;
  /** All that waits; `overflowed`: some were let go, read on from the store. Waits for `untilMs` at most. */
  take(untilMs: number): Promise<{ events: StreamEvent[]; overflowed: boolean }>;
  /** Whether its reader has done with all that was put, and waits for more. */
  readonly isAwaited: boolean;
}

/** An aborted `signal` makes `take` give what there is at once. */
export function createInbox(signal: AbortSignal): Inbox {
  let events: StreamEvent[] = [];
  let overflowed = false;
  let wake: (() => void) | null = null;
  const notify = (): void => {
    wake?.();
    wake = null;
  };
  signal.addEventListener("abort", notify, { once: true });
  return {
    get isAwaited() {
      return wake !== null;
    },
    put(more) {
      if (events.length + more.length > LIMIT) {
        events = [];
        overflowed = true;
      } else if (!overflowed) events.push(...more);
      notify();
    },
    async take(untilMs) {
      if (events.length === 0 && !overflowed && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(notify, untilMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const taken = { events, overflowed };
      events = [];
      overflowed = false;
      return taken;
    },
  };
}
