import { agentRouter } from "./agent-router.ts";
import { auditRouter } from "./audit-router.ts";
import { feedRouter } from "./feed-router.ts";
import { keyRouter } from "./key-router.ts";
import { leaseRouter } from "./lease-router.ts";
import { messageRouter } from "./message-router.ts";
import { numberRouter } from "./number-router.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  agent: agentRouter,
  audit: auditRouter,
  feed: feedRouter,
  key: keyRouter,
  lease: leaseRouter,
  message: messageRouter,
  number: numberRouter,
});

export type AppRouter = typeof appRouter;
