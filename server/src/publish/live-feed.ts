import { formatCursor, parseCursor, type Cursor } from "@agentpass/shared/cursor";
import type { FeedItem, GapReason } from "@agentpass/shared/feed";
import type { Viewer } from "../domain/access.ts";
import { checkOf, eventsAfter, teamState, type StreamEvent, type TeamState } from "../store/events.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";
import { hears } from "./hearing.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import type { TeamStreams } from "./team-streams.ts";

export interface FeedEntry {
  cursor: Cursor;
  item: FeedItem;
}

export interface FeedSource {
  store: Store;
  streams: TeamStreams;
  /** What an event is to this viewer; null where it has nothing to show (any more). */
  itemOf: (viewer: Viewer, event: StreamEvent) => Promise<FeedItem | null>;
}

export interface FeedRequest {
  viewer: Viewer;
  /** From after this place; null: from now on. */
  cursor: string | null;
  signal: AbortSignal;
  /** Resolves when the reader can take more. */
  ready: () => Promise<void>;
}

/** The longest silence: a quiet viewer's cursor moves with the head at least this often. */
const HEARTBEAT_MS = 15_000;
/** Timers and the clock disagree by a little. */
const TIMER_TOLERANCE_MS = 50;
const PAGE = 200;
/** Of an event that is no longer retained: nobody can compare it. */
const UNKNOWN_CHECK = "00000000";

/**
 * Opens a viewer's feed: what came after the cursor, then live, in order, nothing twice. When the promise has
 * resolved, nothing that happens later can be missed. Ends when `signal` aborts.
 */
export async function openFeed(source: FeedSource, request: FeedRequest): Promise<AsyncGenerator<FeedEntry>> {
  const { viewer, signal } = request;
  const inbox = createInbox(signal);
  const { stop } = await source.streams.follow(viewer.teamId, (events) => inbox.put(events));
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return feed(source, request, { inbox, start: await startOf(source.store, request) });
  } catch (error) {
    stop();
    throw error;
  }
}

interface Start {
  epoch: string;
  seq: number;
  check: string;
  gap: GapReason | null;
}

async function startOf(store: Store, { viewer, cursor }: FeedRequest): Promise<Start> {
  return withTeam(store, viewer.teamId, async (trx) => {
    const head = await teamState(trx);
    if (cursor === null) return { ...head, gap: null };
    const position = parseCursor(cursor);
    const checkAt = async (seq: number): Promise<string | null> =>
      seq === head.seq ? head.check : checkOf(trx, seq);
    const check = position === null || position.seq > head.seq ? null : await checkAt(position.seq);
    const gap = gapOf(position, { head, check });
    if (gap === null && position !== null) return { ...position, gap };
    const seq = head.firstSeq - 1;
    return { epoch: head.epoch, seq, check: (await checkAt(seq)) ?? UNKNOWN_CHECK, gap };
  });
}

function gapOf(
  position: ReturnType<typeof parseCursor>,
  { head, check }: { head: TeamState; check: string | null },
): GapReason | null {
  if (position === null) return "malformed";
  if (position.epoch !== head.epoch) return "other_epoch";
  if (position.seq > head.seq) return "ahead";
  // The cursor of the event before the oldest one retained still leads to everything retained.
  if (position.seq < head.firstSeq - 1) return "too_old";
  if (check !== null && check !== position.check) return "foreign";
  return null;
}

async function* feed(
  source: FeedSource,
  { viewer, signal, ready }: FeedRequest,
  { inbox, start }: { inbox: Inbox; start: Start },
): AsyncGenerator<FeedEntry> {
  const { epoch } = start;
  let { seq, check } = start;
  const here = (): Cursor => formatCursor({ epoch, seq, check });
  yield {
    cursor: here(),
    item: start.gap === null ? { type: "heartbeat" } : { type: "gap", reason: start.gap },
  };

  let catchingUp = true;
  let spokenAt = source.store.clock();
  while (!signal.aborted) {
    const events: StreamEvent[] | "missed" = catchingUp
      ? await eventsAfter(source.store, { teamId: viewer.teamId, seq, limit: PAGE })
      : await nextLive(inbox, seq);
    if (events === "missed") {
      catchingUp = true;
      continue;
    }
    catchingUp &&= events.length === PAGE;
    const [first] = events;
    if (first && first.seq !== seq + 1) {
      // Retention was faster than this reader.
      [seq, check] = [first.seq - 1, UNKNOWN_CHECK];
      yield { cursor: here(), item: { type: "gap", reason: "too_old" } };
    }
    for (const event of events) {
      await ready();
      if (signal.aborted) return;
      ({ seq, check } = event);
      const item = (await hears(source.store, viewer, event)) ? await source.itemOf(viewer, event) : null;
      if (item === null) continue;
      spokenAt = source.store.clock();
      yield { cursor: here(), item };
    }
    if (signal.aborted || source.store.clock() - spokenAt < HEARTBEAT_MS - TIMER_TOLERANCE_MS) continue;
    spokenAt = source.store.clock();
    yield { cursor: here(), item: { type: "heartbeat" } };
  }
}

/** Live events after `seq`; empty after a silence; "missed" where the store has to be read. */
async function nextLive(inbox: Inbox, seq: number): Promise<StreamEvent[] | "missed"> {
  const { events, overflowed } = await inbox.take(HEARTBEAT_MS);
  if (overflowed) return "missed";
  const fresh = events.filter((event) => event.seq > seq);
  const [first] = fresh;
  if (first && first.seq !== seq + 1) return "missed";
  // Only what the replay had already given: nothing is new, but it was no silence either.
  return fresh.length === 0 && events.length > 0 ? nextLive(inbox, seq) : fresh;
}
