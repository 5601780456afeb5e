import { fail, ProblemError } from "@agentpass/shared/problem";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer, type WebSocket } from "ws";
import type { Viewer } from "../domain/access.ts";
import { appRouter } from "./app-router.ts";
import { CLOSE_NOT_SIGNED_IN, CLOSE_OUTDATED, CLOSE_RECONNECT, closeFor } from "./close-socket.ts";
import { limitedConnection } from "./connection.ts";
import type { ApiSource, Connection } from "./context.ts";
import { encodeFrame } from "./feed-frame.ts";
import { lazySignIn } from "./signed-in.ts";
import { watchKey } from "./watch-key.ts";

const MAX_FRAME_BYTES = 64 * 1024;
const MAX_BATCH = 20;
/** A socket that has not said who it is by then is closed. */
const SIGN_IN_MS = 5_000;
/** A half-open client is noticed within their sum (F7: 35 s). */
const PING_MS = 20_000;
const PONG_WAIT_MS = 15_000;

/** How long clients may take to leave by themselves, and then to answer the close. */
const LEAVE_MS = 300;

export interface TrpcWebSocketServer {
  server: WebSocketServer;
  /** Tells every client to reconnect, then closes. */
  closeGracefully: () => Promise<void>;
}

/** tRPC over WebSocket with a limit on everything that its defaults leave open. Upgrade requests come from the HTTP server. */
export function trpcWebSocketServer(feed: ApiSource, onError: (error: unknown) => void): TrpcWebSocketServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const { store } = feed;
  const peers = new WeakMap<WebSocket, Peer>();
  server.on("connection", (socket) => {
    socket.on("error", onError);
    const peer: Peer = { connection: limitedConnection(socket), signIn: "refused" };
    peers.set(socket, peer);
    closeUnlessSignedIn(socket, peer);
  });
  const handler = applyWSSHandler({
    wss: server,
    router: appRouter,
    keepAlive: { enabled: true, pingMs: PING_MS, pongWaitMs: PONG_WAIT_MS },
    experimental_encoder: { encode: encodeFrame, decode: decodeBounded },
    createContext: ({ req, res: socket, info }) => {
      const address = feed.callerAddress(req);
      const key = info.connectionParams?.["key"] ?? null;
      const version = info.connectionParams?.["version"] ?? null;
      const peer = peers.get(socket) ?? fail("unavailable", "This connection was not accepted.");
      const signedIn = lazySignIn(store, { key, address, version }, (known) => {
        peer.signIn = "done";
        watchKey(feed, socket, { signedIn: known, onError });
      });
      const whoAsks = () => noteOutcome(peer, signedIn);
      // At once, so that a connection that only listens is known; a failure is told to the call that asks next.
      if (key !== null) whoAsks().catch(() => {});
      return { store, feed, address, connection: peer.connection, signedIn: whoAsks };
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

interface Peer {
  connection: Connection;
  /** "undecided" where the database has not said whether the key is good. */
  signIn: "refused" | "outdated" | "undecided" | "done";
}

async function noteOutcome(peer: Peer, signedIn: () => Promise<Viewer>): Promise<Viewer> {
  if (peer.signIn === "refused") peer.signIn = "undecided";
  try {
    return await signedIn();
  } catch (error) {
    if (error instanceof ProblemError && peer.signIn === "undecided")
      peer.signIn = error.problem.code === "outdated" ? "outdated" : "refused";
    throw error;
  }
}

/** Make before break: a client that knows of another node has left by then; the others are closed. */
async function leave(socket: WebSocket): Promise<void> {
  if (socket.readyState === socket.CLOSED) return;
  // Not `once` of node:events: it rejects where the peer's last frame was broken.
  const closed = new Promise((resolve) => socket.once("close", resolve));
  const timer = setTimeout(() => socket.close(CLOSE_RECONNECT, "the server is shutting down"), LEAVE_MS);
  const cut = setTimeout(() => socket.terminate(), 2 * LEAVE_MS);
  await closed;
  clearTimeout(timer);
  clearTimeout(cut);
}

function closeUnlessSignedIn(socket: WebSocket, peer: Peer): void {
  const timer = setTimeout(() => {
    if (peer.signIn === "refused") closeFor(socket, CLOSE_NOT_SIGNED_IN, "no valid key within 5 s");
    if (peer.signIn === "outdated") closeFor(socket, CLOSE_OUTDATED, "client and server are too far apart");
    if (peer.signIn === "undecided") closeFor(socket, CLOSE_RECONNECT, "the key could not be looked up");
  }, SIGN_IN_MS);
  socket.on("close", () => clearTimeout(timer));
}

function decodeBounded(data: unknown): unknown {
  if (typeof data !== "string") return fail("invalid_input", "Frames must be text.");
  const decoded: unknown = JSON.parse(data);
  if (Array.isArray(decoded) && decoded.length > MAX_BATCH)
    fail("invalid_input", `A frame holds ${decoded.length} calls; at most ${MAX_BATCH} are taken.`);
  return decoded;
}
