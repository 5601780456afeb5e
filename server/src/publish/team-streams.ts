import type { Store } from "../store/store.ts";
import { eventsAfter, streamHeads, type StreamEvent } from "../store/events.ts";

export type StreamListener = (events: readonly StreamEvent[]) => void;

/**
 * The streams that somebody on this node follows, each read once from the store for all its followers. What a
 * wake-up says is only ever a hint: the store is read from the last seq, so nothing is lost with a hint.
 */
export interface TeamStreams {
  /**
   * Hears every event after the head as it is when the promise resolves, in order and without gaps, until `stop`.
   */
  follow(teamId: string, listener: StreamListener): Promise<{ headSeq: number; stop: () => void }>;
  /** Reads what is new of a team, if anybody here follows it. */
  wake(teamId: string): void;
  /** Reads what is new of every followed team: after a connection that brings hints was away. */
  wakeAll(): void;
  close(): void;
}

/** How late a code may be whose hint was lost (F4 allows 1 s). */
const SAFETY_POLL_MS = 500;
const PAGE = 500;

interface Stream {
  listeners: Set<StreamListener>;
  /** Seq of the last event given to the listeners; set once the head is known. */
  lastSeq: Promise<number>;
  reading: boolean;
  /** Woken while reading. */
  again: boolean;
}

/** `onError` hears of reads that failed; the safety poll repeats them. */
export function createTeamStreams(store: Store, onError: (error: unknown) => void): TeamStreams {
  const streams = new Map<string, Stream>();

  const headOf = async (teamId: string): Promise<number> =>
    (await streamHeads(store, [teamId])).get(teamId) ?? 0;

  const readOn = async (teamId: string, stream: Stream): Promise<void> => {
    let page: StreamEvent[];
    do {
      stream.again = false;
      page = await eventsAfter(store, { teamId, seq: await stream.lastSeq, limit: PAGE });
      const last = page.at(-1);
      if (!last) continue;
      stream.lastSeq = Promise.resolve(last.seq);
      for (const listener of stream.listeners) listener(page);
    } while (stream.again || page.length === PAGE);
  };

  const wake = (teamId: string): void => {
    const stream = streams.get(teamId);
    if (!stream) return;
    stream.again = true;
    if (stream.reading) return;
    stream.reading = true;
    readOn(teamId, stream)
      .catch(onError)
      .finally(() => {
        stream.reading = false;
        // Woken after the last look, before anybody could see that no more looks follow.
        if (stream.again) wake(teamId);
      });
  };

  const poll = async (): Promise<void> => {
    const heads = await streamHeads(store, [...streams.keys()]);
    for (const [teamId, head] of heads) {
      const stream = streams.get(teamId);
      if (stream && head > (await stream.lastSeq)) wake(teamId);
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
      const stream = streams.get(teamId) ?? {
        listeners: new Set(),
        lastSeq: headOf(teamId),
        reading: false,
        again: false,
      };
      streams.set(teamId, stream);
      stream.listeners.add(listener);
      const stop = (): void => {
        stream.listeners.delete(listener);
        if (stream.listeners.size === 0 && streams.get(teamId) === stream) streams.delete(teamId);
      };
      try {
        return { headSeq: await stream.lastSeq, stop };
      } catch (error) {
        // Whoever follows next must not inherit the failed look at the head.
        if (streams.get(teamId) === stream) streams.delete(teamId);
        throw error;
      }
    },
    wake,
    wakeAll: () => {
      for (const teamId of streams.keys()) wake(teamId);
    },
    close: () => clearInterval(timer),
  };
}
