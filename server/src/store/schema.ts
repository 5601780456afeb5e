import type { MessageState, WaitAnswer } from "@agentpass/shared/agent-api";
import type { KeyKind } from "../crypto/token-hash.ts";
import type { Role } from "../domain/access.ts";
import type { ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import type { ApprovalState, DenialReason } from "@agentpass/shared/approval-api";
import type { Json, OptionalTime, Time } from "./column-types.ts";
import type {
  GatewaySecretsTable,
  GatewaysTable,
  LeasesTable,
  NumberGrantsTable,
  NumberServicesTable,
  NumbersTable,
  PurchasesTable,
  ReleasesTable,
} from "./schema-pool.ts";
import type {
  AlertsTable,
  AuditTable,
  EventsTable,
  MessageViewsTable,
  UsageDaysTable,
} from "./schema-record.ts";
import type { ColumnType, Generated, JSONColumnType, Selectable } from "kysely";

/** The tables as Kysely sees them. `pg` is set to give times as epoch milliseconds and bigints as numbers. */
export interface Schema {
  teams: TeamsTable;
  members: MembersTable;
  invitations: InvitationsTable;
  devices: DevicesTable;
  agents: AgentsTable;
  keys: KeysTable;
  pairings: PairingsTable;
  pairing_tries: { team_id: string; member_id: string; at: Time };
  passports: PassportsTable;
  gateways: GatewaysTable;
  gateway_secrets: GatewaySecretsTable;
  numbers: NumbersTable;
  leases: LeasesTable;
  number_services: NumberServicesTable;
  number_consents: NumberGrantsTable;
  number_shares: NumberGrantsTable;
  purchases: PurchasesTable;
  releases: ReleasesTable;
  receipts: ReceiptsTable;
  messages: MessagesTable;
  message_keys: MessageKeysTable;
  waits: WaitsTable;
  approvals: ApprovalsTable;
  service_approvals: ServiceApprovalsTable;
  reconcile_marks: { provider: string; account: string; mark: Time };
  events: EventsTable;
  audit: AuditTable;
  message_views: MessageViewsTable;
  usage_days: UsageDaysTable;
  alert_counts: { minute: Time; signal: string; count: number };
  alerts: AlertsTable;
  settings: { name: string; value: JSONColumnType<object> };
}

interface TeamsTable {
  id: string;
  name: string;
  epoch: string;
  head_seq: Generated<number>;
  head_check: Generated<string>;
  first_seq: Generated<number>;
  audit_seq: Generated<number>;
  audit_mac: Generated<Buffer>;
  /** Midnight (UTC) before which the days' usage is kept in `usage_days`; null: of no day yet. */
  usage_until: OptionalTime;
  settings: Json<unknown>;
  created_at: Time;
}

interface MembersTable {
  team_id: string;
  id: string;
  name: string;
  role: Role;
  created_at: Time;
  removed_at: OptionalTime;
}

interface InvitationsTable {
  team_id: string;
  id: string;
  /** SHA-256 of the link's secret. */
  hash: Buffer;
  name: string;
  role: Role;
  invited_by: string;
  created_at: Time;
  expires_at: Time;
  revoked_at: OptionalTime;
  used_at: OptionalTime;
  member_id: string | null;
}

interface DevicesTable {
  team_id: string;
  id: string;
  member_id: string;
  name: string;
  platform: string;
  created_at: Time;
  removed_at: OptionalTime;
}

interface AgentsTable {
  team_id: string;
  id: string;
  member_id: string;
  name: string;
  /** This and the other limits: null is the team's default. */
  calls_per_minute: number | null;
  max_leases: number | null;
  messages_per_day: number | null;
  approval_policy: Generated<ApprovalPolicy>;
  created_at: Time;
  paused_at: OptionalTime;
  removed_at: OptionalTime;
}

interface KeysTable {
  team_id: string;
  id: string;
  kind: KeyKind;
  prefix: string;
  hash: Buffer;
  name: string;
  member_id: string;
  agent_id: string | null;
  device_id: string | null;
  created_at: Time;
  expires_at: OptionalTime;
  revoked_at: OptionalTime;
  last_used_at: OptionalTime;
  replaced_by: ColumnType<string | null, string | null | undefined, string>;
  suspended_at: OptionalTime;
}

export type PairingState = "pending" | "approved" | "denied" | "used";

interface PairingsTable {
  id: string;
  /** SHA-256 of the device code. */
  device_hash: Buffer;
  user_code: string;
  device_name: string;
  platform: string;
  /** Where it asked from; `network` is what is counted, see `networkOf`. */
  address: string;
  network: string;
  created_at: Time;
  expires_at: Time;
  interval_ms: number;
  polled_at: OptionalTime;
  state: Generated<PairingState>;
  /** Of whoever answered; null while nobody has. */
  team_id: string | null;
  /** Whose device it becomes. */
  member_id: string | null;
  approved_by_key: string | null;
}

interface PassportsTable {
  team_id: string;
  id: string;
  agent_id: string;
  external_id: string;
  created_at: Time;
}

interface ReceiptsTable {
  provider: string;
  account: string;
  provider_message_id: string;
  team_id: string;
  message_id: string;
  stored_at: Time;
}

interface MessagesTable {
  team_id: string;
  id: string;
  seq: number;
  number_id: string;
  lease_id: string | null;
  agent_id: string | null;
  provider: string;
  provider_message_id: string;
  sender: string;
  sender_key: string;
  service: string | null;
  domain: string | null;
  /** Sealed cleaned text; null once erased. */
  body: Buffer | null;
  /** Sealed JSON of what the extractor found; null where it found nothing, and once erased. */
  extraction: Buffer | null;
  /** Whether the extractor found a code; outlives the code. */
  has_code: boolean;
  media: Json<{ url: string; contentType: string }[]>;
  state: MessageState;
  wait_id: string | null;
  redelivered: Generated<boolean>;
  provider_at: Time;
  received_at: Time;
  stored_at: Time;
  expires_at: Time;
  approved_at: OptionalTime;
  matched_at: OptionalTime;
  pushed_at: OptionalTime;
  taken_at: OptionalTime;
  code_erased_at: OptionalTime;
  body_erased_at: OptionalTime;
  twilio_redaction: Generated<"due" | "done" | null>;
}

export type MessagesTableRow = Selectable<MessagesTable>;

interface MessageKeysTable {
  team_id: string;
  message_id: string;
  agent_id: string | null;
  master_key_id: string;
  wrapped: Buffer;
}

export type WaitState = WaitAnswer["status"];

interface WaitsTable {
  team_id: string;
  id: string;
  request_id: string;
  agent_id: string;
  lease_id: string;
  filters: Json<unknown>;
  mode: "claim" | "peek";
  state: WaitState;
  /** Of a wait that was denied. */
  denied_reason: DenialReason | null;
  message_id: string | null;
  /** When the caller showed that it got the message. */
  confirmed_at: OptionalTime;
  superseded: ColumnType<string[], string | undefined, string>;
  redelivered: Generated<boolean>;
  seen_nonmatching: Generated<number>;
  opened_at: Time;
  opened_seq: number;
  changed_seq: number;
  deadline: Time;
  touched_at: Time;
  parked_at: OptionalTime;
  ended_at: OptionalTime;
  provider_asked: Generated<number>;
}

interface ApprovalsTable {
  team_id: string;
  message_id: string;
  agent_id: string;
  lease_id: string;
  number_id: string;
  state: ApprovalState;
  reason: "person" | "no_answer" | null;
  asked_at: Time;
  answered_at: OptionalTime;
  /** The member. */
  answered_by: string | null;
}

interface ServiceApprovalsTable {
  team_id: string;
  agent_id: string;
  service: string;
  /** The member. */
  approved_by: string;
  approved_at: Time;
}
