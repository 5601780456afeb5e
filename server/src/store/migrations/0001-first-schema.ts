import { sql, type Kysely } from "kysely";

/**
 * The whole first schema. Every table of a team has `team_id` first in its key and is under forced row-level
 * security: `agentpass_app` sees the team named by the transaction's setting `app.team` and nothing else;
 * `agentpass_ingest` stores messages for all teams and can read no body, no code and no data key.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table teams (
  id uuid primary key,
  name text not null,
  epoch text not null check (epoch ~ '^[0-9a-f]{8}$'),
  head_seq bigint not null default 0,
  head_check text not null default '00000000' check (head_check ~ '^[0-9a-f]{8}$'),
  first_seq bigint not null default 1,
  audit_seq bigint not null default 0,
  audit_mac bytea not null default '',
  usage_until timestamptz,
  settings jsonb not null default '{}',
  created_at timestamptz not null
);
comment on column teams.head_seq is 'counter of the team''s stream; locking this row orders every change of the team';
comment on column teams.first_seq is 'oldest event still retained';
comment on column teams.audit_seq is 'last entry of the audit chain, with its MAC in audit_mac';

create table members (
  team_id uuid not null references teams,
  id uuid not null,
  name text not null,
  role text not null check (role in ('owner', 'admin', 'member')),
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (team_id, id)
);
create unique index members_live_name on members (team_id, name) where removed_at is null;

create table invitations (
  team_id uuid not null references teams,
  id uuid not null,
  hash bytea not null unique,
  name text not null,
  role text not null check (role in ('owner', 'admin', 'member')),
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz,
  member_id uuid,
  primary key (team_id, id),
  foreign key (team_id, invited_by) references members,
  foreign key (team_id, member_id) references members,
  check ((used_at is null) = (member_id is null))
);
comment on column invitations.member_id is 'whom it made a member';

create table devices (
  team_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  platform text not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (team_id, id),
  foreign key (team_id, member_id) references members
);

create table agents (
  team_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  calls_per_minute int check (calls_per_minute >= 0),
  max_leases int check (max_leases >= 0),
  messages_per_day int check (messages_per_day >= 0),
  approval_policy text not null default 'allow' check (approval_policy in ('allow', 'ask_first', 'ask')),
  created_at timestamptz not null,
  paused_at timestamptz,
  removed_at timestamptz,
  primary key (team_id, id),
  foreign key (team_id, member_id) references members
);
create unique index agents_by_name on agents (team_id, name) where removed_at is null;
comment on column agents.max_leases is 'this and the other limits: null is the team''s default';
comment on column agents.member_id is 'never changes: it decides who may see the agent''s messages';

create table keys (
  team_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('admin', 'device', 'agent')),
  prefix text not null unique,
  hash bytea not null,
  name text not null,
  member_id uuid not null,
  agent_id uuid,
  device_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  replaced_by uuid,
  primary key (team_id, id),
  foreign key (team_id, member_id) references members,
  foreign key (team_id, replaced_by) references keys,
  foreign key (team_id, agent_id) references agents,
  foreign key (team_id, device_id) references devices,
  check ((kind = 'agent') = (agent_id is not null)),
  check ((kind = 'device') = (device_id is not null))
);

comment on column keys.replaced_by is 'the key it was rotated to';
create index keys_by_member on keys (team_id, member_id);

create table pairings (
  id uuid primary key,
  device_hash bytea not null unique,
  user_code text not null unique,
  device_name text not null,
  platform text not null,
  address text not null,
  network text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  interval_ms int not null,
  polled_at timestamptz,
  state text not null default 'pending' check (state in ('pending', 'approved', 'denied', 'used')),
  team_id uuid references teams,
  member_id uuid,
  approved_by_key uuid,
  foreign key (team_id, member_id) references members,
  foreign key (team_id, approved_by_key) references keys,
  check (state = 'pending' or team_id is not null)
);
comment on table pairings is 'devices that ask to be let in; a team''s only once one of its people has answered';
comment on column pairings.user_code is 'no secret by itself: answering it takes a key';

create table pairing_tries (
  team_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  foreign key (team_id, member_id) references members
);
comment on table pairing_tries is 'user codes that a person typed and that no device had';
create index pairing_tries_by_member on pairing_tries (team_id, member_id, at);

create table passports (
  team_id uuid not null,
  id uuid not null,
  agent_id uuid not null,
  external_id text not null default '',
  created_at timestamptz not null,
  primary key (team_id, id),
  unique (team_id, agent_id, external_id),
  foreign key (team_id, agent_id) references agents
);
comment on column passports.external_id is 'the agent''s own word for it; empty: the agent''s own passport';

create table gateways (
  team_id uuid not null references teams,
  id uuid not null,
  name text not null check (name ~ '^[a-z][a-z0-9-]{0,31}$' and name not in ('mock', 'twilio')),
  kind text not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (team_id, id)
);
comment on table gateways is 'phones with real SIM cards that post what they receive; numbers.provider is the name';
create unique index gateways_live_name on gateways (name) where removed_at is null;

create table gateway_secrets (
  team_id uuid not null,
  id uuid not null,
  gateway_id uuid not null,
  master_key_id text not null,
  sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (team_id, id),
  foreign key (team_id, gateway_id) references gateways
);
comment on table gateway_secrets is 'what a gateway signs with; while a secret is rotated, the old one beside the new one';
create index gateway_secrets_by_gateway on gateway_secrets (team_id, gateway_id);

create table numbers (
  team_id uuid not null references teams,
  id uuid not null,
  e164 text not null unique check (e164 ~ '^\\+[1-9][0-9]{6,14}$'),
  provider text not null,
  sim smallint check (sim between 1 and 8),
  country text,
  withheld text check (withheld in ('suspended', 'retired')),
  quarantined_until timestamptz,
  rests_by_admin boolean not null default false,
  released_at timestamptz,
  created_at timestamptz not null,
  primary key (team_id, id),
  check (released_at is null or withheld = 'retired')
);
comment on column numbers.sim is 'slot of its SIM card in the gateway''s phone; null: the phone has one, or names the number itself';
comment on column numbers.withheld is 'by an admin; leased, quarantined and available follow from leases and quarantined_until';
comment on column numbers.rests_by_admin is 'an admin made it rest, so its last passport may not reclaim it either';
comment on column numbers.released_at is 'given back to its provider';

create table leases (
  team_id uuid not null,
  id uuid not null,
  number_id uuid not null,
  agent_id uuid not null,
  passport_id uuid not null,
  start_seq bigint not null,
  started_at timestamptz not null,
  last_used_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('released', 'admin', 'idle')),
  primary key (team_id, id),
  foreign key (team_id, number_id) references numbers,
  foreign key (team_id, passport_id) references passports,
  check ((ended_at is null) = (end_reason is null))
);
create unique index leases_live_number on leases (team_id, number_id) where ended_at is null;
create unique index leases_live_passport on leases (team_id, passport_id) where ended_at is null;
create index leases_by_number on leases (team_id, number_id, started_at desc);
create index leases_by_passport on leases (team_id, passport_id, started_at desc);
create index leases_live_agent on leases (team_id, agent_id) where ended_at is null;

create table number_services (
  team_id uuid not null,
  number_id uuid not null,
  service text not null,
  member_id uuid not null,
  last_used_at timestamptz not null,
  primary key (team_id, number_id, service, member_id),
  foreign key (team_id, number_id) references numbers
);

create table number_consents (
  team_id uuid not null,
  number_id uuid not null,
  member_id uuid not null,
  created_at timestamptz not null,
  primary key (team_id, number_id, member_id),
  foreign key (team_id, number_id) references numbers,
  foreign key (team_id, member_id) references members
);
comment on table number_consents is 'an admin lets a member have a number that another member has used';

create table number_shares (
  team_id uuid not null,
  number_id uuid not null,
  member_id uuid not null,
  created_at timestamptz not null,
  primary key (team_id, member_id, number_id),
  foreign key (team_id, number_id) references numbers,
  foreign key (team_id, member_id) references members
);
comment on table number_shares is 'this member''s devices see what is stored for the number from created_at on';

create table purchases (
  team_id uuid not null references teams,
  id uuid not null,
  state text not null check (state in ('open', 'done', 'failed', 'cancelled')),
  agent_id uuid,
  passport_id uuid,
  wish jsonb not null,
  claim_id uuid,
  claimed_until timestamptz,
  orders int not null default 0,
  number_id uuid,
  failure jsonb,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (team_id, id),
  foreign key (team_id, passport_id) references passports,
  foreign key (team_id, number_id) references numbers,
  check ((agent_id is null) = (passport_id is null)),
  check ((state = 'open') = (ended_at is null)),
  check ((state = 'done') = (number_id is not null)),
  check ((state = 'failed') = (failure is not null))
);
create unique index purchases_open_passport on purchases (team_id, passport_id) where state = 'open';
create index purchases_open on purchases (team_id) where state = 'open';
create index purchases_by_time on purchases (team_id, created_at desc);
comment on column purchases.passport_id is 'who needs the number; null: an admin asked for it';
comment on column purchases.orders is 'orders that may have reached the provider; after one, it is looked for there before the next';

create table releases (
  team_id uuid not null references teams,
  id uuid not null,
  state text not null check (state in ('open', 'done', 'failed')),
  number_id uuid,
  provider_sid text not null,
  claimed_until timestamptz,
  failure jsonb,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (team_id, id),
  foreign key (team_id, number_id) references numbers,
  check ((state = 'open') = (ended_at is null)),
  check ((state = 'failed') = (failure is not null))
);
create unique index releases_open_number on releases (team_id, number_id) where state = 'open';
create index releases_open on releases (team_id) where state = 'open';
comment on column releases.number_id is 'null: bought once too often, and never in the pool';

create table receipts (
  provider text not null,
  account text not null,
  provider_message_id text not null,
  team_id uuid not null,
  message_id uuid not null,
  stored_at timestamptz not null,
  primary key (provider_message_id, provider, account)
);
comment on table receipts is 'never erased, never partitioned: a provider''s message is stored once, for ever';

create table messages (
  team_id uuid not null,
  id uuid not null,
  seq bigint not null,
  number_id uuid not null,
  lease_id uuid,
  agent_id uuid,
  provider text not null,
  provider_message_id text not null,
  sender text not null,
  sender_key text not null,
  service text,
  domain text,
  body bytea,
  extraction bytea,
  has_code boolean not null,
  media jsonb not null default '[]',
  state text not null check (state in ('available', 'claimed', 'consumed', 'held', 'superseded', 'expired', 'provider_blocked')),
  wait_id uuid,
  redelivered boolean not null default false,
  provider_at timestamptz not null,
  received_at timestamptz not null,
  stored_at timestamptz not null,
  expires_at timestamptz not null,
  approved_at timestamptz,
  matched_at timestamptz,
  pushed_at timestamptz,
  taken_at timestamptz,
  code_erased_at timestamptz,
  body_erased_at timestamptz,
  primary key (team_id, id)
) partition by range (id);
comment on column messages.id is 'UUIDv7, so that a range of ids is a range of time';
comment on column messages.approved_at is 'when a person let the agent have it';
comment on column messages.lease_id is 'the holder, fixed when stored; null: nobody''s';
create index messages_available on messages (team_id, lease_id) where state = 'available';
create index messages_blocked on messages (team_id, lease_id) where state = 'provider_blocked' and wait_id is null;
create index messages_by_number on messages (team_id, number_id, seq desc);
create index messages_by_agent on messages (team_id, agent_id, seq desc);
create index messages_unerased on messages (team_id, expires_at) where code_erased_at is null;

create table message_keys (
  team_id uuid not null,
  message_id uuid not null,
  agent_id uuid,
  master_key_id text not null,
  wrapped bytea not null,
  primary key (team_id, message_id)
);
comment on column message_keys.agent_id is 'as of the message, so that row-level security need not look there';

create table waits (
  team_id uuid not null,
  id uuid not null,
  request_id text not null,
  agent_id uuid not null,
  lease_id uuid not null,
  filters jsonb not null,
  mode text not null check (mode in ('claim', 'peek')),
  state text not null check (state in ('open', 'approval_pending', 'received', 'timeout', 'cancelled', 'denied', 'number_released', 'provider_blocked')),
  denied_reason text check (denied_reason in ('person', 'no_answer', 'policy', 'no_device')),
  message_id uuid,
  confirmed_at timestamptz,
  superseded jsonb not null default '[]',
  redelivered boolean not null default false,
  seen_nonmatching int not null default 0,
  opened_at timestamptz not null,
  opened_seq bigint not null,
  changed_seq bigint not null,
  deadline timestamptz not null,
  touched_at timestamptz not null,
  parked_at timestamptz,
  ended_at timestamptz,
  provider_asked smallint not null default 0,
  primary key (team_id, id),
  unique (team_id, agent_id, request_id),
  foreign key (team_id, lease_id) references leases
);
comment on column waits.provider_asked is 'how often the provider''s list was read for it';
create index waits_open on waits (team_id, lease_id) where state = 'open';
create index waits_unsettled on waits (team_id, lease_id) where state in ('open', 'approval_pending') or (state = 'received' and confirmed_at is null);
create index waits_open_of_agent on waits (team_id, agent_id) where state in ('open', 'approval_pending');

create table approvals (
  team_id uuid not null,
  message_id uuid not null,
  agent_id uuid not null,
  lease_id uuid not null,
  number_id uuid not null,
  state text not null check (state in ('open', 'allowed', 'denied', 'withdrawn')),
  reason text check (reason in ('person', 'no_answer')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  primary key (team_id, message_id),
  foreign key (team_id, agent_id) references agents,
  foreign key (team_id, answered_by) references members
);
comment on table approvals is 'one question a message: may the agent have it?';
create index approvals_open on approvals (team_id, asked_at) where state = 'open';
create index approvals_allowed on approvals (team_id, lease_id) where state = 'allowed';

create table service_approvals (
  team_id uuid not null,
  agent_id uuid not null,
  service text not null,
  approved_by uuid not null,
  approved_at timestamptz not null,
  primary key (team_id, agent_id, service),
  foreign key (team_id, agent_id) references agents,
  foreign key (team_id, approved_by) references members
);
comment on table service_approvals is 'whose messages an agent may have without a question';

create table reconcile_marks (
  provider text not null,
  account text not null,
  mark timestamptz not null,
  primary key (provider, account)
);
comment on column reconcile_marks.mark is 'every message that the provider listed with an earlier time is stored';

create table events (
  team_id uuid not null,
  seq bigint not null,
  check_value text not null check (check_value ~ '^[0-9a-f]{8}$'),
  type text not null,
  agent_id uuid,
  number_id uuid,
  lease_id uuid,
  message_id uuid,
  wait_id uuid,
  key_id uuid,
  at timestamptz not null,
  primary key (team_id, seq)
);

create table audit (
  team_id uuid not null references teams,
  seq bigint not null,
  at timestamptz not null,
  action text not null,
  member_id uuid,
  agent_id uuid,
  subject_id text,
  entry text not null,
  master_key_id text not null,
  mac bytea not null,
  primary key (team_id, seq)
);
comment on table audit is 'append-only; each MAC covers the entry and the MAC before it, under a key that is not in the database';
comment on column audit.action is 'said again, like the other columns, of what stands in the entry, to search by';
create index audit_by_member on audit (team_id, member_id, seq desc) where member_id is not null;
create index audit_by_agent on audit (team_id, agent_id, seq desc) where agent_id is not null;
create index audit_by_subject on audit (team_id, subject_id) where subject_id is not null;

create table message_views (
  team_id uuid not null,
  message_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  primary key (team_id, message_id, member_id)
);
comment on table message_views is 'whom a message''s text or code was shown to, so that looking at it again is no news for the audit';

create table usage_days (
  team_id uuid not null,
  day date not null,
  agent_id uuid,
  number_id uuid not null,
  messages int not null,
  codes int not null,
  waits int not null,
  timeouts int not null,
  latencies jsonb not null
);
create unique index usage_days_cell on usage_days (team_id, day, number_id, agent_id) nulls not distinct;
comment on table usage_days is 'what messages and waits say of the days before teams.usage_until, kept for when their rows are gone';

create view sms_notifications with (security_invoker = true) as
  select numbers.e164 as phone_number, messages.provider_message_id as id, messages.received_at, messages.stored_at, messages.expires_at, messages.state
  from messages join numbers on numbers.team_id = messages.team_id and numbers.id = messages.number_id;

create table settings (
  name text primary key,
  value jsonb not null
);
comment on table settings is 'facts about the installation, not about a team';
`.execute(db);

  await secure(db);
}

/** Tables with a `team_id` that the app role works on, each with what it may do there. */
const appGrants: Record<string, string> = {
  members: "select, insert, update",
  invitations: "select, insert, update",
  devices: "select, insert, update",
  agents: "select, insert, update",
  keys: "select, insert, update",
  pairing_tries: "select, insert, delete",
  passports: "select, insert",
  gateways: "select, insert, update (removed_at)",
  gateway_secrets: "select, insert, update (expires_at), delete",
  numbers: "select, insert, update",
  leases: "select, insert, update",
  number_services: "select, insert, update",
  receipts: "select (team_id, provider_message_id, message_id)",
  number_consents: "select, insert, delete",
  number_shares: "select, insert, delete",
  purchases: "select, insert, update",
  releases: "select, insert, update",
  messages: "select, update",
  message_keys: "select, update, delete",
  waits: "select, insert, update, delete",
  approvals: "select, insert, update",
  service_approvals: "select, insert, delete",
  events: "select, insert, delete",
  audit: "select, insert",
  message_views: "select, insert, delete",
  usage_days: "select, insert",
};

/** What ingest may do: no body, no extraction, no data key can be read by it. */
const ingestGrants: Record<string, string> = {
  teams: "select, update (head_seq, head_check, audit_seq, audit_mac)",
  numbers: "select",
  leases: "select",
  number_services: "select, insert, update",
  agents: "select",
  keys: "select (team_id, member_id, kind, revoked_at, expires_at)",
  approvals: "insert, select (team_id, lease_id, state)",
  service_approvals: "select (team_id, agent_id, service)",
  receipts: "select, insert",
  reconcile_marks: "select, insert, update",
  messages: `insert, select (team_id, id, seq, number_id, lease_id, agent_id, provider, provider_message_id, sender_key, service, domain, state, expires_at, provider_at), update (state, wait_id, matched_at)`,
  message_keys: "insert",
  waits: "select, update",
  events: "select, insert",
  audit: "insert",
};

const ownTeam = "nullif(current_setting('app.team', true), '')::uuid";
const presented = (name: string) => `nullif(current_setting('app.${name}', true), '')`;
const presentedHash = `decode(${presented("secret_hash")}, 'hex')`;

/** What a device may see of a message's row: of its member's agents, or stored for a number since it is shared. */
const OF_MEMBER = `agent_id in (select id from agents where member_id = ${presented("member")}::uuid)
  or number_id in (select number_id from number_shares where member_id = ${presented("member")}::uuid and created_at <= stored_at)`;

/** Rows that are also found by what their holder presents, before the team is known: a key with its member, an invitation, a gateway with its secrets. */
const byPresented: Record<string, string> = {
  keys: ` or prefix = ${presented("key_prefix")}`,
  members: ` or (team_id, id) in (select team_id, member_id from keys where prefix = ${presented("key_prefix")})`,
  agents: ` or (team_id, id) in (select team_id, agent_id from keys where prefix = ${presented("key_prefix")})`,
  invitations: ` or hash = ${presentedHash}`,
  gateways: ` or name = ${presented("gateway")}`,
  gateway_secrets: ` or (team_id, gateway_id) in (select team_id, id from gateways where name = ${presented("gateway")})`,
};

/**
 * A pairing is of no team until it is answered: the app role sees the one whose device code or user code is presented,
 * and may give it to its own team only; ingest, which counts and prunes them, can read no code.
 */
async function securePairings(run: (text: string) => Promise<unknown>): Promise<void> {
  await run("alter table pairings enable row level security");
  await run("alter table pairings force row level security");
  await run(
    "grant select, update (state, team_id, member_id, approved_by_key, polled_at, interval_ms) on pairings to agentpass_app",
  );
  await run("grant select (id, network, expires_at), insert, delete on pairings to agentpass_ingest");
  await run(
    `create policy presented on pairings to agentpass_app
      using (device_hash = ${presentedHash} or user_code = ${presented("user_code")})
      with check (team_id is null or team_id = ${ownTeam})`,
  );
  await run(
    "create policy every_team on pairings to agentpass_ingest using (true) with check (team_id is null)",
  );
}

async function secure(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run("grant usage on schema public to agentpass_app, agentpass_ingest");
  await run("grant select, insert, update on teams to agentpass_app");
  await run("grant select, insert, update on settings to agentpass_app");
  await run("grant select on sms_notifications to agentpass_app");
  for (const [table, grants] of Object.entries(appGrants))
    await run(`grant ${grants} on ${table} to agentpass_app`);
  for (const [table, grants] of Object.entries(ingestGrants))
    await run(`grant ${grants} on ${table} to agentpass_ingest`);

  for (const table of ["teams", "reconcile_marks", ...Object.keys(appGrants)]) {
    await run(`alter table ${table} enable row level security`);
    await run(`alter table ${table} force row level security`);
  }
  for (const table of ["teams", ...Object.keys(appGrants)]) {
    const column = table === "teams" ? "id" : "team_id";
    await run(
      `create policy own_team on ${table} to agentpass_app using (${column} = ${ownTeam}${byPresented[table] ?? ""}) with check (${column} = ${ownTeam})`,
    );
  }
  for (const table of ["messages", "message_keys", "waits", "leases"])
    await run(
      `create policy own_agent on ${table} as restrictive to agentpass_app using (${presented("agent")} is null or agent_id = ${presented("agent")}::uuid)`,
    );
  await run(
    `create policy own_member on messages as restrictive to agentpass_app using (${presented("member")} is null or ${OF_MEMBER})`,
  );
  await securePairings(run);
  for (const table of Object.keys(ingestGrants)) {
    await run(`create policy every_team on ${table} to agentpass_ingest using (true) with check (true)`);
  }
}
