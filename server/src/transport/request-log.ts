import type { RequestHandler, Response } from "express";
import type { Logger } from "../ops/logger.ts";

/** Names the route for the log where Express does not know its pattern (a mounted handler). */
export function nameRoute(response: Response, pattern: string): void {
  response.locals["route"] = pattern;
}

/** One line a request: method, the route's pattern, status and duration. Never a URL, a query, a body or a header. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once("close", () => {
      const named: unknown = response.locals["route"];
      const matched: unknown = request.route?.path;
      const route = [named, matched].find((pattern) => typeof pattern === "string") ?? "(none)";
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      const fields = { method: request.method, route, status: response.statusCode, ms };
      if (response.statusCode >= 500) log.warn("request", fields);
      else log.debug("request", fields);
    });
    next();
  };
}
