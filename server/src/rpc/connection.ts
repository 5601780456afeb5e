import { setTimeout as delay } from "node:timers/promises";
import { fail } from "@agentpass/shared/problem";
import type { WebSocket } from "ws";
import type { Connection } from "./context.ts";

/** A device follows one feed, perhaps a second while it reconnects; the rest is room for tools. */
const MAX_SUBSCRIPTIONS = 8;
/** Calls worked on at once; further ones wait, and while they wait nothing more is read from the peer. */
const MAX_CALLS = 16;
/** Bytes written but not taken by the peer, above which nothing more is written or read until half is taken. */
const FULL_BYTES = 256 * 1024;
const DRAIN_POLL_MS = 20;
/** A peer that takes nothing for so long is gone or hostile. */
const STUCK_MS = 30_000;

/** The limits of one WebSocket: without them nothing about it is bounded. Call it before anything else listens. */
export function limitedConnection(socket: WebSocket): Connection {
  let subscriptions = 0;
  let calls = 0;
  const waiting: (() => void)[] = [];
  const reading = createValve(socket);

  const ready = async (): Promise<void> => {
    if (socket.bufferedAmount < FULL_BYTES) return;
    for (
      let waited = 0;
      socket.bufferedAmount > FULL_BYTES / 2 && socket.readyState === socket.OPEN;
      waited += DRAIN_POLL_MS
    ) {
      if (waited >= STUCK_MS) socket.terminate();
      await delay(DRAIN_POLL_MS);
    }
  };
  // Every frame may be answered, also by an error or a PONG: a peer that takes no answers may not ask on.
  socket.on("message", () => {
    if (socket.bufferedAmount >= FULL_BYTES) void ready().finally(reading.hold());
  });

  return {
    ready,
    push(frame) {
      if (socket.readyState !== socket.OPEN || socket.bufferedAmount >= FULL_BYTES) return false;
      socket.send(frame, { binary: false });
      return true;
    },
    addSubscription(signal) {
      if (subscriptions >= MAX_SUBSCRIPTIONS)
        fail(
          "too_many_requests",
          `This connection has ${MAX_SUBSCRIPTIONS} subscriptions already; stop one first.`,
        );
      subscriptions += 1;
      let counted = true;
      const remove = (): void => {
        if (counted) subscriptions -= 1;
        counted = false;
      };
      signal.addEventListener("abort", remove, { once: true });
      return remove;
    },
    async inTurn(call) {
      if (calls >= MAX_CALLS) {
        const release = reading.hold();
        await new Promise<void>((resolve) => waiting.push(resolve));
        release();
      } else calls += 1;
      try {
        await ready();
        return await call();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else calls -= 1;
      }
    },
  };
}

/** Nothing is read from the peer while anybody holds. `hold` gives what ends it. */
function createValve(socket: WebSocket): { hold: () => () => void } {
  let holds = 0;
  return {
    hold() {
      holds += 1;
      socket.pause();
      return () => {
        holds -= 1;
        if (holds === 0) socket.resume();
      };
    },
  };
}
