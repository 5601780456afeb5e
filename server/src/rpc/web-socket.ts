import { once } from "node:events";
import { fail } from "@agentpass/shared/problem";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer, type WebSocket } from "ws";
import type { SignedIn } from "../actions/sign-in.ts";
import type { FeedSource } from "../publish/live-feed.ts";
import { keyIsLive } from "../store/keys.ts";
import { withTeam } from "../store/with-team.ts";
import { appRouter } from "./app-router.ts";
import { limitedConnection } from "./connection.ts";
import { lazySignIn } from "./signed-in.ts";

const MAX_FRAME_BYTES = 64 * 1024;
const MAX_BATCH = 20;
/** A socket that has not said who it is by then is closed. */
const SIGN_IN_MS = 5_000;
/** A half-open client is noticed within their sum (F7: 35 s). */
const PING_MS = 20_000;
const PONG_WAIT_MS = 15_000;

/** Close codes of our own (RFC 6455 leaves 4000 to 4999 to applications). */
const CLOSE_NOT_SIGNED_IN = 4401;
const CLOSE_RECONNECT = 4503;

/** How long clients may take to leave by themselves, and then to answer the close. */
const LEAVE_MS = 300;

export interface TrpcWebSocketServer {
  server: WebSocketServer;
  /** Tells every client to reconnect, then closes. */
  closeGracefully: () => Promise<void>;
}

/** tRPC over WebSocket with a limit on everything that its defaults leave open. Upgrade requests come from the HTTP server. */
export function trpcWebSocketServer(
  feed: FeedSource,
  onError: (error: unknown) => void,
): TrpcWebSocketServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const { store } = feed;
  server.on("connection", (socket) => {
    socket.on("error", onError);
    closeUnlessSignedIn(socket);
  });
  const handler = applyWSSHandler({
    wss: server,
    router: appRouter,
    keepAlive: { enabled: true, pingMs: PING_MS, pongWaitMs: PONG_WAIT_MS },
    experimental_encoder: { encode: JSON.stringify, decode: decodeBounded },
    createContext: ({ res: socket, info }) => {
      const key = info.connectionParams?.["key"] ?? null;
      return {
        store,
        feed,
        connection: limitedConnection(socket),
        signedIn: lazySignIn(store, key, (signedIn) => watchKey(feed, socket, { signedIn, onError })),
      };
    },
    onError: ({ error }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") onError(error.cause ?? error);
    },
  });
  return {
    server,
    async closeGracefully() {
      handler.broadcastReconnectNotification();
      const sockets = [...server.clients];
      await Promise.all(sockets.map(leave));
    },
  };
}

/** Make before break: a client that knows of another node has left by then; the others are closed. */
async function leave(socket: WebSocket): Promise<void> {
  if (socket.readyState === socket.CLOSED) return;
  const closed = once(socket, "close");
  const timer = setTimeout(() => socket.close(CLOSE_RECONNECT, "the server is shutting down"), LEAVE_MS);
  const cut = setTimeout(() => socket.terminate(), 2 * LEAVE_MS);
  await closed;
  clearTimeout(timer);
  clearTimeout(cut);
}

const signedInSockets = new WeakSet<WebSocket>();

function closeUnlessSignedIn(socket: WebSocket): void {
  const timer = setTimeout(() => {
    if (!signedInSockets.has(socket)) socket.close(CLOSE_NOT_SIGNED_IN, "no valid key within 5 s");
  }, SIGN_IN_MS);
  socket.on("close", () => clearTimeout(timer));
}

/** Closes the socket when its key is revoked: the stream tells it, in order with everything else. */
function watchKey(
  feed: FeedSource,
  socket: WebSocket,
  { signedIn, onError }: { signedIn: SignedIn; onError: (error: unknown) => void },
): void {
  signedInSockets.add(socket);
  const { teamId, keyId } = signedIn.viewer;
  const check = async (): Promise<void> => {
    const live = await withTeam(feed.store, teamId, (trx) =>
      keyIsLive(trx, { keyId, now: feed.store.clock() }),
    );
    if (!live) closeForGood(socket);
  };
  const followed = feed.streams.follow(teamId, (events) => {
    if (events.some((event) => event.type === "key.changed" && event.keyId === keyId)) check().catch(onError);
  });
  // Revoked between signing in and following: look once more.
  followed.then(check).catch(onError);
  socket.on("close", () => void followed.then(({ stop }) => stop()).catch(() => {}));
}

/** A peer that does not answer the close is not left half-open with a dead key. */
function closeForGood(socket: WebSocket): void {
  socket.close(CLOSE_NOT_SIGNED_IN, "the key is no longer valid");
  setTimeout(() => socket.terminate(), 500).unref();
}

function decodeBounded(data: unknown): unknown {
  if (typeof data !== "string") return fail("invalid_input", "Frames must be text.");
  const decoded: unknown = JSON.parse(data);
  if (Array.isArray(decoded) && decoded.length > MAX_BATCH)
    fail("invalid_input", `A frame holds ${decoded.length} calls; at most ${MAX_BATCH} are taken.`);
  return decoded;
}
