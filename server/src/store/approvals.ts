import type { ApprovalState } from "@agentpass/shared/approval-api";
import { sql, type Selectable } from "kysely";
import { APPROVAL_MS, type Guard } from "../domain/approval.ts";
import type { Schema } from "./schema.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

type Stored = Selectable<Schema["approvals"]>;

/** A new question as it is inserted. */
export type ApprovalRow = Omit<Stored, "asked_at" | "answered_at"> & { asked_at: string; answered_at: null };

/** A question about a message. Epoch milliseconds. */
export interface Question {
  messageId: string;
  agentId: string;
  leaseId: string;
  numberId: string;
  state: ApprovalState;
  reason: Stored["reason"];
  askedAt: number;
}

const questionOf = (row: Stored): Question => ({
  messageId: row.message_id,
  agentId: row.agent_id,
  leaseId: row.lease_id,
  numberId: row.number_id,
  state: row.state,
  reason: row.reason,
  askedAt: row.asked_at,
});

/** SQL, where a row of `agents` is at hand: {@link Guard.asks} as JSON, or null. `now`: SQL of the time. */
export const ASKS = (
  now: string,
): string => `case when agents.approval_policy <> 'allow' then json_build_object(
  'hasDevice', exists (select from keys where keys.team_id = agents.team_id and keys.member_id = agents.member_id
     and kind = 'device' and revoked_at is null and (expires_at is null or expires_at > ${now})),
  'services', (select coalesce(json_agg(service), '[]') from service_approvals
     where service_approvals.team_id = agents.team_id and service_approvals.agent_id = agents.id),
  'leases', (select coalesce(json_agg(own.id), '[]') from leases as own
     where agents.approval_policy = 'ask_first' and own.team_id = agents.team_id and own.agent_id = agents.id and own.ended_at is null
     and exists (select from approvals where approvals.team_id = own.team_id and approvals.lease_id = own.id and approvals.state = 'allowed'))) end`;

/** What stands between an agent and its messages. `settings`: the team's; `now`: epoch milliseconds. */
export async function guardOf(
  { trx, settings, now }: Pick<LockedTeam, "trx" | "settings" | "now">,
  agentId: string,
): Promise<Guard> {
  const row = await trx
    .selectFrom("agents")
    .select([
      "messages_per_day",
      sql<Guard["asks"]>`${sql.raw(ASKS(`'${timestamp(now)}'::timestamptz`))}`.as("asks"),
    ])
    .where("id", "=", agentId)
    .executeTakeFirstOrThrow();
  return { asks: row.asks, limited: (row.messages_per_day ?? settings.agentMessagesPerDay) !== null };
}

export async function insertApproval(team: LockedTeam, row: ApprovalRow): Promise<void> {
  await team.trx.insertInto("approvals").values(row).execute();
}

export async function questionAbout(trx: Trx, messageId: string): Promise<Question | null> {
  const row = await trx
    .selectFrom("approvals")
    .selectAll()
    .where("message_id", "=", messageId)
    .executeTakeFirst();
  return row ? questionOf(row) : null;
}

/** Those that a person can still answer: open ones, and unanswered ones since a time. Oldest first. */
export async function answerableQuestions(trx: Trx, { since }: { since: number }): Promise<Question[]> {
  const rows = await trx
    .selectFrom("approvals")
    .selectAll()
    .where((eb) => eb.or([eb("state", "=", "open"), eb("reason", "=", "no_answer")]))
    .where("asked_at", ">", sql<number>`${timestamp(since)}::timestamptz`)
    .orderBy("asked_at")
    .execute();
  return rows.map(questionOf);
}

/** Open questions whose time is over at `now` (epoch milliseconds). */
export async function overdueQuestions(trx: Trx, now: number): Promise<Question[]> {
  const rows = await trx
    .selectFrom("approvals")
    .selectAll()
    .where("state", "=", "open")
    .where("asked_at", "<=", sql<number>`${timestamp(now - APPROVAL_MS)}::timestamptz`)
    .orderBy("asked_at")
    .execute();
  return rows.map(questionOf);
}

export async function openQuestionsOfLease(trx: Trx, leaseId: string): Promise<Question[]> {
  const rows = await trx
    .selectFrom("approvals")
    .selectAll()
    .where("state", "=", "open")
    .where("lease_id", "=", leaseId)
    .execute();
  return rows.map(questionOf);
}

/** Ends a question, and tells the devices. `answeredBy`: the member; null: nobody. */
export async function closeQuestion(
  team: LockedTeam,
  question: Question,
  {
    state,
    reason,
    answeredBy,
  }: { state: ApprovalState; reason: Stored["reason"]; answeredBy: string | null },
): Promise<void> {
  await team.trx
    .updateTable("approvals")
    .set({ state, reason, answered_at: timestamp(team.now), answered_by: answeredBy })
    .where("message_id", "=", question.messageId)
    .execute();
  const { agentId, leaseId, messageId, numberId } = question;
  team.emit({ type: "approval.changed", agentId, leaseId, messageId, numberId });
}

/** False where it was remembered before. */
export async function rememberApproval(
  team: LockedTeam,
  { agentId, service, memberId }: { agentId: string; service: string; memberId: string },
): Promise<boolean> {
  const row = await team.trx
    .insertInto("service_approvals")
    .values({
      team_id: team.id,
      agent_id: agentId,
      service,
      approved_by: memberId,
      approved_at: timestamp(team.now),
    })
    .onConflict((conflict) => conflict.columns(["team_id", "agent_id", "service"]).doNothing())
    .returning("service")
    .executeTakeFirst();
  return row !== undefined;
}

/** False where it was not remembered. */
export async function forgetApproval(
  team: LockedTeam,
  { agentId, service }: { agentId: string; service: string },
): Promise<boolean> {
  const row = await team.trx
    .deleteFrom("service_approvals")
    .where("agent_id", "=", agentId)
    .where("service", "=", service)
    .returning("service")
    .executeTakeFirst();
  return row !== undefined;
}

/** Of every agent; gives how many were remembered. */
export async function forgetAllApprovals(team: LockedTeam): Promise<number> {
  const { numDeletedRows } = await team.trx.deleteFrom("service_approvals").executeTakeFirst();
  return Number(numDeletedRows);
}

export interface RememberedService {
  agentId: string;
  service: string;
  approvedAt: number;
}

export async function rememberedServices(trx: Trx): Promise<RememberedService[]> {
  const rows = await trx.selectFrom("service_approvals").selectAll().orderBy("service").execute();
  return rows.map((row) => ({ agentId: row.agent_id, service: row.service, approvedAt: row.approved_at }));
}
