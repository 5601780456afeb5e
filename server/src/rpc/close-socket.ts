import type { WebSocket } from "ws";

/** Close codes of our own (RFC 6455 leaves 4000 to 4999 to applications). */
export const CLOSE_NOT_SIGNED_IN = 4401;
/** As HTTP's 426, "upgrade required". */
export const CLOSE_OUTDATED = 4426;
export const CLOSE_RECONNECT = 4503;

/** A peer that does not answer the close is not left half-open with a dead key. */
export function closeFor(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), 500).unref();
}
