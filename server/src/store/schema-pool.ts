/** Tables of numbers, who holds them, and how they come and go. */
import type { GatewayKind } from "@agentpass/shared/gateway-api";
import type { Problem } from "@agentpass/shared/problem";
import type { ColumnType, Generated } from "kysely";
import type { PurchaseWish } from "../domain/purchase-budget.ts";
import type { Json, OptionalTime, Time } from "./column-types.ts";

export interface GatewaysTable {
  team_id: string;
  id: string;
  name: string;
  kind: GatewayKind;
  created_at: Time;
  removed_at: OptionalTime;
}

export interface GatewaySecretsTable {
  team_id: string;
  id: string;
  gateway_id: string;
  master_key_id: string;
  sealed: Buffer;
  created_at: Time;
  expires_at: OptionalTime;
}

export interface NumbersTable {
  team_id: string;
  id: string;
  e164: string;
  provider: string;
  /** The SIM card's slot, from 1; null: the gateway's only number, or one that it names itself. */
  sim: ColumnType<number | null, number | null | undefined, number | null>;
  country: string | null;
  withheld: "suspended" | "retired" | null;
  quarantined_until: OptionalTime;
  rests_by_admin: Generated<boolean>;
  released_at: OptionalTime;
  created_at: Time;
}

export type LeaseEnd = "released" | "admin" | "idle" | "restore";

export interface LeasesTable {
  team_id: string;
  id: string;
  number_id: string;
  agent_id: string;
  passport_id: string;
  start_seq: number;
  started_at: Time;
  last_used_at: Time;
  ended_at: OptionalTime;
  end_reason: LeaseEnd | null;
}

export interface NumberServicesTable {
  team_id: string;
  number_id: string;
  service: string;
  member_id: string;
  last_used_at: Time;
}

/** What an admin gave a member on a number. */
export interface NumberGrantsTable {
  team_id: string;
  number_id: string;
  member_id: string;
  created_at: Time;
}

/** Columns of what is ordered from a provider, worked on by one node at a time and ended once. */
interface OrderColumns {
  team_id: string;
  id: string;
  claimed_until: OptionalTime;
  failure: ColumnType<Problem | null, string | null | undefined, string | null>;
  created_at: Time;
  ended_at: OptionalTime;
}

export interface PurchasesTable extends OrderColumns {
  /** `cancelled`: its need had gone before anything was ordered. */
  state: "open" | "done" | "failed" | "cancelled";
  claim_id: string | null;
  agent_id: string | null;
  passport_id: string | null;
  wish: Json<PurchaseWish>;
  orders: Generated<number>;
  number_id: string | null;
}

export interface ReleasesTable extends OrderColumns {
  state: "open" | "done" | "failed";
  number_id: string | null;
  provider_sid: string;
}
