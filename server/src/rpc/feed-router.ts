import { feedInput, type FeedItem } from "@agentpass/shared/feed";
import { tracked, type TrackedEnvelope } from "@trpc/server";
import { openFeed, type FeedEntry } from "../publish/live-feed.ts";
import { keyProcedure, router } from "./trpc.ts";

export const feedRouter = router({
  /**
   * The viewer's part of its team's stream: what came after the cursor, then live. Every item is tracked, since one
   * that is not erases the client's cursor. The feed is open before the client hears "started".
   */
  live: keyProcedure.input(feedInput).subscription(async ({ ctx, input, signal }) => {
    const aborted = signal ?? new AbortController().signal;
    ctx.connection?.addSubscription(aborted);
    const entries = await openFeed(ctx.feed, {
      viewer: ctx.viewer,
      cursor: input.lastEventId ?? null,
      signal: aborted,
      ready: ctx.connection?.ready ?? (async () => {}),
    });
    return trackAll(entries);
  }),
});

async function* trackAll(entries: AsyncGenerator<FeedEntry>): AsyncGenerator<TrackedEnvelope<FeedItem>> {
  for await (const { cursor, item } of entries) yield tracked(cursor, item);
}
