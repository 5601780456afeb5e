import { feedInput, type FeedItem } from "@agentpass/shared/feed";
import { tracked, type TrackedEnvelope } from "@trpc/server";
import { keyProcedure, router } from "./trpc.ts";

export const feedRouter = router({
  /** The viewer's part of its team's stream: what came after the cursor, then live. Every item is tracked. */
  live: keyProcedure.input(feedInput).subscription(async function* (): AsyncGenerator<
    TrackedEnvelope<FeedItem>
  > {
    yield tracked("", { type: "heartbeat" });
  }),
});
