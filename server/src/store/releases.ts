import type { Problem } from "@agentpass/shared/problem";
import { sql, type Selectable } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Schema } from "./schema.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** A number that its provider is to take back. */
export interface Release {
  id: string;
  state: "open" | "done" | "failed";
  /** Null for one that was bought once too often and never joined the pool. */
  numberId: string | null;
  /** The provider's own id of the number, which names it for ever: doing it twice is harmless. */
  providerSid: string;
  /** Epoch milliseconds; null: nobody works on it. */
  claimedUntil: number | null;
  failure: Problem | null;
}

const releaseOf = (row: Selectable<Schema["releases"]>): Release => ({
  id: row.id,
  state: row.state,
  numberId: row.number_id,
  providerSid: row.provider_sid,
  claimedUntil: row.claimed_until,
  failure: row.failure,
});

export async function releaseById(trx: Trx, id: string): Promise<Release | null> {
  const row = await trx.selectFrom("releases").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? releaseOf(row) : null;
}

export async function openReleaseOf(trx: Trx, numberId: string): Promise<Release | null> {
  const row = await trx
    .selectFrom("releases")
    .selectAll()
    .where("number_id", "=", numberId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row ? releaseOf(row) : null;
}

/** Ids of releases that nobody works on, or not any more. */
export async function unclaimedReleases(trx: Trx, now: number): Promise<string[]> {
  const rows = await trx
    .selectFrom("releases")
    .select("id")
    .where("state", "=", "open")
    .where((eb) =>
      eb.or([
        eb("claimed_until", "is", null),
        eb("claimed_until", "<", sql<number>`${timestamp(now)}::timestamptz`),
      ]),
    )
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

export async function countOpenReleases(trx: Trx): Promise<number> {
  const row = await trx
    .selectFrom("releases")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("state", "=", "open")
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function insertRelease(
  team: LockedTeam,
  { numberId, providerSid }: Pick<Release, "numberId" | "providerSid">,
): Promise<string> {
  const id = uuidv7();
  await team.trx
    .insertInto("releases")
    .values({
      team_id: team.id,
      id,
      state: "open",
      number_id: numberId,
      provider_sid: providerSid,
      created_at: timestamp(team.now),
    })
    .execute();
  return id;
}

/** `until`: epoch milliseconds; null lets anybody take it up at once. */
export async function claimRelease(team: LockedTeam, id: string, until: number | null): Promise<void> {
  await team.trx
    .updateTable("releases")
    .set({ claimed_until: until === null ? null : timestamp(until) })
    .where("id", "=", id)
    .execute();
}

/** `failure` null: the provider has it back. */
export async function endRelease(team: LockedTeam, id: string, failure: Problem | null): Promise<void> {
  await team.trx
    .updateTable("releases")
    .set({
      state: failure === null ? "done" : "failed",
      failure: failure === null ? null : JSON.stringify(failure),
      ended_at: timestamp(team.now),
    })
    .where("id", "=", id)
    .execute();
}
