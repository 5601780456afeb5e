import { feedInput, feedItem, type FeedItem } from "@agentpass/shared/feed";
import { fail } from "@agentpass/shared/problem";
import { tracked, type TrackedEnvelope } from "@trpc/server";
import { openFeed, type FeedEntry } from "../publish/live-feed.ts";
import { feedFrame, onEncoded, type FrameHead } from "./feed-frame.ts";
import { keyProcedure, router } from "./trpc.ts";

export const feedRouter = router({
  /**
   * The viewer's part of its team's stream: what came after the cursor, then live. Every item is tracked, since one
   * that is not erases the client's cursor. The feed is open before the client hears "started". Over HTTP nothing
   * would bound it, or end it with its key.
   */
  live: keyProcedure
    .meta({
      permission: "key",
      counts: "upkeep",
      summary:
        "Sends what happens in the team, as far as the caller may hear of it: from a cursor on, then live.",
      items: feedItem,
    })
    .input(feedInput)
    .subscription(async ({ ctx, input, signal }) => {
      const { connection } = ctx;
      if (connection === null)
        return fail("invalid_input", "The feed comes over a WebSocket only; subscribe to it there.");
      const aborted = signal ?? new AbortController().signal;
      let head: FrameHead | null = null;
      const remove = connection.addSubscription(aborted);
      try {
        const entries = await openFeed(ctx.feed, {
          viewer: ctx.viewer,
          cursor: input.lastEventId ?? null,
          signal: aborted,
          ready: connection.ready,
          push: (entry) => head !== null && connection.push(feedFrame(head, entry)),
        });
        return trackAll(entries, (known) => (head = known));
      } catch (error) {
        // The connection stays open, and its signal unaborted.
        remove();
        throw error;
      }
    }),
});

/** `onHead`: how the frames of this subscription begin, once its first one has been sent. */
async function* trackAll(
  entries: AsyncGenerator<FeedEntry>,
  onHead: (head: FrameHead) => void,
): AsyncGenerator<TrackedEnvelope<FeedItem>> {
  let isFirst = true;
  for await (const { cursor, item } of entries) {
    if (isFirst) onEncoded(item, onHead);
    isFirst = false;
    yield tracked(cursor, item);
  }
}
