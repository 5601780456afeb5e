import { sql } from "kysely";
import { CLAIMABLE_MS, lowestId } from "./partitions.ts";
import { timestamp } from "./timestamp.ts";
import type { Trx } from "./with-team.ts";

export interface TeamCounts {
  leases: number;
  waitsOpen: number;
  approvalsOpen: number;
  messagesUnread: number;
}

/** What is under way in the transaction's team at this time (epoch milliseconds). */
export async function teamCounts(trx: Trx, now: number): Promise<TeamCounts> {
  // The ids are times too, by which partitions with nothing to take are passed over.
  const { rows } = await sql<TeamCounts>`
    select
      (select count(*) from leases where ended_at is null) as leases,
      (select count(*) from waits where state = 'open') as "waitsOpen",
      (select count(*) from approvals where state = 'open') as "approvalsOpen",
      (select count(*) from messages where state = 'available' and lease_id is not null
         and id >= ${lowestId(now - CLAIMABLE_MS)} and expires_at > ${timestamp(now)}::timestamptz) as "messagesUnread"`.execute(
    trx,
  );
  return rows[0] ?? { leases: 0, waitsOpen: 0, approvalsOpen: 0, messagesUnread: 0 };
}
