import type { NumberMode } from "@agentpass/shared/agent-api";
import type { Limits } from "../domain/limits.ts";
import type { KeyRing } from "../crypto/key-ring.ts";
import type { Pool } from "pg";
import type { NumberPool } from "../domain/number-pool.ts";
import type { AuditHeads } from "../ops/audit-heads.ts";
import type { Observe } from "../ops/occurrence.ts";
import type { Refusals } from "../actions/refusals.ts";
import type { Database } from "./database.ts";
import type { StreamEvent } from "./events.ts";
import type { NumberMarket } from "../twilio/number-market.ts";
import type { FreshAnswers } from "./fresh-answers.ts";
import type { KnownAgents } from "./known-agents.ts";
import type { KnownShares } from "./known-shares.ts";
import type { ReceiptNotes } from "./receipt-notes.ts";

/** Now, in epoch milliseconds with fractions. */
export type Clock = () => number;

/** What every action works with. */
export interface Store {
  /** Under row-level security: sees the team of `withTeam` only. */
  app: Database;
  /** Stores messages for all teams; reads no body, code or data key. */
  ingest: Database;
  /** The connections of `ingest`, for statements that are sent without waiting for each other. */
  ingestPool: Pool;
  /** What agents are told of their numbers: simulated or real. */
  mode: NumberMode;
  /** Which numbers may be leased. */
  pool: NumberPool;
  /** Where numbers are bought and given back; null in mock mode. */
  market: NumberMarket | null;
  keyRing: KeyRing;
  clock: Clock;
  freshAnswers: FreshAnswers;
  knownAgents: KnownAgents;
  knownShares: KnownShares;
  limits: Limits;
  receiptNotes: ReceiptNotes;
  refusals: Pick<Refusals, "note" | "noteSignIn">;
  /** Earlier heads of audit chains, kept outside the database. */
  auditHeads: AuditHeads;
  /** Tells operators what happened, once it is committed. */
  observe: Observe;
  /**
   * A hint, after a commit, that the team's stream has grown by these events. Losing one costs time, never an event.
   */
  wakeUp: (teamId: string, events: readonly StreamEvent[]) => void;
}
