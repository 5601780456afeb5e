import { isoTime, timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** What an admin may give a member on a number: having it in spite of its history, or seeing its messages. */
export type Grant = "number_consents" | "number_shares";

interface GrantRow {
  numberId: string;
  memberId: string;
}

/** False where it was given before. */
export async function insertGrant(
  team: LockedTeam,
  grant: Grant,
  { numberId, memberId }: GrantRow,
): Promise<boolean> {
  const row = await team.trx
    .insertInto(grant)
    .values({ team_id: team.id, number_id: numberId, member_id: memberId, created_at: timestamp(team.now) })
    .onConflict((conflict) => conflict.columns(["team_id", "number_id", "member_id"]).doNothing())
    .returning("member_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** False where there was none. */
export async function deleteGrant(
  team: LockedTeam,
  grant: Grant,
  { numberId, memberId }: GrantRow,
): Promise<boolean> {
  const { numDeletedRows } = await team.trx
    .deleteFrom(grant)
    .where("number_id", "=", numberId)
    .where("member_id", "=", memberId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Oldest first. */
export async function grantsOn(
  trx: Trx,
  grant: Grant,
  numberId: string,
): Promise<{ memberId: string; memberName: string; since: string }[]> {
  const rows = await trx
    .selectFrom(grant)
    .innerJoin("members", (join) =>
      join.onRef("members.team_id", "=", `${grant}.team_id`).onRef("members.id", "=", `${grant}.member_id`),
    )
    .select(["members.id", "members.name", `${grant}.created_at`])
    .where("number_id", "=", numberId)
    .orderBy(`${grant}.created_at`)
    .execute();
  return rows.map((row) => ({ memberId: row.id, memberName: row.name, since: isoTime(row.created_at) }));
}

/** The numbers of the team that are shared with anybody. */
export async function sharedNumbers(trx: Trx): Promise<Set<string>> {
  const rows = await trx.selectFrom("number_shares").select("number_id").distinct().execute();
  return new Set(rows.map((row) => row.number_id));
}

/** Ids of the team's simulated numbers that are not shared with the member. */
export async function unsharedMockNumbers(trx: Trx, memberId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom("numbers")
    .select("id")
    .where("provider", "=", "mock")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("number_shares")
            .select("member_id")
            .whereRef("number_shares.number_id", "=", "numbers.id")
            .where("number_shares.member_id", "=", memberId),
        ),
      ),
    )
    .orderBy("e164")
    .execute();
  return rows.map(({ id }) => id);
}
