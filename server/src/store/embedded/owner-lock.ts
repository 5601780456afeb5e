import { setTimeout as pause } from "node:timers/promises";
import { fail } from "@agentpass/shared/problem";
import type { Client } from "pg";
import { isAlive } from "./postmaster.ts";

/** Any fixed number: "AgentPas" as a 64-bit integer. */
const LOCK_KEY = "4712610339026002291";
const NAME = /^agentpass server (\d+)$/;

/** The name of the locking session, by which a second server can say which process is the first. */
export const lockSessionName = `agentpass server ${process.pid}`;

/**
 * Takes the one lock of a data folder, held by `session` until it ends. Where another living server holds it, this
 * fails in one line; a killed server's session may take a moment to be noticed, and is waited for.
 */
export async function takeOwnerLock(session: Client, dataFolder: string): Promise<void> {
  const deadline = performance.now() + 5000;
  while (!(await tryLock(session))) {
    const holder = await holderOf(session);
    if ((holder !== null && isAlive(holder)) || performance.now() > deadline)
      fail(
        "conflict",
        `Another AgentPass server${holder === null ? "" : ` (process ${holder})`} already uses the data folder ${dataFolder}: stop it, or give this one another AGENTPASS_DATA_DIR.`,
      );
    await pause(10);
  }
}

async function tryLock(session: Client): Promise<boolean> {
  const result = await session.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [
    LOCK_KEY,
  ]);
  return result.rows[0]?.taken === true;
}

async function holderOf(session: Client): Promise<number | null> {
  const result = await session.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity JOIN pg_locks USING (pid)
     WHERE locktype = 'advisory' AND granted AND (classid::bigint << 32 | objid::bigint) = $1`,
    [LOCK_KEY],
  );
  const [, pid] = NAME.exec(result.rows[0]?.name ?? "") ?? [];
  return pid === undefined ? null : Number(pid);
}
