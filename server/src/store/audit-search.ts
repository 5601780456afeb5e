import { sql, type RawBuilder } from "kysely";
import type { ChainLink } from "../domain/audit-chain.ts";
import { entryColumns, linkOf } from "./audit.ts";
import { timestamp } from "./timestamp.ts";
import type { Trx } from "./with-team.ts";

/** Members and agents by their ids; or a key's or device's id, or the name of a part of the server or a provider. */
export type Who = { ids: readonly string[] } | { text: string };

/** What to look for in the record. All that is given must hold; times in epoch milliseconds, `to` excluded. */
export interface AuditFilter {
  who?: Who | undefined;
  /** A whole action, or the part before its dot. */
  action?: string | undefined;
  /** A subject's id. */
  subject?: string | undefined;
  from?: number | undefined;
  to?: number | undefined;
}

interface AuditPage extends AuditFilter {
  limit: number;
  /** Newest first from before this seq, or oldest first from after it. */
  before?: number | undefined;
  after?: number | undefined;
}

/** Entries that the filter lets through: oldest first where `after` is given, else newest first. */
export async function auditRows(
  trx: Trx,
  { who, action, subject, from, to, ...page }: AuditPage,
): Promise<ChainLink[]> {
  let query = trx.selectFrom("audit").select(entryColumns).limit(page.limit);
  query = query.orderBy("seq", page.after === undefined ? "desc" : "asc");
  if (page.after !== undefined) query = query.where("seq", ">", page.after);
  if (page.before !== undefined) query = query.where("seq", "<", page.before);
  if (who !== undefined) query = query.where(actedBy(who));
  if (action !== undefined)
    query = action.includes(".")
      ? query.where("action", "=", action)
      : query.where(sql<boolean>`starts_with(action, ${`${action}.`})`);
  if (subject !== undefined) query = query.where("subject_id", "=", subject);
  if (from !== undefined) query = query.where("at", ">=", at(from));
  if (to !== undefined) query = query.where("at", "<", at(to));
  return (await query.execute()).map(linkOf);
}

const at = (epochMs: number) => sql<number>`${timestamp(epochMs)}::timestamptz`;

function actedBy(who: Who): RawBuilder<boolean> {
  if ("ids" in who)
    return sql<boolean>`(member_id = any(${who.ids}::uuid[]) or agent_id = any(${who.ids}::uuid[]))`;
  // By the text, since one that was destroyed is no JSON. The actor is written without an object in it.
  const actor = sql`substring(entry from '"actor":\\{[^}]*\\}')`;
  const members = ["keyId", "deviceId", "name"].map((name) => `"${name}":${JSON.stringify(who.text)}`);
  return sql<boolean>`(${sql.join(
    members.map((member) => sql`position(${member} in ${actor}) > 0`),
    sql` or `,
  )})`;
}

/** The members and agents of this id or name. */
export async function peopleAndAgents(trx: Trx, text: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from members where id::text = ${text} or lower(name) = lower(${text})
    union select id from agents where id::text = ${text} or lower(name) = lower(${text})`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Names of these members, agents and devices, by id. */
export async function namesOf(trx: Trx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from members where id = any(${ids}::uuid[])
    union all select id, name from agents where id = any(${ids}::uuid[])
    union all select id, name from devices where id = any(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
