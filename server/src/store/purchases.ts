import type { Problem } from "@agentpass/shared/problem";
import { sql, type Selectable } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { COOLDOWN_MS, DAY_MS, type PurchaseRecord, type PurchaseWish } from "../domain/purchase-budget.ts";
import type { Schema } from "./schema.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** A number that is being bought, or was, or could not be. Times in epoch milliseconds. */
export interface Purchase {
  id: string;
  state: "open" | "done" | "failed" | "cancelled";
  /** Who needs it; null: an admin asked for it. */
  need: { agentId: string; passportId: string } | null;
  wish: PurchaseWish;
  claimId: string | null;
  claimedUntil: number | null;
  /** Orders that may have reached the provider. */
  orders: number;
  numberId: string | null;
  failure: Problem | null;
}

const purchaseOf = (row: Selectable<Schema["purchases"]>): Purchase => ({
  id: row.id,
  state: row.state,
  need:
    row.agent_id === null || row.passport_id === null
      ? null
      : { agentId: row.agent_id, passportId: row.passport_id },
  wish: row.wish,
  claimId: row.claim_id,
  claimedUntil: row.claimed_until,
  orders: row.orders,
  numberId: row.number_id,
  failure: row.failure,
});

export async function purchaseById(trx: Trx, id: string): Promise<Purchase | null> {
  const row = await trx.selectFrom("purchases").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? purchaseOf(row) : null;
}

/** The purchase under way for a passport. */
export async function openPurchaseOf(trx: Trx, passportId: string): Promise<Purchase | null> {
  const row = await trx
    .selectFrom("purchases")
    .selectAll()
    .where("passport_id", "=", passportId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row ? purchaseOf(row) : null;
}

/** How many numbers are being bought for an agent's passports. */
export async function openPurchasesOfAgent(trx: Trx, agentId: string): Promise<number> {
  const row = await trx
    .selectFrom("purchases")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("agent_id", "=", agentId)
    .where("state", "=", "open")
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Ids of purchases that no worker has a claim on, or not any more. */
export async function unclaimedPurchases(trx: Trx, now: number): Promise<string[]> {
  const rows = await trx
    .selectFrom("purchases")
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

/** What the team's budget is held against. */
export async function purchaseRecord(trx: Trx, now: number): Promise<PurchaseRecord> {
  const since = (ms: number) => sql`${timestamp(now - ms)}::timestamptz`;
  const { rows } = await sql<Omit<PurchaseRecord, "failures">>`
    select
      (select count(*) from numbers where provider = 'twilio' and released_at is null) as owned,
      (select count(*) from numbers where provider = 'twilio' and released_at is null
         and id in (select number_id from purchases where state = 'done')) as bought,
      (select count(*) from purchases where state = 'open') as open,
      (select count(*) from purchases where state in ('open', 'done') and created_at > ${since(DAY_MS)}) as "lastDay"`.execute(
    trx,
  );
  const failures = await trx
    .selectFrom("purchases")
    .select(["ended_at", "wish", "failure"])
    .where("state", "=", "failed")
    .where("passport_id", "is not", null)
    .where("ended_at", ">", sql<number>`${since(COOLDOWN_MS)}`)
    .orderBy("ended_at", "desc")
    .limit(50)
    .execute();
  return {
    ...(rows[0] ?? { owned: 0, bought: 0, open: 0, lastDay: 0 }),
    failures: failures.flatMap(({ ended_at, wish, failure }) =>
      ended_at === null || failure === null ? [] : [{ at: ended_at, country: wish.country, failure }],
    ),
  };
}

export async function insertPurchase(
  team: LockedTeam,
  { need, wish }: Pick<Purchase, "need" | "wish">,
): Promise<string> {
  const id = uuidv7();
  await team.trx
    .insertInto("purchases")
    .values({
      team_id: team.id,
      id,
      state: "open",
      agent_id: need?.agentId ?? null,
      passport_id: need?.passportId ?? null,
      wish: JSON.stringify(wish),
      claim_id: null,
      number_id: null,
      created_at: timestamp(team.now),
    })
    .execute();
  return id;
}

/** `until`: epoch milliseconds; null lets anybody take it up at once. `orders` counts one more about to be sent. */
export async function claimPurchase(
  team: LockedTeam,
  id: string,
  { claimId, until, orders }: { claimId: string; until: number | null; orders?: number },
): Promise<void> {
  await team.trx
    .updateTable("purchases")
    .set({
      claim_id: claimId,
      claimed_until: until === null ? null : timestamp(until),
      ...(orders === undefined ? {} : { orders }),
    })
    .where("id", "=", id)
    .execute();
}

export async function endPurchase(
  team: LockedTeam,
  id: string,
  end: { numberId: string } | { failure: Problem } | "cancelled",
): Promise<void> {
  await team.trx
    .updateTable("purchases")
    .set({
      ended_at: timestamp(team.now),
      ...columnsOf(end),
    })
    .where("id", "=", id)
    .execute();
}

function columnsOf(end: { numberId: string } | { failure: Problem } | "cancelled") {
  if (end === "cancelled") return { state: end };
  if ("failure" in end) return { state: "failed", failure: JSON.stringify(end.failure) } as const;
  return { state: "done", number_id: end.numberId } as const;
}
