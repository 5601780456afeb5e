import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import type { ConnectionSettings } from "../store/database.ts";
import type { WakeUp, WakeUpTarget } from "./wake-up.ts";

const CHANNEL = "agentpass_wake";
/** NOTIFY takes 8,000 bytes; a team's id has 36. */
const IDS_A_NOTIFY = 200;
const RECONNECT_MS = 500;

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
    const opened = new Client({ ...connection, application_name: "agentpass_wake", keepAlive: true });
    const ended = new Promise<void>((resolve) => {
      opened.on("end", () => resolve());
      opened.on("error", onError);
    });
    opened.on("notification", ({ payload }) => {
      for (const teamId of payload?.split(",") ?? []) target.wake(teamId);
    });
    closing.signal.addEventListener("abort", () => void opened.end().catch(() => {}), { once: true });
    await opened.connect();
    await opened.query(`listen ${CHANNEL}`);
    client = opened;
    target.wakeAll();
    void flush();
    await ended;
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
