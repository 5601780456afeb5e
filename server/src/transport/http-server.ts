import type { Problem } from "@agentpass/shared/problem";
import express, { Router, type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Logger } from "../ops/logger.ts";
import { createHealthRoutes, type Readiness } from "./health-routes.ts";
import { createHomePage, type HomePage } from "./home-page.ts";
import { createPairPage } from "./pair-page.ts";
import { sendProblem } from "./problem-response.ts";
import { nameRoute, requestLog } from "./request-log.ts";
import { securityHeaders } from "./security-headers.ts";
import type { RequestGuard } from "./upgrade-guard.ts";

export interface HttpAppOptions {
  log: Logger;
  /** The configured public base URL; its path is the prefix under which all routes answer too. */
  apiUrl: string | null;
  /** From `createRequestGuard`; guards every route but the unguarded ones. */
  guard: RequestGuard;
  readiness: () => Promise<Readiness>;
  homePage: () => HomePage;
  /** The base of links that are handed out. */
  publicUrl: () => string;
  /**
   * Webhooks, and what a key of its own opens: reached under whatever host a proxy or a scrape names, by callers that
   * prove who they are with every request, which no web page can.
   */
  unguardedRoutes: readonly Router[];
  notificationsRoute: Router;
  /** Further handlers behind the guard, e.g. tRPC at `/trpc`. */
  mounts?: readonly { path: `/${string}`; handler: RequestHandler }[];
}

/**
 * Builds the Express app. Every route answers with and without the path prefix of the API URL, because proxies differ
 * in whether they take it off; what is signed is the configured URL either way.
 */
export function createHttpApp(options: HttpAppOptions): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.enable("strict routing").enable("case sensitive routing");
  // Forwarded hosts are claims of the caller; whose address is believed, `caller-address.ts` says.
  app.set("trust proxy", false);
  app.use(requestLog(options.log), securityHeaders);
  const prefix = options.apiUrl === null ? "" : new URL(options.apiUrl).pathname.replace(/\/+$/, "");
  const routes = createRoutes(options);
  for (const route of options.unguardedRoutes) {
    if (prefix !== "") app.use(prefix, route);
    app.use(route);
  }
  app.use(guarded(options.guard));
  if (prefix !== "") app.use(prefix, routes);
  app.use(routes);
  app.use(((_request, response) => {
    sendProblem(response, { code: "not_found", message: "There is nothing at this address." });
  }) satisfies RequestHandler);
  app.use(errorResponse(options.log));
  return app;
}

function createRoutes(options: HttpAppOptions): Router {
  const routes = Router({ strict: true, caseSensitive: true });
  routes.use(createHealthRoutes(options));
  routes.use(createHomePage(options.homePage));
  routes.use(createPairPage(options.publicUrl));
  routes.use(options.notificationsRoute);
  for (const { path, handler } of options.mounts ?? [])
    routes.use(path, (request, response, next) => {
      nameRoute(response, path);
      return handler(request, response, next);
    });
  return routes;
}

function guarded(guard: RequestGuard): RequestHandler {
  return (request, response, next) => {
    const problem = guard(request);
    if (problem) sendProblem(response, problem);
    else next();
  };
}

/** A bug, or a request that Express could not read. The client learns nothing of the inside. */
function errorResponse(log: Logger): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- Express tells an error handler by its four parameters
  return (err: unknown, _request, response, next) => {
    const isClientFault = err instanceof URIError;
    if (!isClientFault) log.error("A request failed", { err });
    if (response.headersSent) return next(err);
    const problem: Problem = isClientFault
      ? { code: "invalid_input", message: "The address holds percent-encoding that is not valid." }
      : { code: "unavailable", message: "The server failed; its log says why." };
    sendProblem(response, problem, isClientFault ? 400 : 500);
  };
}
