import { sql, type Selectable } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Schema } from "./schema.ts";
import type { LeaseEnd } from "./schema-pool.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** A lease with its number. Times in epoch milliseconds. */
export interface Lease {
  id: string;
  numberId: string;
  phoneNumber: string;
  country: string | null;
  provider: string;
  agentId: string;
  passportId: string;
  startSeq: number;
  startedAt: number;
  lastUsedAt: number;
  endedAt: number | null;
}

function leaseQuery(trx: Trx) {
  return trx
    .selectFrom("leases")
    .innerJoin("numbers", (join) =>
      join.onRef("numbers.team_id", "=", "leases.team_id").onRef("numbers.id", "=", "leases.number_id"),
    )
    .selectAll("leases")
    .select(["numbers.e164", "numbers.country", "numbers.provider"]);
}

type LeaseRow = Selectable<Schema["leases"]> & { e164: string; country: string | null; provider: string };

const leaseOf = (row: LeaseRow): Lease => ({
  id: row.id,
  numberId: row.number_id,
  phoneNumber: row.e164,
  country: row.country,
  provider: row.provider,
  agentId: row.agent_id,
  passportId: row.passport_id,
  startSeq: row.start_seq,
  startedAt: row.started_at,
  lastUsedAt: row.last_used_at,
  endedAt: row.ended_at,
});

/** The passport's live lease. */
export async function liveLeaseOfPassport(trx: Trx, passportId: string): Promise<Lease | null> {
  const row = await leaseQuery(trx)
    .where("leases.passport_id", "=", passportId)
    .where("leases.ended_at", "is", null)
    .executeTakeFirst();
  return row ? leaseOf(row) : null;
}

export async function leaseById(trx: Trx, id: string): Promise<Lease | null> {
  const row = await leaseQuery(trx).where("leases.id", "=", id).executeTakeFirst();
  return row ? leaseOf(row) : null;
}

/** The agent's newest lease of a number, live or ended. */
export async function lastLeaseOfNumber(
  trx: Trx,
  { agentId, phoneNumber }: { agentId: string; phoneNumber: string },
): Promise<Lease | null> {
  const row = await leaseQuery(trx)
    .where("leases.agent_id", "=", agentId)
    .where("numbers.e164", "=", phoneNumber)
    .orderBy("leases.start_seq", "desc")
    .executeTakeFirst();
  return row ? leaseOf(row) : null;
}

/** The agent's live lease of a number; null also where another agent holds it or it is not in the pool. */
export async function liveLeaseOfNumber(
  trx: Trx,
  holding: { agentId: string; phoneNumber: string },
): Promise<Lease | null> {
  // A number has one live lease at most, and it is the newest.
  const last = await lastLeaseOfNumber(trx, holding);
  return last?.endedAt === null ? last : null;
}

/** All live leases of the team, longest idle first. */
export async function liveLeases(trx: Trx): Promise<Lease[]> {
  const rows = await leaseQuery(trx)
    .where("leases.ended_at", "is", null)
    .orderBy("leases.last_used_at")
    .execute();
  return rows.map(leaseOf);
}

/** Longest idle first. */
export async function liveLeasesOfAgent(trx: Trx, agentId: string): Promise<Lease[]> {
  const rows = await leaseQuery(trx)
    .where("leases.agent_id", "=", agentId)
    .where("leases.ended_at", "is", null)
    .orderBy("leases.last_used_at")
    .execute();
  return rows.map(leaseOf);
}

/** Those of all its agents. */
export async function liveLeasesOfMember(trx: Trx, memberId: string): Promise<Lease[]> {
  const rows = await leaseQuery(trx)
    .where("leases.agent_id", "in", trx.selectFrom("agents").select("id").where("member_id", "=", memberId))
    .where("leases.ended_at", "is", null)
    .execute();
  return rows.map(leaseOf);
}

/** Live leases that nobody has used since `before`. */
export async function idleLeases(trx: Trx, before: number): Promise<Lease[]> {
  const rows = await leaseQuery(trx)
    .where("leases.ended_at", "is", null)
    .where("leases.last_used_at", "<", sql<number>`${timestamp(before)}::timestamptz`)
    .execute();
  return rows.map(leaseOf);
}

/** The number the passport held last, where nobody else has held it since. */
export async function reclaimableNumber(trx: Trx, passportId: string): Promise<string | null> {
  const row = await trx
    .selectFrom("leases as own")
    .select("own.number_id")
    .where("own.passport_id", "=", passportId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("leases as later")
            .select("later.id")
            .whereRef("later.number_id", "=", "own.number_id")
            .whereRef("later.start_seq", ">", "own.start_seq"),
        ),
      ),
    )
    .orderBy("own.start_seq", "desc")
    .executeTakeFirst();
  return row?.number_id ?? null;
}

/** Starts a lease; the unique indexes refuse a second live one of the number or the passport. */
export async function insertLease(
  team: LockedTeam,
  lease: { numberId: string; agentId: string; passportId: string },
): Promise<string> {
  const id = uuidv7();
  const startSeq = team.emit({
    type: "lease.started",
    agentId: lease.agentId,
    leaseId: id,
    numberId: lease.numberId,
  });
  const now = timestamp(team.now);
  await team.trx
    .insertInto("leases")
    .values({
      team_id: team.id,
      id,
      number_id: lease.numberId,
      agent_id: lease.agentId,
      passport_id: lease.passportId,
      start_seq: startSeq,
      started_at: now,
      last_used_at: now,
      end_reason: null,
    })
    .execute();
  return id;
}

export async function touchLease(team: LockedTeam, id: string): Promise<void> {
  await team.trx
    .updateTable("leases")
    .set({ last_used_at: timestamp(team.now) })
    .where("id", "=", id)
    .execute();
}

export async function endLeaseRow(team: LockedTeam, lease: Lease, reason: LeaseEnd): Promise<void> {
  team.emit({ type: "lease.ended", agentId: lease.agentId, leaseId: lease.id, numberId: lease.numberId });
  await team.trx
    .updateTable("leases")
    .set({ ended_at: timestamp(team.now), end_reason: reason })
    .where("id", "=", lease.id)
    .execute();
}
