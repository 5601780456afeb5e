import type { Server, ServerResponse } from "node:http";
import type { Logger } from "../ops/logger.ts";
import type { Readiness } from "./health-routes.ts";

export interface DrainOptions {
  server: Server;
  log: Logger;
  /** Tells the sockets to reconnect elsewhere and closes them; a rejection is logged and ends nothing. */
  closeSockets: () => Promise<void>;
  /** How long requests under way may take; milliseconds. */
  timeoutMs?: number;
}

export interface Drain {
  /** Wraps a readiness check: not ready from the first moment of draining. */
  readiness(check: () => Promise<Readiness>): () => Promise<Readiness>;
  /** Drains once; later calls give the same promise. True when every request was answered in time. */
  drain(): Promise<boolean>;
}

const DRAIN_TIMEOUT_MS = 10_000;

/**
 * Ends a server without an error to any client: readiness fails first, new connections are refused, sockets are told,
 * requests under way are answered (each answer closes its connection), and what is left after the time is cut.
 * Create it before the server listens: it counts requests from then on.
 */
export function createDrain(options: DrainOptions): Drain {
  const { server, log } = options;
  const underWay = new Set<ServerResponse>();
  let draining: Promise<boolean> | null = null;
  let idle = (): void => {};

  server.prependListener("request", (_request, response) => {
    underWay.add(response);
    // On a connection kept alive a request may still come in: it is answered, and the connection ends with it.
    if (draining) response.setHeader("Connection", "close");
    response.once("close", () => {
      underWay.delete(response);
      if (underWay.size === 0) idle();
    });
  });

  const run = async (): Promise<boolean> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const response of underWay) if (!response.headersSent) response.setHeader("Connection", "close");
    server.closeIdleConnections();
    const sockets = options
      .closeSockets()
      .catch((err: unknown) => log.error("Sockets did not close", { err }));
    const answered = new Promise<void>((resolve) => {
      idle = resolve;
      if (underWay.size === 0) resolve();
    });
    const inTime = await before(Promise.all([answered, sockets]), options.timeoutMs ?? DRAIN_TIMEOUT_MS);
    if (!inTime) log.warn("Requests were cut at the end of the drain", { count: underWay.size });
    server.closeAllConnections();
    // Upgraded sockets are no longer the server's to close: it waits for them, we do not.
    await before(closed, 1_000);
    return inTime;
  };

  return {
    readiness: (check) => () =>
      draining ? Promise.resolve({ ready: false, reasons: ["The server is shutting down."] }) : check(),
    drain: () => (draining ??= run()),
  };
}

async function before(work: Promise<unknown>, ms: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), ms);
  const done = await Promise.race([work.then(() => true as const), promise]);
  clearTimeout(timer);
  return done;
}
