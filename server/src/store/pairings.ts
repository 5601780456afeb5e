import { sql, type Selectable } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { PairingState, Schema } from "./schema.ts";
import type { Store } from "./store.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** Times in epoch milliseconds. */
export interface Pairing {
  id: string;
  deviceName: string;
  platform: string;
  address: string;
  createdAt: number;
  expiresAt: number;
  intervalMs: number;
  polledAt: number | null;
  state: PairingState;
  teamId: string | null;
  memberId: string | null;
  approvedByKey: string | null;
}

const pairingOf = (row: Selectable<Schema["pairings"]>): Pairing => ({
  id: row.id,
  deviceName: row.device_name,
  platform: row.platform,
  address: row.address,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  intervalMs: row.interval_ms,
  polledAt: row.polled_at,
  state: row.state,
  teamId: row.team_id,
  memberId: row.member_id,
  approvedByKey: row.approved_by_key,
});

export interface NewPairing {
  deviceHash: Buffer;
  userCode: string;
  deviceName: string;
  platform: string;
  address: string;
  network: string;
  expiresAt: number;
  intervalMs: number;
}

/** How many may wait for an answer at once. */
export interface PairingLimits {
  ofNetwork: number;
  inAll: number;
}

/**
 * Stores a pairing where there is room: it is counted and inserted while no other node does the same. "taken": the
 * user code is another device's.
 */
export async function insertPairing(
  store: Store,
  pairing: NewPairing,
  limits: PairingLimits,
): Promise<"done" | "taken" | "network_full" | "full"> {
  const now = store.clock();
  return store.ingest.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('agentpass pairings'))`.execute(trx);
    const { rows } = await sql<{ all: number; own: number }>`
      select count(*) as all, count(*) filter (where network = ${pairing.network}) as own
      from pairings where expires_at > ${timestamp(now)}::timestamptz`.execute(trx);
    const [open = { all: 0, own: 0 }] = rows;
    if (open.own >= limits.ofNetwork) return "network_full";
    if (open.all >= limits.inAll) return "full";
    const { numInsertedOrUpdatedRows: inserted } = await trx
      .insertInto("pairings")
      .values({
        id: uuidv7(),
        device_hash: pairing.deviceHash,
        user_code: pairing.userCode,
        device_name: pairing.deviceName,
        platform: pairing.platform,
        address: pairing.address,
        network: pairing.network,
        created_at: timestamp(now),
        expires_at: timestamp(pairing.expiresAt),
        interval_ms: pairing.intervalMs,
        team_id: null,
        member_id: null,
        approved_by_key: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return inserted === 0n ? "taken" : "done";
  });
}

/** Forgets the pairings that expired before a time (epoch milliseconds), whatever became of them. */
export async function deletePairings(store: Store, before: number): Promise<void> {
  await sql`delete from pairings where expires_at < ${timestamp(before)}::timestamptz`.execute(store.ingest);
}

/** The pairing of a device code, locked until the transaction ends; null where there is none. */
export async function pairingOfDevice(trx: Trx, deviceHash: Buffer): Promise<Pairing | null> {
  await sql`select set_config('app.secret_hash', ${deviceHash.toString("hex")}, true)`.execute(trx);
  const row = await trx
    .selectFrom("pairings")
    .selectAll()
    .where("device_hash", "=", deviceHash)
    .forUpdate()
    .executeTakeFirst();
  return row ? pairingOf(row) : null;
}

/** The pairing that waits for an answer under this user code, locked until the transaction ends. */
export async function pendingPairing(team: LockedTeam, userCode: string): Promise<Pairing | null> {
  await sql`select set_config('app.user_code', ${userCode}, true)`.execute(team.trx);
  const row = await team.trx
    .selectFrom("pairings")
    .selectAll()
    .where("user_code", "=", userCode)
    .where("state", "=", "pending")
    .where("expires_at", ">", sql<number>`${timestamp(team.now)}::timestamptz`)
    .forUpdate()
    .executeTakeFirst();
  return row ? pairingOf(row) : null;
}

/** Reads and changes the pairing of a device code outside a team. */
export async function withPairing<T>(
  store: Store,
  deviceHash: Buffer,
  work: (pairing: Pairing, trx: Trx) => Promise<T>,
): Promise<T | null> {
  return store.app.transaction().execute(async (trx) => {
    const pairing = await pairingOfDevice(trx, deviceHash);
    return pairing && work(pairing, trx);
  });
}

export async function notePoll(
  trx: Trx,
  { id, at, intervalMs }: { id: string; at: number; intervalMs: number },
): Promise<void> {
  await trx
    .updateTable("pairings")
    .set({ polled_at: timestamp(at), interval_ms: intervalMs })
    .where("id", "=", id)
    .execute();
}

/** A person's answer. */
export async function answerPairing(
  team: LockedTeam,
  id: string,
  answer: { state: "approved" | "denied"; memberId: string; keyId: string },
): Promise<void> {
  await team.trx
    .updateTable("pairings")
    .set({
      state: answer.state,
      team_id: team.id,
      member_id: answer.memberId,
      approved_by_key: answer.keyId,
    })
    .where("id", "=", id)
    .execute();
}

export async function endPairing(team: LockedTeam, id: string, state: "used" | "denied"): Promise<void> {
  await team.trx.updateTable("pairings").set({ state }).where("id", "=", id).execute();
}

/** User codes that a person typed since `since` (epoch milliseconds) and no device had: how many, and when the first was. */
export async function wrongTries(
  team: LockedTeam,
  { memberId, since }: { memberId: string; since: number },
): Promise<{ count: number; first: number | null }> {
  await sql`delete from pairing_tries where at <= ${timestamp(since)}::timestamptz`.execute(team.trx);
  const row = await team.trx
    .selectFrom("pairing_tries")
    .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.min("at").as("first")])
    .where("member_id", "=", memberId)
    .executeTakeFirstOrThrow();
  return { count: row.count, first: row.first };
}

export async function noteWrongTry(team: LockedTeam, memberId: string): Promise<void> {
  await team.trx
    .insertInto("pairing_tries")
    .values({ team_id: team.id, member_id: memberId, at: timestamp(team.now) })
    .execute();
}
