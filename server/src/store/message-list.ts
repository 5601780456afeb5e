import type { MessageState } from "@agentpass/shared/agent-api";
import { sql } from "kysely";
import type { KeyRing } from "../crypto/key-ring.ts";
import type { Scope } from "../domain/access.ts";
import { messageOf, messageQuery, type Message } from "./messages.ts";
import { lowestId } from "./partitions.ts";
import { messageInScope } from "./scope.ts";
import { timestamp } from "./timestamp.ts";
import type { Trx } from "./with-team.ts";

export interface MessageFilter {
  scope: Scope;
  phoneNumber?: string | undefined;
  states?: readonly MessageState[] | undefined;
  messageIds?: readonly string[] | undefined;
  /** Id or name. */
  agent?: string | undefined;
  /** A service's name or domain; case does not matter. */
  service?: string | undefined;
  /** ISO 8601; when the server received it. */
  since?: string | undefined;
  beforeSeq?: number | undefined;
  /** When a code counts as expired. Epoch milliseconds. */
  now: number;
  limit: number;
}

const CLOCKS_DIFFER_MS = 60_000;

/** Newest first. */
export async function listMessageRows(trx: Trx, ring: KeyRing, filter: MessageFilter): Promise<Message[]> {
  // The page first and alone, so that an index gives its rows in order and nothing is joined to all the others. The
  // limit is written out: PostgreSQL plans once for any values, and of an unknown limit it expects a tenth of all rows.
  let query = trx
    .selectFrom("messages")
    .select("messages.id")
    .orderBy("messages.seq", "desc")
    .limit(sql.lit(filter.limit));
  query = query.where(messageInScope(filter.scope));
  if (filter.phoneNumber !== undefined) {
    const { phoneNumber } = filter;
    query = query.where("messages.number_id", "=", (of) =>
      of.selectFrom("numbers as wanted").select("wanted.id").where("wanted.e164", "=", phoneNumber),
    );
  }
  if (filter.beforeSeq !== undefined) query = query.where("messages.seq", "<", filter.beforeSeq);
  if (filter.states !== undefined)
    query = query.where(
      sql<string>`case when messages.state = 'available' and messages.expires_at <= ${timestamp(filter.now)}::timestamptz
      then 'expired' else messages.state end`,
      "=",
      sql<string>`any(${filter.states})`,
    );
  const { agent, service, since, messageIds } = filter;
  if (messageIds !== undefined)
    query = query.where("messages.id", "=", sql<string>`any(${messageIds}::uuid[])`);
  if (agent !== undefined)
    query = query.where("messages.agent_id", "in", (within) =>
      within
        .selectFrom("agents")
        .select("agents.id")
        .where((or) => or.or([or("agents.name", "=", agent), or(sql`agents.id::text`, "=", agent)])),
    );
  if (service !== undefined)
    query = query.where((or) =>
      or.or([
        or(sql`lower(messages.service)`, "=", service.toLowerCase()),
        or(sql`lower(messages.domain)`, "=", service.toLowerCase()),
      ]),
    );
  if (since !== undefined)
    query = query
      .where(sql`messages.received_at`, ">=", sql`${since}::timestamptz`)
      // Stored after it was received; nodes' clocks differ a little.
      .where("messages.id", ">=", lowestId(Date.parse(since) - CLOCKS_DIFFER_MS));
  const rows = await messageQuery(trx)
    .where("messages.id", "in", query)
    .orderBy("messages.seq", "desc")
    .execute();
  return rows.map((row) => messageOf(ring, row));
}
