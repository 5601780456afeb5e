import { setTimeout as delay } from "node:timers/promises";
import { fail } from "@agentpass/shared/problem";
import type { WebSocket } from "ws";
import type { Connection } from "./context.ts";

/** A device follows one feed, perhaps a second while it reconnects; the rest is room for tools. */
const MAX_SUBSCRIPTIONS = 8;
/** Bytes written but not taken by the peer, above which nothing more is written until half is taken. */
const FULL_BYTES = 256 * 1024;
const DRAIN_POLL_MS = 20;
/** A peer that takes nothing for so long is gone or hostile. */
const STUCK_MS = 30_000;

/** The limits of one WebSocket: without them nothing about it is bounded. */
export function limitedConnection(socket: WebSocket): Connection {
  let subscriptions = 0;
  return {
    async ready() {
      if (socket.bufferedAmount < FULL_BYTES) return;
      for (
        let waited = 0;
        socket.bufferedAmount > FULL_BYTES / 2 && socket.readyState === socket.OPEN;
        waited += DRAIN_POLL_MS
      ) {
        if (waited >= STUCK_MS) socket.terminate();
        await delay(DRAIN_POLL_MS);
      }
    },
    addSubscription(signal) {
      if (subscriptions >= MAX_SUBSCRIPTIONS)
        fail(
          "too_many_requests",
          `This connection has ${MAX_SUBSCRIPTIONS} subscriptions already; stop one first.`,
        );
      subscriptions += 1;
      signal.addEventListener("abort", () => (subscriptions -= 1), { once: true });
    },
  };
}
