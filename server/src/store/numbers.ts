import type { NumberMode } from "@agentpass/shared/agent-api";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { FreeNumber } from "../domain/number-choice.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

export type NumberState = "available" | "leased" | "quarantined" | "suspended" | "retired";

export interface PoolEntry {
  id: string;
  phoneNumber: string;
  provider: string;
  country: string | null;
  state: NumberState;
  /** Epoch milliseconds; null where the number is not resting. */
  quarantinedUntil: number | null;
  agentName: string | null;
}

/** The whole pool with what each number is doing now. */
export async function listPool(trx: Trx, now: number): Promise<PoolEntry[]> {
  const rows = await trx
    .selectFrom("numbers")
    .leftJoin("leases", (join) =>
      join
        .onRef("leases.team_id", "=", "numbers.team_id")
        .onRef("leases.number_id", "=", "numbers.id")
        .on("leases.ended_at", "is", null),
    )
    .leftJoin("agents", (join) =>
      join.onRef("agents.team_id", "=", "leases.team_id").onRef("agents.id", "=", "leases.agent_id"),
    )
    .select([
      "numbers.id",
      "numbers.e164",
      "numbers.provider",
      "numbers.country",
      "numbers.withheld",
      "numbers.quarantined_until",
      "leases.id as lease_id",
      "agents.name as agent_name",
    ])
    .orderBy("numbers.e164")
    .execute();
  return rows.map((row) => {
    const resting = row.quarantined_until !== null && row.quarantined_until > now;
    return {
      id: row.id,
      phoneNumber: row.e164,
      provider: row.provider,
      country: row.country,
      state: row.withheld ?? (row.lease_id !== null ? "leased" : resting ? "quarantined" : "available"),
      quarantinedUntil: resting && row.lease_id === null ? row.quarantined_until : null,
      agentName: row.agent_name,
    };
  });
}

/** Numbers of this mode that nobody holds, that are not withheld, and that do not rest, but for `evenResting`. */
export async function freeNumbers(
  team: LockedTeam,
  { mode, evenResting }: { mode: NumberMode; evenResting: string | null },
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
    .where("numbers.provider", mode === "mock" ? "=" : "!=", "mock")
    .where("numbers.withheld", "is", null)
    .where((eb) =>
      eb.or([
        eb("numbers.quarantined_until", "is", null),
        eb("numbers.quarantined_until", "<=", sql<number>`${timestamp(team.now)}::timestamptz`),
        ...(evenResting === null ? [] : [eb("numbers.id", "=", evenResting)]),
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
  const uses = await team.trx
    .selectFrom("number_services")
    .select(["number_id", "service", "member_id"])
    .where(
      "number_id",
      "in",
      rows.map((row) => row.id),
    )
    .execute();
  return rows.map((row) => ({
    id: row.id,
    e164: row.e164,
    country: row.country,
    lastEndedAt: row.last_ended_at,
    history: uses
      .filter((use) => use.number_id === row.id)
      .map((use) => ({ service: use.service, memberId: use.member_id })),
  }));
}

/** Adds a number to the team's pool; null where some team has it already. */
export async function insertNumber(
  team: LockedTeam,
  number: { e164: string; provider: string; country: string | null },
): Promise<string | null> {
  const id = uuidv7();
  const row = await team.trx
    .insertInto("numbers")
    .values({
      team_id: team.id,
      id,
      e164: number.e164,
      provider: number.provider,
      country: number.country,
      withheld: null,
      created_at: timestamp(team.now),
    })
    .onConflict((conflict) => conflict.column("e164").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return null;
  team.emit({ type: "number.changed", numberId: id });
  return row.id;
}

export async function quarantineNumber(
  team: LockedTeam,
  { id, until }: { id: string; until: number },
): Promise<void> {
  await team.trx
    .updateTable("numbers")
    .set({ quarantined_until: timestamp(until) })
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

/** Whether the team has this number, whatever its state. */
export async function isInPool(trx: Trx, phoneNumber: string): Promise<boolean> {
  return (
    (await trx.selectFrom("numbers").select("id").where("e164", "=", phoneNumber).executeTakeFirst()) !==
    undefined
  );
}
