import { sql } from "kysely";
import type { LeaseInterval } from "../domain/holder.ts";
import type { Database } from "./database.ts";
import type { MessagesTableRow, Schema } from "./schema.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, TeamHead, Trx } from "./with-team.ts";
import type { Insertable } from "kysely";
import type { WrappedKey } from "../crypto/key-ring.ts";

/** Statements of the ingest role: they see every team and no body, code or data key. */

export interface PoolNumber {
  id: string;
  teamId: string;
  e164: string;
  provider: string;
}

/** The pool's numbers among these, retired ones left out. */
export async function poolNumbers(db: Database, e164s: readonly string[]): Promise<PoolNumber[]> {
  const rows = await db
    .selectFrom("numbers")
    .select(["id", "team_id", "e164", "provider"])
    .where("e164", "in", e164s)
    .where((eb) => eb.or([eb("withheld", "is", null), eb("withheld", "!=", "retired")]))
    .execute();
  return rows.map((row) => ({ id: row.id, teamId: row.team_id, e164: row.e164, provider: row.provider }));
}

/** Locks the teams' counters in the order of their ids, so that two batches cannot wait for each other. */
export async function lockTeams(trx: Trx, teamIds: readonly string[]): Promise<TeamHead[]> {
  return trx
    .selectFrom("teams")
    .select(["id", "epoch", "head_seq", "head_check", "settings"])
    .where("id", "in", teamIds)
    .orderBy("id")
    .forUpdate()
    .execute();
}

export interface LeaseForInbound extends LeaseInterval {
  numberId: string;
  agentId: string;
  memberId: string;
}

/** Leases of these numbers that a message of `earliest` or later could belong to. */
export async function leasesForInbound(
  team: LockedTeam,
  { numberIds, earliest }: { numberIds: readonly string[]; earliest: number },
): Promise<LeaseForInbound[]> {
  const rows = await team.trx
    .selectFrom("leases")
    .innerJoin("agents", (join) =>
      join.onRef("agents.team_id", "=", "leases.team_id").onRef("agents.id", "=", "leases.agent_id"),
    )
    .select([
      "leases.id",
      "leases.number_id",
      "leases.agent_id",
      "leases.passport_id",
      "leases.started_at",
      "leases.ended_at",
      "agents.member_id",
    ])
    .where("leases.team_id", "=", team.id)
    .where("leases.number_id", "in", numberIds)
    .where((eb) =>
      eb.or([
        eb("leases.ended_at", "is", null),
        eb("leases.ended_at", ">=", sql<number>`${timestamp(earliest)}::timestamptz`),
      ]),
    )
    .execute();
  return rows.map((row) => ({
    id: row.id,
    numberId: row.number_id,
    agentId: row.agent_id,
    memberId: row.member_id,
    passportId: row.passport_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }));
}

export interface Receipt {
  provider: string;
  account: string;
  providerMessageId: string;
  messageId: string;
}

/** Inserts the receipts; gives the message ids of those that were not there yet. */
export async function insertReceipts(team: LockedTeam, receipts: readonly Receipt[]): Promise<Set<string>> {
  const rows = await team.trx
    .insertInto("receipts")
    .values(
      receipts.map((receipt) => ({
        provider: receipt.provider,
        account: receipt.account,
        provider_message_id: receipt.providerMessageId,
        team_id: team.id,
        message_id: receipt.messageId,
        stored_at: timestamp(team.now),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("message_id")
    .execute();
  return new Set(rows.map((row) => row.message_id));
}

export interface NewMessage {
  row: Insertable<Schema["messages"]>;
  key: WrappedKey;
}

export async function insertMessages(team: LockedTeam, messages: readonly NewMessage[]): Promise<void> {
  await team.trx
    .with("stored_keys", (db) =>
      db.insertInto("message_keys").values(
        messages.map(({ row, key }) => ({
          team_id: team.id,
          message_id: row.id,
          master_key_id: key.masterKeyId,
          wrapped: key.wrapped,
        })),
      ),
    )
    .insertInto("messages")
    .values(messages.map(({ row }) => row))
    .execute();
}

export type OlderMessage = Pick<MessagesTableRow, "id" | "provider_message_id">;

/** Marks what a claim replaces (see `supersedes` in domain/wait-matching); gives the provider's ids. */
export async function supersedeOlder(
  team: LockedTeam,
  claimed: {
    id: string;
    leaseId: string;
    senderKey: string;
    service: string | null;
    providerAt: number;
    seq: number;
  },
): Promise<string[]> {
  const providerAt = sql<number>`${timestamp(claimed.providerAt)}::timestamptz`;
  const rows = await team.trx
    .updateTable("messages")
    .set({ state: "superseded" })
    .where("team_id", "=", team.id)
    .where("lease_id", "=", claimed.leaseId)
    .where("state", "=", "available")
    .where("sender_key", "=", claimed.senderKey)
    .where(sql<boolean>`service is not distinct from ${claimed.service}`)
    .where("id", "!=", claimed.id)
    .where((eb) =>
      eb.or([
        eb("provider_at", "<", providerAt),
        eb.and([eb("provider_at", "=", providerAt), eb("seq", "<", claimed.seq)]),
      ]),
    )
    .returning("provider_message_id")
    .execute();
  return rows.map((row) => row.provider_message_id);
}

export async function rememberService(
  team: LockedTeam,
  use: { numberId: string; service: string; memberId: string },
): Promise<void> {
  await team.trx
    .insertInto("number_services")
    .values({
      team_id: team.id,
      number_id: use.numberId,
      service: use.service,
      member_id: use.memberId,
      last_used_at: timestamp(team.now),
    })
    .onConflict((conflict) =>
      conflict
        .columns(["team_id", "number_id", "service", "member_id"])
        .doUpdateSet({ last_used_at: timestamp(team.now) }),
    )
    .execute();
}
