import type { LeaseEntry } from "@agentpass/shared/number-api";
import { sql } from "kysely";
import type { Scope } from "../domain/access.ts";
import { inScope } from "./scope.ts";
import { isoTime } from "./timestamp.ts";
import type { Trx } from "./with-team.ts";

export interface LeaseFilter {
  scope: Scope;
  /** Absent: both. */
  state?: "live" | "ended" | undefined;
  phoneNumber?: string | undefined;
  /** Name or id. */
  agent?: string | undefined;
  /** Only leases that began before the one of this start. */
  beforeSeq?: number | undefined;
  limit: number;
}

/** Newest first. `startSeq` is the place in this order. */
export async function listLeaseRows(
  trx: Trx,
  { scope, state, phoneNumber, agent, beforeSeq, limit }: LeaseFilter,
): Promise<{ startSeq: number; entry: LeaseEntry }[]> {
  let query = trx
    .selectFrom("leases")
    .innerJoin("numbers", (join) =>
      join.onRef("numbers.team_id", "=", "leases.team_id").onRef("numbers.id", "=", "leases.number_id"),
    )
    .innerJoin("agents", (join) =>
      join.onRef("agents.team_id", "=", "leases.team_id").onRef("agents.id", "=", "leases.agent_id"),
    )
    .innerJoin("passports", (join) =>
      join.onRef("passports.team_id", "=", "leases.team_id").onRef("passports.id", "=", "leases.passport_id"),
    )
    .selectAll("leases")
    .select(["numbers.e164", "agents.name as agent_name", "passports.external_id"])
    .where(inScope(scope, "leases.agent_id"))
    .orderBy("leases.start_seq", "desc")
    .limit(limit);
  if (state !== undefined) query = query.where("leases.ended_at", state === "live" ? "is" : "is not", null);
  if (phoneNumber !== undefined) query = query.where("numbers.e164", "=", phoneNumber);
  if (agent !== undefined)
    query = query.where((eb) =>
      eb.or([eb("agents.name", "=", agent), eb(sql<string>`agents.id::text`, "=", agent)]),
    );
  if (beforeSeq !== undefined) query = query.where("leases.start_seq", "<", beforeSeq);
  return (await query.execute()).map((row) => ({
    startSeq: row.start_seq,
    entry: {
      id: row.id,
      phoneNumber: row.e164,
      agentId: row.agent_id,
      agentName: row.agent_name,
      ...(row.external_id === "" ? {} : { passportId: row.external_id }),
      startedAt: isoTime(row.started_at),
      lastUsedAt: isoTime(row.last_used_at),
      endedAt: row.ended_at === null ? null : isoTime(row.ended_at),
      endReason: row.end_reason,
    },
  }));
}
