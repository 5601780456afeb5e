import type { Store } from "../store/store.ts";
import { eventsAfter, streamHeads, type StreamEvent } from "../store/events.ts";
import type { FollowWatcher, WakeUpTarget } from "./wake-up.ts";

export type StreamListener = (events: readonly StreamEvent[]) => void;

/**
 * The streams that somebody on this node follows, each read once from the store for all its followers. What a
 * wake-up says is only ever a hint: the store is read from the last seq, so nothing is lost with a hint.
 */
export interface TeamStreams extends WakeUpTarget {
  /**
   * Hears every event after the head as it is when the promise resolves, in order and without gaps, until `stop`.
   */
  follow(teamId: string, listener: StreamListener): Promise<{ headSeq: number; stop: () => void }>;
  close(): void;
}

/** How late a code may be whose hint was lost (F4 allows 1 s). */
const SAFETY_POLL_MS = 500;
const PAGE = 500;

interface Stream {
  listeners: Set<StreamListener>;
  /** Resolves with the head as it was when the first follower came. */
  head: Promise<number>;
  /** Seq of the last event given to the listeners; null until the head is known. */
  lastSeq: number | null;
  reading: boolean;
  /** Woken while reading. */
  again: boolean;
}

/** `onError` hears of reads that failed; the safety poll repeats them. */
export function createTeamStreams(store: Store, onError: (error: unknown) => void): TeamStreams {
  const streams = new Map<string, Stream>();
  let watcher: FollowWatcher = { began() {}, ended() {} };

  const give = (stream: Stream, events: readonly StreamEvent[], last: StreamEvent): void => {
    stream.lastSeq = last.seq;
    for (const listener of stream.listeners) listener(events);
  };

  /** Reads until nothing is new. `reading` is cleared in the same moment as the last look at `again`. */
  const readOn = async (teamId: string, stream: Stream): Promise<void> => {
    stream.reading = true;
    try {
      await stream.head;
      let full = false;
      do {
        stream.again = false;
        const page = await eventsAfter(store, { teamId, seq: stream.lastSeq ?? 0, limit: PAGE });
        full = page.length === PAGE;
        const last = page.at(-1);
        if (last) give(stream, page, last);
      } while (full || stream.again);
    } finally {
      stream.reading = false;
    }
  };

  const wake = (teamId: string, events: readonly StreamEvent[] = []): void => {
    const stream = streams.get(teamId);
    if (!stream) return;
    stream.again = true;
    if (stream.reading) return;
    const last = events.at(-1);
    if (last && stream.lastSeq !== null && events[0]?.seq === stream.lastSeq + 1) give(stream, events, last);
    else if (!last || stream.lastSeq === null || last.seq > stream.lastSeq)
      readOn(teamId, stream).catch(onError);
  };

  const followNew = (teamId: string): Stream => {
    const stream: Stream = {
      listeners: new Set(),
      head: headOf(teamId),
      lastSeq: null,
      reading: false,
      again: false,
    };
    stream.head.then(
      (seq) => (stream.lastSeq ??= seq),
      // Whoever follows next must not inherit the failed look at the head.
      () => forget(teamId, stream),
    );
    streams.set(teamId, stream);
    watcher.began(teamId);
    return stream;
  };

  const forget = (teamId: string, stream: Stream): void => {
    if (streams.get(teamId) !== stream) return;
    streams.delete(teamId);
    watcher.ended(teamId);
  };

  const headOf = async (teamId: string): Promise<number> =>
    (await streamHeads(store, [teamId])).get(teamId) ?? 0;

  const poll = async (): Promise<void> => {
    const heads = await streamHeads(store, [...streams.keys()]);
    for (const [teamId, head] of heads) {
      const stream = streams.get(teamId);
      if (stream && stream.lastSeq !== null && head > stream.lastSeq) wake(teamId);
    }
  };
  let polling = false;
  const timer = setInterval(() => {
    if (polling || streams.size === 0) return;
    polling = true;
    poll()
      .catch(onError)
      .finally(() => (polling = false));
  }, SAFETY_POLL_MS);

  return {
    async follow(teamId, listener) {
      const stream = streams.get(teamId) ?? followNew(teamId);
      stream.listeners.add(listener);
      const stop = (): void => {
        stream.listeners.delete(listener);
        if (stream.listeners.size === 0) forget(teamId, stream);
      };
      await stream.head;
      return { headSeq: stream.lastSeq ?? 0, stop };
    },
    wake,
    wakeAll: () => {
      for (const teamId of streams.keys()) wake(teamId);
    },
    followed: () => streams.keys(),
    watch: (one) => (watcher = one),
    close: () => clearInterval(timer),
  };
}
