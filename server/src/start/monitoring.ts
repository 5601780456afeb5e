import type { RequestHandler, Router } from "express";
import { fail } from "@agentpass/shared/problem";
import { VERSION } from "@agentpass/shared/version";
import { fleetReader } from "../actions/fleet-state.ts";
import { refuseMetricsKey } from "../actions/refuse-metrics-key.ts";
import type { Config, TraceTarget } from "../config/config.ts";
import { chatWebhook, type PostToChat } from "../ops/chat-webhook.ts";
import type { Logger } from "../ops/logger.ts";
import { createMetrics, type Metrics } from "../ops/metrics/metrics.ts";
import type { Observe } from "../ops/occurrence.ts";
import type { Readings } from "../ops/readings.ts";
import type { Store } from "../store/store.ts";
import type { CallerAddress } from "../transport/caller-address.ts";
import { createHttpServer, listen } from "../transport/listen.ts";
import { createKeyedMetricsRoute, createMetricsApp, createMetricsRoute } from "../transport/metrics-route.ts";
import { createRequestGuard } from "../transport/upgrade-guard.ts";
import { startAlerts } from "./alerts.ts";

export interface Monitoring {
  observers: readonly Observe[];
  /** For METRICS_KEY, under any host. */
  keyedMetricsRoute: Router;
  /** For an admin's key, behind the guard. */
  metricsRoute: RequestHandler;
  /** Null where no chat is set. */
  postToChat: PostToChat | null;
  /** Where METRICS_PORT listens; null where it is not set. */
  metricsUrl: string | null;
  stop: () => Promise<void>;
}

interface Monitored {
  config: Config;
  log: Logger;
  store: Store;
  readings: Omit<Readings, "fleet">;
  publicUrl: () => string;
  callerAddress: CallerAddress;
}

const LOOPBACK = "127.0.0.1";

/** Everything by which operators see how the server is: metrics, and where they are set, alerts and traces. */
export async function startMonitoring({
  config,
  log,
  store,
  readings,
  publicUrl,
  callerAddress,
}: Monitored): Promise<Monitoring> {
  const fleet = fleetReader(store);
  const metrics = createMetrics({
    version: VERSION,
    mode: config.mode,
    readings: { ...readings, fleet },
    onError: (err) => log.warn("A scrape found the database away", { err }),
  });
  const tracer = config.traces === null ? null : await startTracer(config.traces, store.clock, log);
  const postToChat = config.alertWebhookUrl === null ? null : chatWebhook(config.alertWebhookUrl);
  const port = await openMetricsPort(config, metrics);
  // Last, since it begins to work at once.
  const alerts = postToChat && startAlerts({ store, fleet, post: postToChat, from: publicUrl }, log);
  return {
    observers: [metrics, tracer, alerts].flatMap((part) => (part === null ? [] : [part.observe])),
    keyedMetricsRoute: createKeyedMetricsRoute(metrics, config.metricsKey),
    metricsRoute: createMetricsRoute({
      metrics,
      callerAddress,
      refuseKey: (caller) => refuseMetricsKey(store, caller),
    }),
    postToChat,
    metricsUrl: port?.url ?? null,
    async stop() {
      await alerts?.stop();
      await port?.close();
      await tracer?.close();
      metrics.close();
    },
  };
}

/** Loaded only where traces are wanted. */
async function startTracer({ endpoint, headers }: TraceTarget, now: () => number, log: Logger) {
  const { createTracer } = await import("../ops/tracing/tracer.ts");
  return createTracer(
    {
      endpoint,
      headers,
      version: VERSION,
      onFault: (reason) => log.warn("Traces cannot be sent; the server goes on without", { reason }),
      onRecovery: (count) => log.info("Traces are sent again; some were lost", { count }),
    },
    now,
  );
}

async function openMetricsPort(
  { metricsPort }: Config,
  metrics: Metrics,
): Promise<{ url: string; close: () => Promise<void> } | null> {
  if (metricsPort === null) return null;
  let port = metricsPort;
  const guard = createRequestGuard({ apiUrl: null, host: LOOPBACK, port: () => port });
  const server = createHttpServer(createMetricsApp(metrics, guard));
  const listening = await listen(server, { host: LOOPBACK, port });
  if (!listening.ok) return fail("unavailable", `METRICS_PORT: ${listening.message}`);
  ({ port } = listening);
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://${LOOPBACK}:${port}/metrics`, close };
}
