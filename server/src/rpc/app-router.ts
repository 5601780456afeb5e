import { agentRouter } from "./agent-router.ts";
import { feedRouter } from "./feed-router.ts";
import { keyRouter } from "./key-router.ts";
import { messageRouter } from "./message-router.ts";
import { numberRouter } from "./number-router.ts";
import { settingsRouter } from "./settings-router.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  agent: agentRouter,
  feed: feedRouter,
  key: keyRouter,
  message: messageRouter,
  number: numberRouter,
  settings: settingsRouter,
});

export type AppRouter = typeof appRouter;
