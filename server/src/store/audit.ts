import type { Mac } from "../crypto/key-ring.ts";
import type { Store } from "./store.ts";

/** An entry as it is inserted. */
export interface AuditRow {
  team_id: string;
  seq: number;
  at: string;
  action: string;
  member_id: string | null;
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
