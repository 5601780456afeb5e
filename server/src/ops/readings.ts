import type { NumberState } from "@agentpass/shared/number-api";
import type { ReconcileCounters } from "../twilio/reconcile.ts";

/** How the installation stands, as the database says: the same on every node. All teams together. */
export interface FleetState {
  /** Numbers of the mode's pool. */
  numbers: Readonly<Record<NumberState, number>>;
  leases: number;
  waitsOpen: number;
  /** Questions to people that are unanswered. */
  approvalsOpen: number;
  /** Messages that an agent may still take: held by a lease, unexpired, taken by nobody. */
  messagesUnread: number;
  /** Null where numbers cannot be bought. */
  budget: Budget | null;
  /** Live agents by id. */
  agents: readonly { id: string; name: string }[];
}

/** What buying numbers has used up, and of how much. */
export interface Budget {
  /** Whether numbers are bought unasked. */
  automatic: boolean;
  purchasesLastDay: number;
  purchasesPerDay: number;
  /** Purchases under way. */
  purchasesOpen: number;
  numbersOwned: number;
  /** Those of them that this server bought. */
  numbersBought: number;
  numbersLimit: number;
  /** Estimated, since the month began (UTC), in `currency`; of the first team where they differ. */
  monthCost: number;
  /** From which cost of a month an admin wants to hear; null: none. */
  monthCostAlert: number | null;
  currency: string;
}

/** What is read when somebody looks, instead of being counted as it happens. */
export interface Readings {
  /** Rejects where the database does not answer. */
  fleet: () => Promise<FleetState>;
  /** Open WebSockets of this node. */
  sockets: () => number;
  /** Messages of this node that wait for their commit. */
  queued: () => number;
  /** Null where there is none. */
  reconciler: () => Readonly<ReconcileCounters> | null;
  /** Whether this node reaches NATS; null where NATS_URL is not used. */
  natsUp: () => boolean | null;
}
