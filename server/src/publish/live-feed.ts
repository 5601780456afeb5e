import { formatCursor, parseCursor, type Cursor } from "@agentpass/shared/cursor";
import type { FeedItem, GapReason } from "@agentpass/shared/feed";
import type { Viewer } from "../domain/access.ts";
import { checkOf, eventsAfter, teamState, type StreamEvent, type TeamState } from "../store/events.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";
import { hears, hearsAtOnce } from "./hearing.ts";
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
  /** The same where it takes no look at the store; undefined where it takes one. */
  itemAtOnce: (viewer: Viewer, event: StreamEvent) => FeedItem | null | undefined;
}

export interface FeedRequest {
  viewer: Viewer;
  /** From after this place; null: from now on. */
  cursor: string | null;
  signal: AbortSignal;
  /** Resolves when the reader can take more. */
  ready: () => Promise<void>;
  /** Gives the reader an entry past the generator, after all that came out of that; false: it cannot now. */
  push: (entry: FeedEntry) => boolean;
}

/** Takes an event past the generator, while that waits for the next one; false: it has to go through it. */
type Lane = (event: StreamEvent) => boolean;

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
  const lane: { take: Lane } = { take: () => false };
  const { stop, headSeq } = await source.streams.follow(viewer.teamId, (events) => {
    let taken = 0;
    if (inbox.isAwaited)
      for (const event of events)
        if (lane.take(event)) taken += 1;
        else break;
    if (taken < events.length) inbox.put(events.slice(taken));
  });
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return feed(source, request, { inbox, lane, headSeq, start: await startOf(source.store, request) });
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

interface Opened {
  inbox: Inbox;
  lane: { take: Lane };
  /** Of the stream when the inbox was put to it. */
  headSeq: number;
  start: Start;
}

async function* feed(
  source: FeedSource,
  { viewer, signal, ready, push }: FeedRequest,
  { inbox, lane, headSeq, start }: Opened,
): AsyncGenerator<FeedEntry> {
  const { epoch } = start;
  let { seq, check } = start;
  const here = (): Cursor => formatCursor({ epoch, seq, check });
  yield {
    cursor: here(),
    item: start.gap === null ? { type: "heartbeat" } : { type: "gap", reason: start.gap },
  };

  // What came after the stream's head is in the inbox.
  let catchingUp = start.seq < headSeq;
  let spokenAt = source.store.clock();
  lane.take = (event) => {
    if (event.seq !== seq + 1) return false;
    const heard = hearsAtOnce(source.store, viewer, event);
    const item = heard ? source.itemAtOnce(viewer, event) : null;
    if (heard === null || item === undefined) return false;
    if (item !== null && !push({ cursor: formatCursor({ epoch, seq: event.seq, check: event.check }), item }))
      return false;
    ({ seq, check } = event);
    if (item !== null) spokenAt = source.store.clock();
    return true;
  };
  // A clock that was set back has made a silence of unknown length, not of a negative one.
  const silence = (): number => Math.abs(source.store.clock() - spokenAt);
  while (!signal.aborted) {
    const events: StreamEvent[] | "missed" = catchingUp
      ? await eventsAfter(source.store, { teamId: viewer.teamId, seq, limit: PAGE })
      : await nextLive(inbox, { after: () => seq, untilMs: HEARTBEAT_MS - silence() });
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
    if (signal.aborted || silence() < HEARTBEAT_MS - TIMER_TOLERANCE_MS) continue;
    spokenAt = source.store.clock();
    yield { cursor: here(), item: { type: "heartbeat" } };
  }
}

interface Live {
  /** Of the last event given; it moves while nobody looks into the inbox. */
  after: () => number;
  untilMs: number;
}

/** Live events after a seq; empty after a silence; "missed" where the store has to be read. */
async function nextLive(inbox: Inbox, { after, untilMs }: Live): Promise<StreamEvent[] | "missed"> {
  const { events, overflowed } = await inbox.take(Math.min(Math.max(untilMs, 0), HEARTBEAT_MS));
  if (overflowed) return "missed";
  const seq = after();
  const fresh = events.filter((event) => event.seq > seq);
  const [first] = fresh;
  if (first && first.seq !== seq + 1) return "missed";
  return fresh;
}
