import { createHash, timingSafeEqual } from "node:crypto";
import type { Secret } from "@agentpass/shared/secret";
import type { Problem } from "@agentpass/shared/problem";
import express, { Router, type Express, type Request, type RequestHandler, type Response } from "express";
import type { Metrics } from "../ops/metrics/metrics.ts";
import type { CallerAddress } from "./caller-address.ts";
import { sendProblem } from "./problem-response.ts";
import { securityHeaders } from "./security-headers.ts";
import type { RequestGuard } from "./upgrade-guard.ts";

type Scraped = Pick<Metrics, "text" | "contentType">;

export interface MetricsRouteOptions {
  metrics: Scraped;
  callerAddress: CallerAddress;
  /** Null for an admin's key; else the problem with it. */
  refuseKey: (caller: { key: string | null; address: string | null }) => Promise<Problem | null>;
}

/** `GET /metrics` for METRICS_KEY, under any host: nodes are scraped by addresses of their own. Others go on to the guard. */
export function createKeyedMetricsRoute(metrics: Scraped, metricsKey: Secret | null): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get("/metrics", async (request, response, next) => {
    const key = bearerOf(request);
    if (key === null || metricsKey === null || !isSame(key, metricsKey.reveal())) next();
    else await sendMetrics(response, metrics);
  });
  return router;
}

/** `/metrics` on the server's own port, to be mounted there behind the guard: for an admin's key. */
export function createMetricsRoute({
  metrics,
  refuseKey,
  callerAddress,
}: MetricsRouteOptions): RequestHandler {
  return async (request, response, next) => {
    if (request.path !== "/") return next();
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.set("Allow", "GET, HEAD");
      return sendProblem(response, { code: "invalid_input", message: "This address takes GET." }, 405);
    }
    const key = bearerOf(request);
    const problem = await refuseKey({ key, address: callerAddress(request) });
    if (problem === null) return sendMetrics(response, metrics);
    if (problem.code === "not_signed_in")
      response.set("WWW-Authenticate", 'Bearer realm="AgentPass metrics"');
    sendProblem(response, problem);
  };
}

function bearerOf(request: Request): string | null {
  return /^Bearer +(\S{1,500})$/i.exec(request.get("authorization") ?? "")?.[1] ?? null;
}

/** The app of METRICS_PORT: metrics for everybody on this machine, and nothing else. */
export function createMetricsApp(metrics: Scraped, guard: RequestGuard): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag").set("trust proxy", false);
  app.use(securityHeaders);
  app.get("/metrics", async (request, response) => {
    const problem = guard(request);
    if (problem) sendProblem(response, problem);
    else await sendMetrics(response, metrics);
  });
  app.use((_request, response) => {
    sendProblem(response, { code: "not_found", message: "There is nothing but /metrics at this port." });
  });
  return app;
}

async function sendMetrics(response: Response, metrics: Scraped): Promise<void> {
  const text = await metrics.text();
  response.set({ "Content-Type": metrics.contentType, "Cache-Control": "no-store" }).send(text);
}

/** In a time that tells nothing of how much of it is right. */
function isSame(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
