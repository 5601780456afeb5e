import type { StreamPosition } from "@agentpass/shared/cursor";
import type { StreamEventType } from "@agentpass/shared/feed";
import { sql, type Selectable } from "kysely";
import { teamSettings, type TeamSettings } from "../domain/team-settings.ts";
import type { Schema } from "./schema.ts";
import type { Store } from "./store.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** One change of a team, as its stream tells it: ids only. */
export interface StreamEvent {
  seq: number;
  check: string;
  type: StreamEventType;
  agentId: string | null;
  numberId: string | null;
  leaseId: string | null;
  messageId: string | null;
  waitId: string | null;
  keyId: string | null;
}

/**
 * A team's events after `seq`, in order. Read once for all its viewers, in one statement, by the ingest role: an
 * event has ids only, and each viewer is shown those that `mayHear` allows.
 */
export async function eventsAfter(
  store: Store,
  { teamId, seq, limit }: { teamId: string; seq: number; limit: number },
): Promise<StreamEvent[]> {
  const rows = await store.ingest
    .selectFrom("events")
    .selectAll()
    .where("team_id", "=", teamId)
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map(streamEventOf);
}

type StoredEvent = Selectable<Schema["events"]>;

/** An event as it is inserted. */
export type EventRow = Omit<StoredEvent, "at"> & { at: string };

export function streamEventOf(row: Omit<StoredEvent, "at">): StreamEvent {
  return {
    seq: row.seq,
    check: row.check_value,
    type: row.type,
    agentId: row.agent_id,
    numberId: row.number_id,
    leaseId: row.lease_id,
    messageId: row.message_id,
    waitId: row.wait_id,
    keyId: row.key_id,
  };
}

/** The head of a team's stream, and the team's settings. */
export interface TeamState extends StreamPosition {
  /** Oldest event still retained. */
  firstSeq: number;
  settings: TeamSettings;
}

/** Of the transaction's team. */
export async function teamState(trx: Trx): Promise<TeamState> {
  const row = await trx
    .selectFrom("teams")
    .select(["epoch", "head_seq", "head_check", "first_seq", "settings"])
    .executeTakeFirstOrThrow();
  return teamStateOf(row);
}

export type TeamRow = Pick<
  Selectable<Schema["teams"]>,
  "epoch" | "head_seq" | "head_check" | "first_seq" | "settings"
>;

export function teamStateOf(row: TeamRow): TeamState {
  return {
    epoch: row.epoch,
    seq: row.head_seq,
    check: row.head_check,
    firstSeq: row.first_seq,
    settings: teamSettings.parse(row.settings),
  };
}

/** The check value of one event; null where it is no longer, or not yet, there. */
export async function checkOf(trx: Trx, seq: number): Promise<string | null> {
  if (seq === 0) return "00000000";
  const row = await trx.selectFrom("events").select("check_value").where("seq", "=", seq).executeTakeFirst();
  return row?.check_value ?? null;
}

/** Heads of these teams' streams, read past team borders by the ingest role for the safety poll. */
export async function streamHeads(store: Store, teamIds: readonly string[]): Promise<Map<string, number>> {
  if (teamIds.length === 0) return new Map();
  const rows = await store.ingest
    .selectFrom("teams")
    .select(["id", "head_seq"])
    .where("id", "in", teamIds)
    .execute();
  return new Map(rows.map((row) => [row.id, row.head_seq]));
}

export async function allTeamIds(store: Pick<Store, "ingest">): Promise<string[]> {
  const rows = await sql<{ id: string }>`select id from teams order by id`.execute(store.ingest);
  return rows.rows.map((row) => row.id);
}

/** So many at once: a team's lock is held for a moment only. */
const PRUNE_BATCH = 1_000;

/** Whether the team's oldest event is from before a time (epoch milliseconds). */
export async function hasEventsBefore(trx: Trx, before: number): Promise<boolean> {
  const oldest = await trx
    .selectFrom("events")
    .select("at")
    .orderBy("seq")
    .limit(sql.lit(1))
    .executeTakeFirst();
  return oldest !== undefined && oldest.at < before;
}

/** Lets go of the oldest events, up to the first from after a time (epoch milliseconds); a cursor older than that gets a gap. */
export async function pruneEvents(team: LockedTeam, before: number): Promise<void> {
  await sql`
    with oldest as (select seq, at from events order by seq limit ${sql.lit(PRUNE_BATCH)}),
    kept as (
      select coalesce(min(seq) filter (where at >= ${timestamp(before)}::timestamptz), max(seq) + 1) as first_seq from oldest
    ),
    pruned as (delete from events using kept where seq < first_seq)
    update teams set first_seq = kept.first_seq from kept where id = ${team.id} and kept.first_seq > teams.first_seq`.execute(
    team.trx,
  );
}
