import type { Actor } from "../domain/audit-entry.ts";
import { v7 as uuidv7 } from "uuid";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

export interface Agent {
  id: string;
  name: string;
  memberId: string;
  /** Null: the team's default. */
  maxLeases: number | null;
}

export async function agentById(trx: Trx, id: string): Promise<Agent | null> {
  const row = await agentQuery(trx).where("id", "=", id).executeTakeFirst();
  return row ? agentOf(row) : null;
}

export async function agentByName(trx: Trx, name: string): Promise<Agent | null> {
  const row = await agentQuery(trx).where("name", "=", name).executeTakeFirst();
  return row ? agentOf(row) : null;
}

const agentQuery = (trx: Trx) => trx.selectFrom("agents").select(["id", "name", "member_id", "max_leases"]);

const agentOf = (row: { id: string; name: string; member_id: string; max_leases: number | null }): Agent => ({
  id: row.id,
  name: row.name,
  memberId: row.member_id,
  maxLeases: row.max_leases,
});

/** The agent of this name, made where there is none. */
export async function agentNamed(
  team: LockedTeam,
  { name, memberId, actor }: { name: string; memberId: string; actor: Actor },
): Promise<string> {
  const known = await team.trx.selectFrom("agents").select("id").where("name", "=", name).executeTakeFirst();
  if (known) return known.id;
  const id = uuidv7();
  await team.trx
    .insertInto("agents")
    .values({
      team_id: team.id,
      id,
      member_id: memberId,
      name,
      max_leases: null,
      created_at: timestamp(team.now),
    })
    .execute();
  team.emit({ type: "agent.changed", agentId: id });
  team.record(actor, {
    action: "agent.created",
    subject: { type: "agent", id },
    after: { name, memberId },
  });
  return id;
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
