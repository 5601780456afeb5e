import { WebSocket as NodeWebSocket, type ClientOptions } from "ws";

const HANDSHAKE_MS = 5_000;
/** Closing a dead peer politely takes `ws` 30 s; the socket is destroyed after this instead. */
const CLOSE_MS = 100;

/** The types of `ws` do not know `closeTimeout` yet. */
const options: ClientOptions & { closeTimeout: number } = {
  handshakeTimeout: HANDSHAKE_MS,
  closeTimeout: CLOSE_MS,
  perMessageDeflate: false,
};

class FeedSocket extends NodeWebSocket {
  constructor(url: string | URL) {
    super(url, [], options);
  }
}

/** The WebSocket for tRPC's client: it may not wait for a dead peer. Typed as the browser's, as tRPC asks for. */
export const feedSocket = FeedSocket as unknown as typeof WebSocket;

/** A half-open connection is noticed after at most the sum of these and the socket's closing time: below 2 s. */
export const feedKeepAlive = { enabled: true, intervalMs: 800, pongTimeoutMs: 700 };
