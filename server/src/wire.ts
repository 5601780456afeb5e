import path from "node:path";
import {
  AUDIT_HEADS_FILE,
  OWNER_KEY_FILE,
  SERVER_FILE,
  type ServerFile,
} from "@agentpass/shared/local-files";
import { fail } from "@agentpass/shared/problem";
import { VERSION } from "@agentpass/shared/version";
import { feedItem, feedItemAtOnce } from "./actions/feed-item.ts";
import { extractor } from "./actions/extractor.ts";
import { createInboundQueue } from "./actions/inbound-queue.ts";
import { readNotifications } from "./actions/read-notifications.ts";
import { createRefusals } from "./actions/refusals.ts";
import { storeInbound } from "./actions/store-inbound.ts";
import type { Config, Mode } from "./config/config.ts";
import { writeSecretFile } from "./config/data-folder.ts";
import { parseKeyRing } from "./crypto/key-ring.ts";
import type { InboundSms } from "./domain/inbound-sms.ts";
import { createLimits } from "./domain/limits.ts";
import type { NumberPool } from "./domain/number-pool.ts";
import { auditHeadsFile } from "./ops/audit-heads.ts";
import { createClock } from "./ops/clock.ts";
import type { Logger } from "./ops/logger.ts";
import { observeAll, type Observe } from "./ops/occurrence.ts";
import { createTeamStreams, type TeamStreams } from "./publish/team-streams.ts";
import type { ApiSource } from "./rpc/context.ts";
import { trpcHttpHandler } from "./rpc/http-handler.ts";
import { createPublicCallLimit } from "./rpc/public-call-limit.ts";
import { trpcWebSocketServer } from "./rpc/web-socket.ts";
import { databaseAnswers, refuseMismatch } from "./start/check-store.ts";
import { startChores } from "./start/chores.ts";
import { prepareTeam } from "./start/first-contents.ts";
import { homePage } from "./start/home-page.ts";
import { prepareNumbers } from "./start/prepare-numbers.ts";
import { startMonitoring, type Monitoring } from "./start/monitoring.ts";
import { masterKeys, type OpenDatabase } from "./start/open-database.ts";
import { openWakeUp, type NodesWakeUp } from "./start/open-wake-up.ts";
import { openPool } from "./store/database.ts";
import { createFreshAnswers } from "./store/fresh-answers.ts";
import { gatewayNamed, gatewayNumbers } from "./store/gateways.ts";
import { createReceiptNotes } from "./store/receipt-notes.ts";
import type { Store } from "./store/store.ts";
import { withTeam } from "./store/with-team.ts";
import { startReconciler, type Reconciler } from "./twilio/reconcile.ts";
import { createTwilioClient, type TwilioClient } from "./twilio/twilio-client.ts";
import { acceptUpgrades } from "./transport/accept-upgrades.ts";
import { createCallerAddress } from "./transport/caller-address.ts";
import { createDrain } from "./transport/drain.ts";
import { createHttpApp } from "./transport/http-server.ts";
import { createHttpServer, listen, localHost } from "./transport/listen.ts";
import { createRequestGuard } from "./transport/upgrade-guard.ts";
import { createNumberMarket } from "./twilio/number-market.ts";
import { createGatewayRoute } from "./webhook/gateway-route.ts";
import { webhookPoster } from "./webhook/webhook-poster.ts";
import { createNotificationsRoute } from "./webhook/notifications-route.ts";
import { SMS_PATH } from "./webhook/signed-request.ts";
import { createSmsRoute } from "./webhook/sms-route.ts";
import type { WebhookAccount } from "./webhook/verify-signature.ts";

export interface RunningServer {
  /** Where programs on this machine reach it. */
  localUrl: string;
  /** Numbers that real providers may send to, or simulated ones. */
  numbers: number;
  /** Drains and ends everything; resolves when the data folder is free. */
  stop(): Promise<void>;
}

/** A stopping server lets orders at Twilio end for so long; the others are looked up by whoever runs next. */
const ORDERS_END_MS = 3_000;

const pools: Readonly<Record<Mode, NumberPool>> = { mock: "mock", twilio: "real", gateway: "gateways" };

/**
 * Builds the server from its configuration and starts it on the database, which it closes with everything else. Throws a
 * problem, in words for people, where it cannot run.
 */
export async function startServer(
  config: Config,
  log: Logger,
  database: OpenDatabase,
): Promise<RunningServer> {
  const closers: (() => Promise<void> | void)[] = [() => database.close()];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    return { ...(await start({ config, log, database, closers })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What it opens, it notes in `closers`, to be closed in reverse. */
async function start({
  config,
  log,
  database,
  closers,
}: {
  config: Config;
  log: Logger;
  database: OpenDatabase;
  closers: (() => Promise<void> | void)[];
}): Promise<Omit<RunningServer, "stop">> {
  const onError = (err: unknown): void => log.error("Background work failed and will be repeated", { err });
  const keyRing = parseKeyRing((await masterKeys(config)).reveal());

  const onBroken = (err: Error): void => log.warn("A database connection broke", { err });
  const app = openPool(database.connection, "agentpass_app", onBroken);
  const ingest = openPool(database.connection, "agentpass_ingest", onBroken);
  closers.push(async () => void (await Promise.all([app.db.destroy(), ingest.db.destroy()])));

  const stopping = new AbortController();
  const observers: Observe[] = [];
  const observe = observeAll(observers, onError);
  const twilio = twilioClient(config, { signal: stopping.signal, observe });
  let localUrl = "";
  const market =
    twilio &&
    createNumberMarket({
      client: twilio,
      webhookUrl: () => `${config.apiUrl ?? localUrl}${SMS_PATH}`,
      webhookSecret: config.webhookSecret,
      onError,
    });
  closers.push(() => market?.settled());
  const store: Store = {
    app: app.db,
    ingest: ingest.db,
    ingestPool: ingest.pool,
    mode: config.mode === "mock" ? "mock" : "live",
    pool: pools[config.mode],
    market,
    keyRing,
    clock: createClock(),
    freshAnswers: createFreshAnswers(() => performance.now()),
    knownAgents: new Map(),
    knownShares: new Map(),
    limits: createLimits(() => performance.now()),
    receiptNotes: createReceiptNotes(),
    refusals: {
      note: (refusal) => refusals.note(refusal),
      noteSignIn: (named) => refusals.noteSignIn(named),
    },
    auditHeads: auditHeadsFile(path.join(config.dataFolder, AUDIT_HEADS_FILE)),
    observe,
    wakeUp: (teamId, events) => wakeUp.send(teamId, events),
  };
  const refusals = createRefusals(store, onError);
  closers.push(() => refusals.sum());
  const streams = createTeamStreams(store, onError);
  closers.push(() => streams.close());
  const wakeUp = openWakeUp(config, { connection: database.connection, streams, log, onBroken });
  closers.push(() => wakeUp.close());

  await refuseMismatch(config, store);
  const teamId = await prepareTeam(store, config.dataFolder);
  const { accounts, numbers } = await prepareNumbers(config, store, teamId);
  closers.push(
    startChores({ store, refusals, log, twilio, maintain: (now) => database.maintain(now), onError }),
  );

  const served = await serve({ config, log, store, streams, wakeUp, accounts, twilio, observers });
  const { url, drain, reconciler, monitoring } = served;
  localUrl = url;
  // Requests under way may still need Twilio; after them nothing does.
  closers.push(() => Promise.all([monitoring.stop(), reconciler?.stop()]).then(() => {}));
  closers.push(() => stopping.abort());
  closers.push(() => market?.settled(ORDERS_END_MS));
  closers.push(drain);
  const file: ServerFile = {
    url,
    ...(config.apiUrl === null ? {} : { publicUrl: config.apiUrl }),
    pid: process.pid,
    mode: config.mode,
    node: process.execPath,
    version: VERSION,
  };
  await writeSecretFile(path.join(config.dataFolder, SERVER_FILE), `${JSON.stringify(file, null, 2)}\n`);
  return { localUrl: url, numbers };
}

/** The account's client; null in mock mode. `signal` ends what it has under way. */
function twilioClient(
  { twilio }: Config,
  context: { signal: AbortSignal; observe: Observe },
): TwilioClient | null {
  const [authToken, ...otherTokens] = twilio?.authTokens ?? [];
  if (twilio === null || authToken === undefined) return null;
  return createTwilioClient({
    accountSid: twilio.accountSid,
    authToken,
    otherTokens,
    baseUrl: twilio.apiBaseUrl,
    ...context,
  });
}

interface Parts {
  config: Config;
  log: Logger;
  store: Store;
  streams: TeamStreams;
  wakeUp: NodesWakeUp;
  accounts: WebhookAccount[];
  twilio: TwilioClient | null;
  /** Filled in, before anything is served. */
  observers: Observe[];
}

interface Served {
  url: string;
  drain: () => Promise<void>;
  reconciler: Reconciler | null;
  monitoring: Monitoring;
}

async function serve(parts: Parts): Promise<Served> {
  const { config, log, store, streams, wakeUp, accounts, twilio, observers } = parts;
  const onError = (err: unknown): void => log.error("A request failed", { err });
  let port = config.port;
  let reconciler: Reconciler | null = null;
  const localUrl = (): string => `http://${localHost(config.host)}:${port}`;
  const publicUrl = (): string => config.apiUrl ?? localUrl();
  const callerAddress = createCallerAddress(config.trustedProxies);
  const monitoring = await startMonitoring({
    config,
    log,
    store,
    readings: {
      sockets: () => sockets.server.clients.size,
      queued: () => queue.waiting,
      reconciler: () => reconciler?.counters ?? null,
      natsUp: wakeUp.natsUp,
    },
    publicUrl,
    callerAddress,
  });
  observers.push(...monitoring.observers);
  const feed: ApiSource = {
    store,
    streams,
    itemOf: (viewer, event) => feedItem(store, viewer, event),
    itemAtOnce: feedItemAtOnce,
    publicUrl,
    callerAddress,
    publicCalls: createPublicCallLimit(store.clock),
    postToWebhook: webhookPoster(config.webhookSecret),
    postToChat: monitoring.postToChat,
  };
  const queue = createInboundQueue({
    storeBatch: (batch) => storeInbound(store, batch),
    now: () => performance.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onError: (err) => {
      log.error("A batch of messages was not stored and will be tried again", { err });
      reconciler?.soon();
    },
  });
  const sockets = trpcWebSocketServer(feed, onError);
  const guard = createRequestGuard({ apiUrl: config.apiUrl, host: config.host, port: () => port });
  const keyFile = path.join(config.dataFolder, OWNER_KEY_FILE);
  const webhook = {
    callerAddress,
    baseUrl: publicUrl,
    webhookSecret: config.webhookSecret,
    storeInbound: (sms: InboundSms) => queue.store(sms),
    log,
    observe: store.observe,
    now: store.clock,
  };
  const appOptions = {
    log,
    apiUrl: config.apiUrl,
    guard,
    readiness: () => drain.readiness(() => databaseAnswers(store))(),
    publicUrl,
    homePage: () => homePage(config, { localUrl: localUrl(), keyFile }),
    unguardedRoutes: [
      monitoring.keyedMetricsRoute,
      createSmsRoute({ ...webhook, accounts }),
      createGatewayRoute({
        ...webhook,
        gatewayNamed: (name) => gatewayNamed(store, name),
        numbersOf: ({ teamId, name }) => withTeam(store, teamId, (trx) => gatewayNumbers(trx, name)),
      }),
    ],
    notificationsRoute: createNotificationsRoute({
      callerAddress,
      readMessages: ({ key, address }, number) =>
        readNotifications(store, { key: key.reveal(), address }, number),
      localUrl,
      keyFile,
    }),
    mounts: [
      { path: "/trpc", handler: trpcHttpHandler(feed, onError) },
      { path: "/metrics", handler: monitoring.metricsRoute },
    ],
  } as const;
  const server = createHttpServer(createHttpApp(appOptions));
  const drain = createDrain({ server, log, closeSockets: sockets.closeGracefully });
  const prefix = config.apiUrl === null ? "" : new URL(config.apiUrl).pathname.replace(/\/+$/, "");
  acceptUpgrades(server, { sockets: sockets.server, paths: [`${prefix}/trpc`, "/trpc"], guard });
  const listening = await listen(server, config);
  if (!listening.ok) {
    await monitoring.stop();
    return fail("unavailable", listening.message);
  }
  port = listening.port;
  // Nobody's first code shall wait for it.
  void extractor();
  if (twilio !== null)
    reconciler = startReconciler({ store, client: twilio, storeInbound: (sms) => queue.store(sms) }, log);
  return { url: localUrl(), drain: async () => void (await drain.drain()), reconciler, monitoring };
}
