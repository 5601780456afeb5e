import type { Selectable } from "kysely";
import type { Actor } from "../domain/audit-entry.ts";
import { v7 as uuidv7 } from "uuid";
import type { Scope } from "../domain/access.ts";
import type { ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import { liveLeases } from "./leases.ts";
import type { Schema } from "./schema.ts";
import { inScope } from "./scope.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** What an agent may do at most; null: the team's default. */
export interface AgentLimits {
  callsPerMinute: number | null;
  /** Live leases at once. */
  maxLeases: number | null;
  /** Messages it is given within 24 h. */
  messagesPerDay: number | null;
}

/** Times in epoch milliseconds. */
export interface Agent {
  id: string;
  name: string;
  memberId: string;
  limits: AgentLimits;
  policy: ApprovalPolicy;
  createdAt: number;
  pausedAt: number | null;
  removedAt: number | null;
}

const agentOf = (row: Selectable<Schema["agents"]>): Agent => ({
  id: row.id,
  name: row.name,
  memberId: row.member_id,
  limits: {
    callsPerMinute: row.calls_per_minute,
    maxLeases: row.max_leases,
    messagesPerDay: row.messages_per_day,
  },
  policy: row.approval_policy,
  createdAt: row.created_at,
  pausedAt: row.paused_at,
  removedAt: row.removed_at,
});

export async function agentById(trx: Trx, id: string): Promise<Agent | null> {
  const row = await trx.selectFrom("agents").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? agentOf(row) : null;
}

/** The agents in a viewer's scope, but those that were removed; by name. */
export async function liveAgents(trx: Trx, scope: Scope): Promise<Agent[]> {
  const rows = await trx
    .selectFrom("agents")
    .selectAll()
    .where("removed_at", "is", null)
    .where(inScope(scope, "id"))
    .orderBy("name")
    .execute();
  return rows.map(agentOf);
}

/** Whose agent each is, removed ones too: member's id by agent's id. */
export async function membersOfAgents(trx: Trx): Promise<Map<string, string>> {
  const rows = await trx.selectFrom("agents").select(["id", "member_id"]).execute();
  return new Map(rows.map(({ id, member_id: memberId }) => [id, memberId]));
}

/** The names of those of these agents that are in a viewer's scope, by id; removed ones too. */
export async function namesOfAgents(
  trx: Trx,
  { ids, scope }: { ids: readonly string[]; scope: Scope },
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("agents")
    .select(["id", "name"])
    .where("id", "in", ids)
    .where(inScope(scope, "id"))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** An agent as a list shows it. */
export interface ListedAgent extends Agent {
  memberName: string;
  lastUsedAt: number | null;
  /** Live ones, longest idle first. */
  leases: { phoneNumber: string; startedAt: number; lastUsedAt: number }[];
}

/** {@link liveAgents}, with what each holds. */
export async function listAgentRows(trx: Trx, scope: Scope): Promise<ListedAgent[]> {
  const rows = await trx
    .selectFrom("agents")
    .innerJoin("members", (join) =>
      join.onRef("members.team_id", "=", "agents.team_id").onRef("members.id", "=", "agents.member_id"),
    )
    .selectAll("agents")
    .select((eb) => [
      "members.name as member_name",
      eb
        .selectFrom("keys")
        .select((of) => of.fn.max("last_used_at").as("at"))
        .whereRef("keys.agent_id", "=", "agents.id")
        .as("last_used_at"),
    ])
    .where("agents.removed_at", "is", null)
    .where(inScope(scope, "agents.id"))
    .orderBy("agents.name")
    .execute();
  const leases = await liveLeases(trx);
  return rows.map((row) =>
    Object.assign(agentOf(row), {
      memberName: row.member_name,
      lastUsedAt: row.last_used_at,
      leases: leases
        .filter((lease) => lease.agentId === row.id)
        .map(({ phoneNumber, startedAt, lastUsedAt }) => ({ phoneNumber, startedAt, lastUsedAt })),
    }),
  );
}

export interface NewAgent {
  name: string;
  memberId: string;
  /** Left out: allow. */
  policy?: ApprovalPolicy;
  actor: Actor;
}

/** Makes an agent, whose name must be free. */
export async function insertAgent(
  team: LockedTeam,
  { name, memberId, policy = "allow", actor }: NewAgent,
): Promise<string> {
  const id = uuidv7();
  await team.trx
    .insertInto("agents")
    .values({
      team_id: team.id,
      id,
      member_id: memberId,
      name,
      calls_per_minute: null,
      max_leases: null,
      messages_per_day: null,
      approval_policy: policy,
      created_at: timestamp(team.now),
    })
    .execute();
  team.emit({ type: "agent.changed", agentId: id });
  team.record(actor, {
    action: "agent.created",
    subject: { type: "agent", id },
    after: { name, memberId, policy },
  });
  return id;
}

/** One that was not removed. */
export async function agentByName(trx: Trx, name: string): Promise<Agent | null> {
  const row = await trx
    .selectFrom("agents")
    .selectAll()
    .where("name", "=", name)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row ? agentOf(row) : null;
}

/** The agent of this name, made where there is none. */
export async function agentNamed(team: LockedTeam, agent: NewAgent): Promise<string> {
  return (await agentByName(team.trx, agent.name))?.id ?? (await insertAgent(team, agent));
}

/** The columns of an agent that may change. Times in epoch milliseconds. */
export interface AgentChange {
  name?: string;
  limits?: AgentLimits;
  policy?: ApprovalPolicy;
  pausedAt?: number | null;
  removedAt?: number;
}

export async function changeAgent(team: LockedTeam, id: string, change: AgentChange): Promise<void> {
  const { name, limits, policy, pausedAt, removedAt } = change;
  await team.trx
    .updateTable("agents")
    .set({
      ...(name === undefined ? {} : { name }),
      ...(limits === undefined
        ? {}
        : {
            calls_per_minute: limits.callsPerMinute,
            max_leases: limits.maxLeases,
            messages_per_day: limits.messagesPerDay,
          }),
      ...(policy === undefined ? {} : { approval_policy: policy }),
      ...(pausedAt === undefined ? {} : { paused_at: pausedAt === null ? null : timestamp(pausedAt) }),
      ...(removedAt === undefined ? {} : { removed_at: timestamp(removedAt) }),
    })
    .where("id", "=", id)
    .execute();
  team.emit({ type: "agent.changed", agentId: id });
}

/** Its agents end with their member: they are shown no more, and their names are free. */
export async function removeAgentsOf(team: LockedTeam, memberId: string): Promise<void> {
  for (const { id } of await liveAgents(team.trx, { of: "member", memberId }))
    await changeAgent(team, id, { removedAt: team.now });
}

/** The agent's passport of this id (empty: its own), made on first use. */
export async function passportOf(
  team: LockedTeam,
  { agentId, externalId }: { agentId: string; externalId: string },
): Promise<string> {
  const known = await team.trx
    .selectFrom("passports")
    .select("id")
    .where("agent_id", "=", agentId)
    .where("external_id", "=", externalId)
    .executeTakeFirst();
  if (known) return known.id;
  const id = uuidv7();
  await team.trx
    .insertInto("passports")
    .values({
      team_id: team.id,
      id,
      agent_id: agentId,
      external_id: externalId,
      created_at: timestamp(team.now),
    })
    .execute();
  return id;
}
