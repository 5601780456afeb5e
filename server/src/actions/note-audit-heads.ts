import type { Logger } from "../ops/logger.ts";
import { chainHeads } from "../store/audit.ts";
import type { Store } from "../store/store.ts";
import { timestamp } from "../store/timestamp.ts";

/**
 * Writes the head of every team's audit chain that moved since the call before to the log and to the data folder:
 * who changes the database, with the heads in it, cannot take those back. `noted`: seqs by team, kept between calls.
 */
export async function noteAuditHeads(store: Store, log: Logger, noted: Map<string, number>): Promise<void> {
  for (const { teamId, seq, mac } of await chainHeads(store)) {
    if (seq === (noted.get(teamId) ?? 0)) continue;
    log.info("The audit chain's head", { teamId, seq, mac });
    await store.auditHeads.keep({ at: timestamp(store.clock()), teamId, seq, mac });
    noted.set(teamId, seq);
  }
}
