import type { StreamEvent } from "../store/events.ts";

/** Beyond this a slow reader's events are let go and read again from the store, so that it costs bounded memory. */
const LIMIT = 1_000;

/** Events waiting for one subscriber. */
export interface Inbox {
  put(events: readonly StreamEvent[]): void;
  /** All that waits; `overflowed`: some were let go, read on from the store. Waits for `untilMs` at most. */
  take(untilMs: number): Promise<{ events: StreamEvent[]; overflowed: boolean }>;
}

/** An aborted `signal` makes `take` give what there is at once. */
export function createInbox(signal: AbortSignal): Inbox {
  let events: StreamEvent[] = [];
  let overflowed = false;
  let notify = (): void => {};
  signal.addEventListener("abort", () => notify(), { once: true });
  return {
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
          const timer = setTimeout(resolve, untilMs);
          notify = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        notify = () => {};
      }
      const taken = { events, overflowed };
      events = [];
      overflowed = false;
      return taken;
    },
  };
}
