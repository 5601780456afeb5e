import { randomBytes } from "node:crypto";
import type { StreamPosition } from "@agentpass/shared/cursor";
import type { StreamEventType } from "@agentpass/shared/feed";
import { sql, type Kysely } from "kysely";
import type { Viewer } from "../domain/access.ts";
import { auditEntryText, type Actor, type AuditRecord } from "../domain/audit-entry.ts";
import { teamSettings, type TeamSettings } from "../domain/team-settings.ts";
import { entryMac, type AuditRow } from "./audit.ts";
import type { Occurrence } from "../ops/occurrence.ts";
import { hex } from "./bytes.ts";
import type { Database } from "./database.ts";
import type { Schema } from "./schema.ts";
import { streamEventOf, type EventRow } from "./events.ts";
import { writeStream } from "./stream-writes.ts";
import type { Store } from "./store.ts";
import { timestamp } from "./timestamp.ts";

/** A connection inside a transaction. */
export type Trx = Kysely<Schema>;

/** Ids of what an event is about; `agentId` is the agent that may see it besides admins. */
export interface NewEvent {
  type: StreamEventType;
  agentId?: string | null;
  numberId?: string;
  leaseId?: string | null;
  messageId?: string;
  waitId?: string;
  keyId?: string;
}

export interface TeamHead {
  id: string;
  epoch: string;
  head_seq: number;
  head_check: string;
  audit_seq: number;
  audit_mac: Buffer;
  settings: unknown;
}

/** A team's stream while its counter row is locked: nothing of the team changes meanwhile but by the locker. */
export interface LockedStream {
  /** The team's. */
  readonly id: string;
  readonly settings: TeamSettings;
  /** When the lock was taken; the time of everything that is written under it. Epoch milliseconds. */
  readonly now: number;
  /** The stream's head, with the events emitted so far. */
  readonly head: StreamPosition;
  /** Appends an event to the stream and gives its seq; written when the work is done. */
  emit(event: NewEvent): number;
  /** The rows of the events emitted so far. */
  emitted(): readonly EventRow[];
  /** Puts an action on the team's record; written when the work is done. */
  record(actor: Actor, entry: AuditRecord): void;
  /** The rows of the actions recorded so far. */
  recorded(): readonly AuditRow[];
  /** Tells operators of something, once it is committed. */
  note(occurrence: Occurrence): void;
  noted(): readonly Occurrence[];
}

/** A locked team in a transaction under row-level security. */
export interface LockedTeam extends LockedStream {
  readonly trx: Trx;
}

/** The parts of a store that a change of a team works with. */
export type TeamStore = Pick<Store, "app" | "clock" | "keyRing" | "observe" | "wakeUp">;

/**
 * For whom a transaction works: for the team as a whole (its id), or for one viewer. For an agent, row-level security
 * then shows no other agent's messages, waits and leases, and for a device no messages but its member's, whatever a
 * statement forgets to ask.
 */
export type OnBehalfOf = string | Viewer;

/** Reads a team's rows under row-level security. */
export async function withTeam<T>(
  store: Pick<Store, "app">,
  who: OnBehalfOf,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  return inTransaction(store.app, beginFor(who), work);
}

/**
 * Changes a team: locks its counter row in a statement of its own, does the work on what it reads after that,
 * appends the events, commits, and only then sends the wake-up.
 */
export async function withTeamLock<T>(
  store: TeamStore,
  who: OnBehalfOf,
  work: (team: LockedTeam) => Promise<T>,
): Promise<T> {
  const { result, events, noted } = await inTransaction(store.app, beginFor(who), async (trx) => {
    const row = await trx
      .selectFrom("teams")
      .select(["id", "epoch", "head_seq", "head_check", "audit_seq", "audit_mac", "settings"])
      .forUpdate()
      .executeTakeFirstOrThrow();
    const stream = lockedStream(store, row);
    const result = await work(Object.assign(stream, { trx }));
    await writeStream(trx, stream);
    return { result, events: stream.emitted(), noted: stream.noted() };
  });
  for (const occurrence of noted) store.observe(occurrence);
  if (events.length > 0) store.wakeUp(teamIdOf(who), events.map(streamEventOf));
  return result;
}

/** For making the first team: the caller's look for others and its insert happen while no other node does the same. */
export async function withFirstTeamLock<T>(
  store: Store,
  teamId: string,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  return withTeam(store, teamId, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('agentpass first team'))`.execute(trx);
    return work(trx);
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const teamIdOf = (who: OnBehalfOf): string => (typeof who === "string" ? who : who.teamId);

/** One round trip instead of two, which is why the ids stand in the text: they must be UUIDs. */
function beginFor(who: OnBehalfOf): string {
  const own = typeof who === "string" ? "" : ownRows(who);
  return `begin; select set_config('app.team', '${uuid(teamIdOf(who))}', true)${own}`;
}

function ownRows(viewer: Viewer): string {
  switch (viewer.kind) {
    case "agent":
      return `, set_config('app.agent', '${uuid(viewer.agentId)}', true)`;
    case "device":
      return `, set_config('app.member', '${uuid(viewer.memberId)}', true)`;
    case "admin":
      return "";
  }
}

function uuid(text: string): string {
  if (!UUID.test(text)) throw new Error("an id of a transaction's setting must be a UUID");
  return text;
}

/** Runs `work` between `begin` and a commit; a failure rolls back. */
async function inTransaction<T>(db: Database, begin: string, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.connection().execute(async (trx) => {
    await sql.raw(begin).execute(trx);
    try {
      const result = await work(trx);
      await sql`commit`.execute(trx);
      return result;
    } catch (error) {
      await sql`rollback`.execute(trx).catch(() => {});
      throw error;
    }
  });
}

/** The stream of a team whose row has just been locked and read. */
export function lockedStream(store: Pick<Store, "clock" | "keyRing">, row: TeamHead): LockedStream {
  const now = store.clock();
  const events: EventRow[] = [];
  const entries: AuditRow[] = [];
  const occurrences: Occurrence[] = [];
  let lastMac = row.audit_mac;
  const at = timestamp(now);
  const last = () => events.at(-1) ?? { seq: row.head_seq, check_value: row.head_check };
  return {
    id: row.id,
    settings: teamSettings.parse(row.settings),
    now,
    get head() {
      const { seq, check_value: check } = last();
      return { epoch: row.epoch, seq, check };
    },
    emit(event) {
      const seq = last().seq + 1;
      events.push({
        team_id: row.id,
        seq,
        check_value: randomBytes(4).toString("hex"),
        type: event.type,
        agent_id: event.agentId ?? null,
        number_id: event.numberId ?? null,
        lease_id: event.leaseId ?? null,
        message_id: event.messageId ?? null,
        wait_id: event.waitId ?? null,
        key_id: event.keyId ?? null,
        at,
      });
      return seq;
    },
    emitted: () => events,
    record(actor, record) {
      const seq = row.audit_seq + entries.length + 1;
      const entry = auditEntryText({ seq, at }, actor, record);
      const { masterKeyId, mac } = entryMac(store, { teamId: row.id, previous: lastMac, entry });
      entries.push({
        team_id: row.id,
        seq,
        at,
        action: record.action,
        member_id: "memberId" in actor ? actor.memberId : null,
        agent_id: "agentId" in actor ? actor.agentId : null,
        subject_id: record.subject?.id ?? null,
        entry,
        master_key_id: masterKeyId,
        mac: hex(mac),
      });
      lastMac = mac;
    },
    recorded: () => entries,
    note: (occurrence) => void occurrences.push(occurrence),
    noted: () => occurrences,
  };
}
