import type { WaitFilters } from "@agentpass/shared/agent-api";
import type { DenialReason } from "@agentpass/shared/approval-api";
import { sql, type Selectable } from "kysely";
import type { Conditions } from "../domain/wait-matching.ts";
import type { WaitLife } from "../domain/wait-life.ts";
import type { Schema, WaitState } from "./schema.ts";
import { parseTimestamp, timestamp } from "./timestamp.ts";
import type { LockedStream, LockedTeam, Trx } from "./with-team.ts";

/** What a wait asks for, as kept in its row. */
export interface StoredFilters {
  asked: WaitFilters;
  conditions: Conditions;
}

export interface Wait extends WaitLife {
  id: string;
  requestId: string;
  agentId: string;
  leaseId: string;
  filters: StoredFilters;
  mode: "claim" | "peek";
  state: WaitState;
  deniedReason: DenialReason | null;
  messageId: string | null;
  confirmed: boolean;
  superseded: string[];
  redelivered: boolean;
  seenNonmatching: number;
  openedAt: number;
  openedSeq: number;
  endedAt: number | null;
}

type WaitRow = Selectable<Schema["waits"]>;

/** A wait's row as PostgreSQL writes it in JSON: times are text. */
export type WaitJson = {
  [Column in keyof WaitRow]: WaitRow[Column] extends number | null
    ? WaitRow[Column] | string
    : WaitRow[Column];
};

const TIMES = new Set(["confirmed_at", "opened_at", "deadline", "touched_at", "parked_at", "ended_at"]);

export function waitOfJson(json: WaitJson): Wait {
  const entries = Object.entries(json).map(([column, value]) => [
    column,
    TIMES.has(column) && typeof value === "string" ? parseTimestamp(value) : value,
  ]);
  return waitOf(Object.fromEntries(entries) as WaitRow);
}

function waitOf(row: WaitRow): Wait {
  return {
    id: row.id,
    requestId: row.request_id,
    agentId: row.agent_id,
    leaseId: row.lease_id,
    filters: row.filters as StoredFilters,
    mode: row.mode,
    state: row.state,
    deniedReason: row.denied_reason,
    messageId: row.message_id,
    confirmed: row.confirmed_at !== null,
    superseded: row.superseded,
    redelivered: row.redelivered,
    seenNonmatching: row.seen_nonmatching,
    openedAt: row.opened_at,
    openedSeq: row.opened_seq,
    deadline: row.deadline,
    touchedAt: row.touched_at,
    parkedAt: row.parked_at,
    endedAt: row.ended_at,
  };
}

export async function waitByRequest(
  trx: Trx,
  { agentId, requestId }: { agentId: string; requestId: string },
): Promise<Wait | null> {
  const row = await trx
    .selectFrom("waits")
    .selectAll()
    .where("agent_id", "=", agentId)
    .where("request_id", "=", requestId)
    .executeTakeFirst();
  return row ? waitOf(row) : null;
}

export async function waitById(trx: Trx, id: string): Promise<Wait | null> {
  const row = await trx.selectFrom("waits").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? waitOf(row) : null;
}

/** As the index waits_unsettled has it. */
const UNSETTLED = sql<boolean>`(state in ('open', 'approval_pending') or (state = 'received' and confirmed_at is null))`;

/** Open waits, those about which a person is being asked, and answered ones whose caller has not shown that it got the answer; first come first. */
export async function unsettledWaits(team: LockedTeam, leaseIds: readonly string[]): Promise<Wait[]> {
  if (leaseIds.length === 0) return [];
  const rows = await team.trx
    .selectFrom("waits")
    .selectAll()
    .where("team_id", "=", team.id)
    .where("lease_id", "in", leaseIds)
    .where(UNSETTLED)
    .orderBy("opened_seq")
    .orderBy("id")
    .execute();
  return rows.map(waitOf);
}

/** All unsettled waits of the team, for the sweep of those that nobody will come back for. */
export async function allUnsettledWaits(team: LockedTeam): Promise<Wait[]> {
  const rows = await team.trx
    .selectFrom("waits")
    .selectAll()
    .where(UNSETTLED)
    .orderBy("opened_seq")
    .execute();
  return rows.map(waitOf);
}

/** The wait that gets this agent's message if a person allows it. */
export async function pendingWaitFor(
  trx: Trx,
  { agentId, messageId }: { agentId: string; messageId: string },
): Promise<Wait | null> {
  const row = await trx
    .selectFrom("waits")
    .selectAll()
    .where("agent_id", "=", agentId)
    .where("state", "=", "approval_pending")
    .where("message_id", "=", messageId)
    .executeTakeFirst();
  return row ? waitOf(row) : null;
}

/** The agent's open waits that will take a message. */
export async function openClaimsOfAgent(team: LockedTeam, agentId: string): Promise<Wait[]> {
  const rows = await team.trx
    .selectFrom("waits")
    .selectAll()
    .where("agent_id", "=", agentId)
    .where("mode", "=", "claim")
    .where("state", "in", ["open", "approval_pending"])
    .execute();
  return rows.map(waitOf);
}

export async function insertWait(team: LockedTeam, wait: Wait): Promise<void> {
  await team.trx
    .insertInto("waits")
    .values({
      team_id: team.id,
      id: wait.id,
      agent_id: wait.agentId,
      lease_id: wait.leaseId,
      filters: JSON.stringify(wait.filters),
      mode: wait.mode,
      opened_at: timestamp(wait.openedAt),
      opened_seq: wait.openedSeq,
      ...waitChanges(team, wait),
    })
    .execute();
}

/** Writes the wait back; its lease, filters and mode never change. */
export async function updateWait(team: LockedTeam, wait: Wait): Promise<void> {
  await team.trx
    .updateTable("waits")
    .set(waitChanges(team, wait))
    .where("team_id", "=", team.id)
    .where("id", "=", wait.id)
    .execute();
}

/** The columns of a wait that change, as they are written. */
export function waitChanges(team: LockedStream, wait: Wait) {
  return {
    request_id: wait.requestId,
    state: wait.state,
    denied_reason: wait.deniedReason,
    message_id: wait.messageId,
    confirmed_at: wait.confirmed ? timestamp(team.now) : null,
    superseded: JSON.stringify(wait.superseded),
    redelivered: wait.redelivered,
    seen_nonmatching: wait.seenNonmatching,
    changed_seq: team.head.seq,
    deadline: timestamp(wait.deadline),
    touched_at: timestamp(wait.touchedAt),
    parked_at: wait.parkedAt === null ? null : timestamp(wait.parkedAt),
    ended_at: wait.endedAt === null ? null : timestamp(wait.endedAt),
  };
}

/**
 * Not under the team's lock: a touch decides nothing by itself. Gives the request ids of the open waits among them
 * that had not been touched since `silentSince`.
 */
export async function touchWaitRows(
  trx: Trx,
  {
    agentId,
    requestIds,
    now,
    silentSince,
  }: { agentId: string; requestIds: readonly string[]; now: number; silentSince: number },
): Promise<string[]> {
  if (requestIds.length === 0) return [];
  // The select sees the rows as they were before the update: both are one statement.
  const rows = await trx
    .with("touched", (db) =>
      db
        .updateTable("waits")
        .set({ touched_at: timestamp(now) })
        .where("agent_id", "=", agentId)
        .where("request_id", "in", requestIds),
    )
    .selectFrom("waits")
    .select("request_id")
    .where("agent_id", "=", agentId)
    .where("request_id", "in", requestIds)
    .where("state", "=", "open")
    .where("touched_at", "<", sql<number>`${timestamp(silentSince)}::timestamptz`)
    .execute();
  return rows.map((row) => row.request_id);
}

export async function hasUnsettledWaits(trx: Trx): Promise<boolean> {
  const row = await trx.selectFrom("waits").select("id").where(UNSETTLED).limit(1).executeTakeFirst();
  return row !== undefined;
}
