import { sql, type Selectable } from "kysely";
import type { Mac } from "../crypto/key-ring.ts";
import type { ChainHead, ChainLink } from "../domain/audit-chain.ts";
import type { Schema } from "./schema.ts";
import type { Store } from "./store.ts";
import type { Trx } from "./with-team.ts";

/** An entry as it is inserted. */
export interface AuditRow {
  team_id: string;
  seq: number;
  at: string;
  action: string;
  member_id: string | null;
  agent_id: string | null;
  subject_id: string | null;
  entry: string;
  master_key_id: string;
  /** Bytes in PostgreSQL's own spelling. */
  mac: string;
}

/**
 * The MAC of the entry behind `previous`. It covers the MAC before it, so that an entry that is changed, left out
 * or put elsewhere breaks the chain from there on.
 */
export function entryMac(
  { keyRing }: Pick<Store, "keyRing">,
  { teamId, previous, entry }: { teamId: string; previous: Buffer; entry: string },
  masterKeyId?: string,
): Mac {
  return keyRing.mac("audit", [teamId, previous, entry], masterKeyId);
}

/** The columns of an entry but its team. */
export const entryColumns = [
  "seq",
  "at",
  "action",
  "member_id",
  "agent_id",
  "subject_id",
  "entry",
  "master_key_id",
  "mac",
] as const;

export type StoredEntry = Pick<Selectable<Schema["audit"]>, (typeof entryColumns)[number]>;

export const linkOf = (row: StoredEntry): ChainLink => ({
  seq: row.seq,
  at: row.at,
  action: row.action,
  memberId: row.member_id,
  agentId: row.agent_id,
  subjectId: row.subject_id,
  entry: row.entry,
  masterKeyId: row.master_key_id,
  mac: row.mac,
});

/** Every team's, read past team borders by the ingest role. */
export async function chainHeads(store: Store): Promise<(ChainHead & { teamId: string })[]> {
  const rows = await store.ingest
    .selectFrom("teams")
    .select(["id", "audit_seq", "audit_mac"])
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ teamId: row.id, seq: row.audit_seq, mac: row.audit_mac.toString("hex") }));
}

/** The entries behind `after`, in their order, and the chain's head, of one moment. */
export async function chainPage(
  trx: Trx,
  { after, limit }: { after: number; limit: number },
): Promise<{ links: ChainLink[]; head: ChainHead }> {
  const rows = await trx
    .selectFrom("teams")
    .leftJoin("audit", (join) => join.onRef("audit.team_id", "=", "teams.id").on("audit.seq", ">", after))
    .select(entryColumns.map((column) => `audit.${column}` as const))
    .select(["teams.audit_seq", "teams.audit_mac"])
    .orderBy("audit.seq")
    .limit(limit)
    .execute();
  const [first] = rows;
  if (first === undefined) throw new Error("the transaction has no team");
  return {
    links: rows.filter((row) => row.seq !== null).map((row) => linkOf(row as StoredEntry)),
    head: { seq: first.audit_seq, mac: first.audit_mac.toString("hex") },
  };
}

/** The MACs of these entries; those that are not there are left out. */
export async function macsOf(trx: Trx, seqs: readonly number[]): Promise<Map<number, Buffer>> {
  if (seqs.length === 0) return new Map();
  const rows = await trx
    .selectFrom("audit")
    .select(["seq", "mac"])
    .where(sql<boolean>`seq = any(${seqs}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.seq, row.mac]));
}
