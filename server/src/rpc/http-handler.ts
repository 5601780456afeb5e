import { ProblemError } from "@agentpass/shared/problem";
import { VERSION_HEADER } from "@agentpass/shared/version";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import type { RequestHandler } from "express";
import { appRouter } from "./app-router.ts";
import type { ApiSource } from "./context.ts";
import { bearerKey, lazySignIn } from "./signed-in.ts";

/** A request body may hold this much: a wait with all its filters is a few KiB. */
const MAX_BODY_BYTES = 64 * 1024;
const MAX_BATCH = 20;

/** tRPC over HTTP, for commands and scripts. `onError` hears of bugs only. */
export function trpcHttpHandler(feed: ApiSource, onError: (error: unknown) => void): RequestHandler {
  const { store } = feed;
  return createExpressMiddleware({
    router: appRouter,
    createContext: ({ req }) => {
      const address = feed.callerAddress(req);
      const key = bearerKey(req.headers.authorization);
      const version = req.get(VERSION_HEADER) ?? null;
      const signedIn = lazySignIn(store, { key, address, version });
      return { store, feed, address, connection: null, signedIn };
    },
    responseMeta: ({ errors }) => {
      const waits = errors.map(({ cause }) =>
        cause instanceof ProblemError ? cause.problem.retryAfterMs : 0,
      );
      const longest = Math.max(0, ...waits.map((wait) => wait ?? 0));
      return longest > 0 ? { headers: { "retry-after": String(Math.ceil(longest / 1000)) } } : {};
    },
    maxBodySize: MAX_BODY_BYTES,
    maxBatchSize: MAX_BATCH,
    onError: ({ error }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") onError(error.cause ?? error);
    },
  });
}
