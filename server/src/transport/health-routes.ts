import { Router } from "express";
import type { Logger } from "../ops/logger.ts";

export interface Readiness {
  ready: boolean;
  /** Fixed sentences for operators; shown to anyone who asks, so nothing secret. */
  reasons: string[];
}

interface HealthOptions {
  readiness: () => Promise<Readiness>;
  log: Logger;
}

/** `/healthz`: 200 while the process lives. `/readyz`: 200 when requests should be sent here, else 503 with reasons. */
export function createHealthRoutes({ readiness, log }: HealthOptions): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    const { ready, reasons } = await readiness().catch((err: unknown) => {
      log.error("The readiness check failed", { err });
      return { ready: false, reasons: ["The readiness check failed; the log says why."] };
    });
    response
      .status(ready ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({ ready, reasons });
  });
  return router;
}
