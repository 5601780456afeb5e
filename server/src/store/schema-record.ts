/** Tables of what happened, was done and was used. */
import type { StreamEventType } from "@agentpass/shared/feed";
import type { Json, OptionalTime, Time } from "./column-types.ts";

export interface EventsTable {
  team_id: string;
  seq: number;
  check_value: string;
  type: StreamEventType;
  agent_id: string | null;
  number_id: string | null;
  lease_id: string | null;
  message_id: string | null;
  wait_id: string | null;
  key_id: string | null;
  at: Time;
}

export interface AuditTable {
  team_id: string;
  seq: number;
  at: Time;
  action: string;
  /** Whose action it was; null: the system's, or a provider's. */
  member_id: string | null;
  /** The agent that acted; null: a person, the system or a provider. */
  agent_id: string | null;
  subject_id: string | null;
  /** JSON, kept to the letter, since the MAC covers it. */
  entry: string;
  master_key_id: string;
  mac: Buffer;
}

/** Who has been shown the code or the text of which message; kept as long as there is something to show. */
export interface MessageViewsTable {
  team_id: string;
  message_id: string;
  member_id: string;
  at: Time;
}

/** What rows of `messages` and `waits` say of a day in UTC, kept for when they are gone. */
export interface UsageDaysTable {
  team_id: string;
  day: string;
  agent_id: string | null;
  number_id: string;
  messages: number;
  codes: number;
  waits: number;
  timeouts: number;
  latencies: Json<Record<string, number>>;
}

/** Where a built-in alert stands, for all nodes together. */
export interface AlertsTable {
  name: string;
  firing: boolean;
  since: Time;
  calm_since: OptionalTime;
  /** What people were told last, and when. */
  told_firing: boolean | null;
  told_at: OptionalTime;
  /** A node is telling of it. */
  claimed_until: OptionalTime;
}
