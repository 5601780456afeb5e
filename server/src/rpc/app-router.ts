import { agentRouter } from "./agent-router.ts";
import { feedRouter } from "./feed-router.ts";
import { router } from "./trpc.ts";

export const appRouter = router({ agent: agentRouter, feed: feedRouter });

export type AppRouter = typeof appRouter;
