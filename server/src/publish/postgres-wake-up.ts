import { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import type { ConnectionSettings } from "../store/database.ts";
import type { WakeUp, WakeUpTarget } from "./wake-up.ts";

const CHANNEL = "agentpass_wake";
/** NOTIFY takes 8,000 bytes; a team's id has 36. */
const IDS_A_NOTIFY = 200;
const RECONNECT_MS = 500;
/** A dead connection is replaced after at most the sum of these two; until then the safety poll does its work. */
const CHECK_MS = 5_000;
const ANSWER_MS = 3_000;
/** How long the other side may take to end a connection that we end. */
const CLOSE_MS = 500;

/**
 * Between nodes of one database: PostgreSQL NOTIFY, after the commit, from one connection of its own, coalesced
 * to team ids. (Inside the transaction NOTIFY takes a lock that all commits queue for.) This node is woken at once.
 */
export function postgresWakeUp(
  connection: ConnectionSettings,
  target: WakeUpTarget,
  onError: (error: Error) => void,
): WakeUp {
  const pending = new Set<string>();
  const closing = new AbortController();
  let client: Client | null = null;
  let sending = false;

  const connect = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        await session();
      } catch (error) {
        onError(error as Error);
      }
      client = null;
      await delay(RECONNECT_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {});
    }
  };

  /** Resolves when the connection has ended. */
  const session = async (): Promise<void> => {
    const socket = new Socket();
    const opened = new Client({
      ...connection,
      application_name: "agentpass_wake",
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      stream: () => socket,
    });
    const ended = new Promise<void>((resolve) => {
      opened.on("end", () => resolve());
      opened.on("error", onError);
    });
    opened.on("notification", ({ payload }) => {
      for (const teamId of payload?.split(",") ?? []) target.wake(teamId);
    });
    const end = (): void => {
      void opened.end().catch(() => {});
      setTimeout(() => socket.destroy(), CLOSE_MS);
    };
    // A half-open connection brings no hints and looks idle: only an answer shows that it lives.
    const check = setInterval(() => {
      opened.query("select 1").catch(() => socket.destroy());
    }, CHECK_MS);
    closing.signal.addEventListener("abort", end, { once: true });
    try {
      // A client that is ended while it connects never says so.
      const connected = await Promise.race([opened.connect().then(() => true), ended.then(() => false)]);
      if (!connected) return;
      await opened.query(`listen ${CHANNEL}`);
      client = opened;
      target.wakeAll();
      void flush();
      await ended;
    } finally {
      clearInterval(check);
      closing.signal.removeEventListener("abort", end);
      socket.destroy();
    }
  };

  const flush = async (): Promise<void> => {
    if (sending || client === null) return;
    sending = true;
    try {
      while (pending.size > 0) {
        const ids = [...pending].slice(0, IDS_A_NOTIFY);
        for (const id of ids) pending.delete(id);
        await client.query("select pg_notify($1, $2)", [CHANNEL, ids.join(",")]);
      }
    } catch (error) {
      // The other nodes' safety poll finds what this hint would have told.
      onError(error as Error);
    } finally {
      sending = false;
    }
  };

  const running = connect();
  return {
    send(teamId, events) {
      target.wake(teamId, events);
      pending.add(teamId);
      void flush();
    },
    async close() {
      closing.abort();
      await running;
    },
  };
}
