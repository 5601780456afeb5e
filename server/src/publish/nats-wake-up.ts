import {
  connect,
  PermissionViolationError,
  type NatsConnection,
  type Subscription,
} from "@nats-io/transport-node";
import type { NatsSettings } from "../config/config.ts";
import type { Logger } from "../ops/logger.ts";
import { NATS_ANSWER_MS, natsOptions } from "./nats-connection.ts";
import type { WakeUp, WakeUpTarget } from "./wake-up.ts";

/** A lost server is tried again after half of this to one and a half of it. */
const RECONNECT_MS = 500;
/** A dead connection is replaced after two of these at most; until then the safety poll does its work. */
const PING_MS = 4_000;

/** Team ids are unique everywhere: several installations may share a NATS, and at worst wake a copy of themselves. */
const subjectOf = (teamId: string): string => `agentpass.wake.${teamId}`;

/**
 * Between nodes of one database: a subject a team, which a node hears only while it has followers of that team. A hint
 * is empty, sent after the commit and coalesced: one a team and round trip. It never waits, and needs no NATS to be
 * there: whatever hint is lost, the safety poll finds. This node is woken at once.
 */
export function natsWakeUp(
  settings: NatsSettings,
  target: WakeUpTarget,
  log: Logger,
): WakeUp & { natsUp: () => boolean } {
  const pending = new Set<string>();
  const subscriptions = new Map<string, Subscription>();
  const presence = createPresence(settings, log);
  let connection: NatsConnection | null = null;
  let sending = false;
  let closed = false;

  const listen = (to: NatsConnection, teamId: string): void => {
    // One that NATS refused is closed, and asked for anew with the next connection.
    if (subscriptions.get(teamId)?.isClosed() === false) return;
    const callback = (refused: Error | null): void => {
      if (refused === null) target.wake(teamId);
    };
    subscriptions.set(teamId, to.subscribe(subjectOf(teamId), { callback }));
  };

  const flush = async (): Promise<void> => {
    if (sending || connection === null) return;
    sending = true;
    try {
      while (pending.size > 0 && presence.up()) {
        for (const teamId of pending) connection.publish(subjectOf(teamId));
        pending.clear();
        await connection.flush();
      }
    } catch {
      // The connection broke, which its status tells; the other nodes' safety poll finds what this hint would have told.
    } finally {
      sending = false;
    }
  };

  const begin = (to: NatsConnection): void => {
    presence.came();
    for (const teamId of target.followed()) listen(to, teamId);
    target.wakeAll();
    void flush();
  };

  const run = async (): Promise<void> => {
    const opened = await connect({
      ...natsOptions(settings, "agentpass"),
      noEcho: true,
      waitOnFirstConnect: true,
      maxReconnectAttempts: -1,
      ignoreAuthErrorAbort: true,
      pingInterval: PING_MS,
      maxPingOut: 1,
      reconnectDelayHandler: () => {
        // The only way to end a client that has never been let in.
        if (closed) throw new Error("closed");
        return RECONNECT_MS * (0.5 + Math.random());
      },
    });
    if (closed) return opened.close();
    connection = opened;
    const statuses = opened.status();
    begin(opened);
    for await (const status of statuses) {
      if (status.type === "disconnect") presence.went();
      else if (status.type === "reconnect") begin(opened);
      else if (status.type === "error" && status.error instanceof PermissionViolationError)
        presence.refused();
    }
    connection = null;
    if (!closed) throw new Error("NATS's client has ended");
  };

  target.watch({
    began: (teamId) => connection && listen(connection, teamId),
    ended(teamId) {
      subscriptions.get(teamId)?.unsubscribe();
      subscriptions.delete(teamId);
    },
  });
  run().catch((err: unknown) => closed || log.error("NATS is given up; nodes find news by looking", { err }));
  return {
    natsUp: presence.up,
    send(teamId, events) {
      target.wake(teamId, events);
      pending.add(teamId);
      void flush();
    },
    async close() {
      closed = true;
      presence.close();
      const open = connection;
      connection = null;
      await open?.close();
    },
  };
}

/** Whether NATS is there, and says so in the log: once when it went, once when it is back. */
function createPresence({ servers }: NatsSettings, log: Logger) {
  const host = servers.join(",");
  let state: "expected" | "up" | "away" | "closed" = "expected";
  let isRefused = false;
  const went = (): void => {
    if (state === "away" || state === "closed") return;
    state = "away";
    log.warn(
      "NATS does not answer; nothing is lost, but codes that come in at other nodes may be half a second late",
      {
        host,
      },
    );
  };
  const impatient = setTimeout(went, NATS_ANSWER_MS);
  return {
    up: () => state === "up",
    went,
    came(): void {
      clearTimeout(impatient);
      if (state !== "up") log.info("NATS carries the hints between nodes", { host });
      state = "up";
      isRefused = false;
    },
    refused(): void {
      if (!isRefused)
        log.warn("NATS refuses hints to this user; let it publish and subscribe agentpass.wake.*", { host });
      isRefused = true;
    },
    close(): void {
      clearTimeout(impatient);
      state = "closed";
    },
  };
}
