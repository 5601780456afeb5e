import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { FreeNumber } from "../domain/number-choice.ts";
import type { NumberPool } from "../domain/number-pool.ts";
import { ofPool } from "./pool.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** Numbers of this pool that nobody holds, that are not withheld, and that do not rest, but for `evenResting`. */
export async function freeNumbers(
  team: LockedTeam,
  { pool, evenResting }: { pool: NumberPool; evenResting: string | null },
): Promise<FreeNumber[]> {
  const rows = await team.trx
    .selectFrom("numbers")
    .select((eb) => [
      "numbers.id",
      "numbers.e164",
      "numbers.country",
      eb
        .selectFrom("leases")
        .select((of) => of.fn.max("ended_at").as("at"))
        .whereRef("leases.number_id", "=", "numbers.id")
        .as("last_ended_at"),
    ])
    .where(ofPool(pool))
    .where("numbers.withheld", "is", null)
    .where((eb) =>
      eb.or([
        eb("numbers.quarantined_until", "is", null),
        eb("numbers.quarantined_until", "<=", sql<number>`${timestamp(team.now)}::timestamptz`),
        ...(evenResting === null
          ? []
          : [eb.and([eb("numbers.id", "=", evenResting), eb("numbers.rests_by_admin", "=", false)])]),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("leases")
            .select("leases.id")
            .whereRef("leases.number_id", "=", "numbers.id")
            .where("leases.ended_at", "is", null),
        ),
      ),
    )
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const uses = await team.trx
    .selectFrom("number_services")
    .select(["number_id", "service", "member_id"])
    .where("number_id", "in", ids)
    .execute();
  const consents = await team.trx
    .selectFrom("number_consents")
    .select(["number_id", "member_id"])
    .where("number_id", "in", ids)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    e164: row.e164,
    country: row.country,
    lastEndedAt: row.last_ended_at,
    history: uses
      .filter((use) => use.number_id === row.id)
      .map((use) => ({ service: use.service, memberId: use.member_id })),
    consents: consents.filter((one) => one.number_id === row.id).map((one) => one.member_id),
  }));
}

export interface NewNumber {
  e164: string;
  provider: string;
  country: string | null;
  /** The slot of its SIM card in a gateway's phone. */
  sim?: number | null;
}

/**
 * Takes a number into the team's pool, also one that was retired before, whose history it keeps. Null where it is in
 * the pool, or in another team's.
 */
export async function enlistNumber(team: LockedTeam, number: NewNumber): Promise<string | null> {
  const id = (await reviveNumber(team, number)) ?? (await insertNumber(team, number));
  if (id !== null) team.emit({ type: "number.changed", numberId: id });
  return id;
}

async function insertNumber(team: LockedTeam, number: NewNumber): Promise<string | null> {
  const row = await team.trx
    .insertInto("numbers")
    .values({
      team_id: team.id,
      id: uuidv7(),
      e164: number.e164,
      provider: number.provider,
      sim: number.sim ?? null,
      country: number.country,
      withheld: null,
      created_at: timestamp(team.now),
    })
    .onConflict((conflict) => conflict.column("e164").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

async function reviveNumber(team: LockedTeam, number: NewNumber): Promise<string | null> {
  const row = await team.trx
    .updateTable("numbers")
    .set({
      provider: number.provider,
      sim: number.sim ?? null,
      country: number.country,
      withheld: null,
      released_at: null,
    })
    .where("e164", "=", number.e164)
    .where("withheld", "=", "retired")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("releases")
            .select("releases.id")
            .whereRef("releases.number_id", "=", "numbers.id")
            .where("releases.state", "=", "open"),
        ),
      ),
    )
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Lets the number rest until then (epoch milliseconds); null ends its rest. `byAdmin`: nobody may reclaim it meanwhile. */
export async function quarantineNumber(
  team: LockedTeam,
  { id, until, byAdmin = false }: { id: string; until: number | null; byAdmin?: boolean },
): Promise<void> {
  await team.trx
    .updateTable("numbers")
    .set({ quarantined_until: until === null ? null : timestamp(until), rests_by_admin: byAdmin })
    .where("id", "=", id)
    .execute();
}

/** Nobody may have them back before `until`, not even their last passports. Those that rest longer already go on resting. */
export async function quarantineAllNumbers(team: LockedTeam, until: number): Promise<void> {
  await team.trx
    .updateTable("numbers")
    .set({ quarantined_until: timestamp(until), rests_by_admin: true })
    .where("released_at", "is", null)
    .where((eb) =>
      eb.or([
        eb("quarantined_until", "is", null),
        eb("quarantined_until", "<=", sql<number>`${timestamp(until)}::timestamptz`),
      ]),
    )
    .execute();
}

export async function withholdNumber(
  team: LockedTeam,
  { id, as }: { id: string; as: "suspended" | "retired" | null },
): Promise<void> {
  await team.trx.updateTable("numbers").set({ withheld: as }).where("id", "=", id).execute();
}

/** Its provider has it back. */
export async function noteReleased(team: LockedTeam, id: string): Promise<void> {
  await team.trx
    .updateTable("numbers")
    .set({ withheld: "retired", released_at: timestamp(team.now) })
    .where("id", "=", id)
    .execute();
}

/** When the number's rest ends, epoch milliseconds; null where it never rested. */
export async function quarantineEnd(trx: Trx, id: string): Promise<number | null> {
  const row = await trx
    .selectFrom("numbers")
    .select("quarantined_until")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.quarantined_until ?? null;
}

/** Those of the numbers that the team has, whatever their state. */
export async function knownNumbers(trx: Trx, phoneNumbers: readonly string[]): Promise<Set<string>> {
  if (phoneNumbers.length === 0) return new Set();
  const rows = await trx.selectFrom("numbers").select("e164").where("e164", "in", phoneNumbers).execute();
  return new Set(rows.map((row) => row.e164));
}
