
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.agents (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    name text NOT NULL,
    calls_per_minute integer,
    max_leases integer,
    messages_per_day integer,
    approval_policy text DEFAULT 'allow'::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    paused_at timestamp with time zone,
    removed_at timestamp with time zone,
    CONSTRAINT agents_approval_policy_check CHECK ((approval_policy = ANY (ARRAY['allow'::text, 'ask_first'::text, 'ask'::text]))),
    CONSTRAINT agents_calls_per_minute_check CHECK ((calls_per_minute >= 0)),
    CONSTRAINT agents_max_leases_check CHECK ((max_leases >= 0)),
    CONSTRAINT agents_messages_per_day_check CHECK ((messages_per_day >= 0))
);

ALTER TABLE ONLY public.agents FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.agents.member_id IS 'never changes: it decides who may see the agent''s messages';

COMMENT ON COLUMN public.agents.max_leases IS 'this and the other limits: null is the team''s default';

CREATE TABLE public.alert_counts (
    minute timestamp with time zone NOT NULL,
    signal text NOT NULL,
    count bigint NOT NULL,
    CONSTRAINT alert_counts_signal_check CHECK ((signal ~ '^[a-z_]{1,40}$'::text))
);

CREATE TABLE public.alerts (
    name text NOT NULL,
    firing boolean NOT NULL,
    since timestamp with time zone NOT NULL,
    calm_since timestamp with time zone,
    told_firing boolean,
    told_at timestamp with time zone,
    claimed_until timestamp with time zone,
    CONSTRAINT alerts_check CHECK (((told_firing IS NULL) = (told_at IS NULL))),
    CONSTRAINT alerts_name_check CHECK ((name ~ '^[a-z_]{1,40}$'::text))
);

COMMENT ON COLUMN public.alerts.claimed_until IS 'a node is telling of it';

CREATE TABLE public.approvals (
    team_id uuid NOT NULL,
    message_id uuid NOT NULL,
    agent_id uuid NOT NULL,
    lease_id uuid NOT NULL,
    number_id uuid NOT NULL,
    state text NOT NULL,
    reason text,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answered_by uuid,
    CONSTRAINT approvals_reason_check CHECK ((reason = ANY (ARRAY['person'::text, 'no_answer'::text]))),
    CONSTRAINT approvals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'allowed'::text, 'denied'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY public.approvals FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.approvals IS 'one question a message: may the agent have it?';

CREATE TABLE public.audit (
    team_id uuid NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    member_id uuid,
    agent_id uuid,
    subject_id text,
    entry text NOT NULL,
    master_key_id text NOT NULL,
    mac bytea NOT NULL
);

ALTER TABLE ONLY public.audit FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.audit IS 'append-only; each MAC covers the entry and the MAC before it, under a key that is not in the database';

COMMENT ON COLUMN public.audit.action IS 'said again, like the other columns, of what stands in the entry, to search by';

CREATE TABLE public.devices (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    name text NOT NULL,
    platform text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone
);

ALTER TABLE ONLY public.devices FORCE ROW LEVEL SECURITY;

CREATE TABLE public.events (
    team_id uuid NOT NULL,
    seq bigint NOT NULL,
    check_value text NOT NULL,
    type text NOT NULL,
    agent_id uuid,
    number_id uuid,
    lease_id uuid,
    message_id uuid,
    wait_id uuid,
    key_id uuid,
    at timestamp with time zone NOT NULL,
    CONSTRAINT events_check_value_check CHECK ((check_value ~ '^[0-9a-f]{8}$'::text))
);

ALTER TABLE ONLY public.events FORCE ROW LEVEL SECURITY;

CREATE TABLE public.gateway_secrets (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    gateway_id uuid NOT NULL,
    master_key_id text NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone
);

ALTER TABLE ONLY public.gateway_secrets FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.gateway_secrets IS 'what a gateway signs with; while a secret is rotated, the old one beside the new one';

CREATE TABLE public.gateways (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT gateways_name_check CHECK (((name ~ '^[a-z][a-z0-9-]{0,31}$'::text) AND (name <> ALL (ARRAY['mock'::text, 'twilio'::text]))))
);

ALTER TABLE ONLY public.gateways FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.gateways IS 'phones with real SIM cards that post what they receive; numbers.provider is the name';

CREATE TABLE public.invitations (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    hash bytea NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    invited_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    used_at timestamp with time zone,
    member_id uuid,
    CONSTRAINT invitations_check CHECK (((used_at IS NULL) = (member_id IS NULL))),
    CONSTRAINT invitations_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text])))
);

ALTER TABLE ONLY public.invitations FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.invitations.member_id IS 'whom it made a member';

CREATE TABLE public.keys (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    prefix text NOT NULL,
    hash bytea NOT NULL,
    name text NOT NULL,
    member_id uuid NOT NULL,
    agent_id uuid,
    device_id uuid,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    replaced_by uuid,
    suspended_at timestamp with time zone,
    CONSTRAINT keys_check CHECK (((kind = 'agent'::text) = (agent_id IS NOT NULL))),
    CONSTRAINT keys_check1 CHECK (((kind = 'device'::text) = (device_id IS NOT NULL))),
    CONSTRAINT keys_kind_check CHECK ((kind = ANY (ARRAY['admin'::text, 'device'::text, 'agent'::text])))
);

ALTER TABLE ONLY public.keys FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.keys.replaced_by IS 'the key it was rotated to';

COMMENT ON COLUMN public.keys.suspended_at IS 'the database was restored; the key works again once an owner confirms it';

CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);

CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);

CREATE TABLE public.leases (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    number_id uuid NOT NULL,
    agent_id uuid NOT NULL,
    passport_id uuid NOT NULL,
    start_seq bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    end_reason text,
    CONSTRAINT leases_check CHECK (((ended_at IS NULL) = (end_reason IS NULL))),
    CONSTRAINT leases_end_reason_check CHECK ((end_reason = ANY (ARRAY['released'::text, 'admin'::text, 'idle'::text, 'restore'::text])))
);

ALTER TABLE ONLY public.leases FORCE ROW LEVEL SECURITY;

CREATE TABLE public.members (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text])))
);

ALTER TABLE ONLY public.members FORCE ROW LEVEL SECURITY;

CREATE TABLE public.message_keys (
    team_id uuid NOT NULL,
    message_id uuid NOT NULL,
    agent_id uuid,
    master_key_id text NOT NULL,
    wrapped bytea NOT NULL
);

ALTER TABLE ONLY public.message_keys FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.message_keys.agent_id IS 'as of the message, so that row-level security need not look there';

CREATE TABLE public.message_views (
    team_id uuid NOT NULL,
    message_id uuid NOT NULL,
    member_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.message_views FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.message_views IS 'whom a message''s text or code was shown to, so that looking at it again is no news for the audit';

CREATE TABLE public.messages (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    seq bigint NOT NULL,
    number_id uuid NOT NULL,
    lease_id uuid,
    agent_id uuid,
    provider text NOT NULL,
    provider_message_id text NOT NULL,
    sender text NOT NULL,
    sender_key text NOT NULL,
    service text,
    domain text,
    body bytea,
    extraction bytea,
    has_code boolean NOT NULL,
    media jsonb DEFAULT '[]'::jsonb NOT NULL,
    state text NOT NULL,
    wait_id uuid,
    redelivered boolean DEFAULT false NOT NULL,
    provider_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    matched_at timestamp with time zone,
    pushed_at timestamp with time zone,
    taken_at timestamp with time zone,
    code_erased_at timestamp with time zone,
    body_erased_at timestamp with time zone,
    CONSTRAINT messages_state_check CHECK ((state = ANY (ARRAY['available'::text, 'claimed'::text, 'consumed'::text, 'held'::text, 'superseded'::text, 'expired'::text, 'provider_blocked'::text])))
)
PARTITION BY RANGE (id);

ALTER TABLE ONLY public.messages FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.messages.id IS 'UUIDv7, so that a range of ids is a range of time';

COMMENT ON COLUMN public.messages.lease_id IS 'the holder, fixed when stored; null: nobody''s';

COMMENT ON COLUMN public.messages.approved_at IS 'when a person let the agent have it';

CREATE TABLE public.messages_20261119 (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    seq bigint NOT NULL,
    number_id uuid NOT NULL,
    lease_id uuid,
    agent_id uuid,
    provider text NOT NULL,
    provider_message_id text NOT NULL,
    sender text NOT NULL,
    sender_key text NOT NULL,
    service text,
    domain text,
    body bytea,
    extraction bytea,
    has_code boolean NOT NULL,
    media jsonb DEFAULT '[]'::jsonb NOT NULL,
    state text NOT NULL,
    wait_id uuid,
    redelivered boolean DEFAULT false NOT NULL,
    provider_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    matched_at timestamp with time zone,
    pushed_at timestamp with time zone,
    taken_at timestamp with time zone,
    code_erased_at timestamp with time zone,
    body_erased_at timestamp with time zone,
    CONSTRAINT messages_state_check CHECK ((state = ANY (ARRAY['available'::text, 'claimed'::text, 'consumed'::text, 'held'::text, 'superseded'::text, 'expired'::text, 'provider_blocked'::text])))
);

CREATE TABLE public.messages_20261126 (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    seq bigint NOT NULL,
    number_id uuid NOT NULL,
    lease_id uuid,
    agent_id uuid,
    provider text NOT NULL,
    provider_message_id text NOT NULL,
    sender text NOT NULL,
    sender_key text NOT NULL,
    service text,
    domain text,
    body bytea,
    extraction bytea,
    has_code boolean NOT NULL,
    media jsonb DEFAULT '[]'::jsonb NOT NULL,
    state text NOT NULL,
    wait_id uuid,
    redelivered boolean DEFAULT false NOT NULL,
    provider_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    matched_at timestamp with time zone,
    pushed_at timestamp with time zone,
    taken_at timestamp with time zone,
    code_erased_at timestamp with time zone,
    body_erased_at timestamp with time zone,
    CONSTRAINT messages_state_check CHECK ((state = ANY (ARRAY['available'::text, 'claimed'::text, 'consumed'::text, 'held'::text, 'superseded'::text, 'expired'::text, 'provider_blocked'::text])))
);

CREATE TABLE public.number_consents (
    team_id uuid NOT NULL,
    number_id uuid NOT NULL,
    member_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.number_consents FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.number_consents IS 'an admin lets a member have a number that another member has used';

CREATE TABLE public.number_services (
    team_id uuid NOT NULL,
    number_id uuid NOT NULL,
    service text NOT NULL,
    member_id uuid NOT NULL,
    last_used_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.number_services FORCE ROW LEVEL SECURITY;

CREATE TABLE public.number_shares (
    team_id uuid NOT NULL,
    number_id uuid NOT NULL,
    member_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.number_shares FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.number_shares IS 'this member''s devices see what is stored for the number from created_at on';

CREATE TABLE public.numbers (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    e164 text NOT NULL,
    provider text NOT NULL,
    sim smallint,
    country text,
    withheld text,
    quarantined_until timestamp with time zone,
    rests_by_admin boolean DEFAULT false NOT NULL,
    released_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT numbers_check CHECK (((released_at IS NULL) OR (withheld = 'retired'::text))),
    CONSTRAINT numbers_e164_check CHECK ((e164 ~ '^\+[1-9][0-9]{6,14}$'::text)),
    CONSTRAINT numbers_sim_check CHECK (((sim >= 1) AND (sim <= 8))),
    CONSTRAINT numbers_withheld_check CHECK ((withheld = ANY (ARRAY['suspended'::text, 'retired'::text])))
);

ALTER TABLE ONLY public.numbers FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.numbers.sim IS 'slot of its SIM card in the gateway''s phone; null: the phone has one, or names the number itself';

COMMENT ON COLUMN public.numbers.withheld IS 'by an admin; leased, quarantined and available follow from leases and quarantined_until';

COMMENT ON COLUMN public.numbers.rests_by_admin IS 'an admin made it rest, so its last passport may not reclaim it either';

COMMENT ON COLUMN public.numbers.released_at IS 'given back to its provider';

CREATE TABLE public.pairing_tries (
    team_id uuid NOT NULL,
    member_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.pairing_tries FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.pairing_tries IS 'user codes that a person typed and that no device had';

CREATE TABLE public.pairings (
    id uuid NOT NULL,
    device_hash bytea NOT NULL,
    user_code text NOT NULL,
    device_name text NOT NULL,
    platform text NOT NULL,
    address text NOT NULL,
    network text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    interval_ms integer NOT NULL,
    polled_at timestamp with time zone,
    state text DEFAULT 'pending'::text NOT NULL,
    team_id uuid,
    member_id uuid,
    approved_by_key uuid,
    CONSTRAINT pairings_check CHECK (((state = 'pending'::text) OR (team_id IS NOT NULL))),
    CONSTRAINT pairings_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'denied'::text, 'used'::text])))
);

ALTER TABLE ONLY public.pairings FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.pairings IS 'devices that ask to be let in; a team''s only once one of its people has answered';

COMMENT ON COLUMN public.pairings.user_code IS 'no secret by itself: answering it takes a key';

CREATE TABLE public.passports (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    agent_id uuid NOT NULL,
    external_id text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.passports FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.passports.external_id IS 'the agent''s own word for it; empty: the agent''s own passport';

CREATE TABLE public.purchases (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    state text NOT NULL,
    agent_id uuid,
    passport_id uuid,
    wish jsonb NOT NULL,
    claim_id uuid,
    claimed_until timestamp with time zone,
    orders integer DEFAULT 0 NOT NULL,
    number_id uuid,
    failure jsonb,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT purchases_check CHECK (((agent_id IS NULL) = (passport_id IS NULL))),
    CONSTRAINT purchases_check1 CHECK (((state = 'open'::text) = (ended_at IS NULL))),
    CONSTRAINT purchases_check2 CHECK (((state = 'done'::text) = (number_id IS NOT NULL))),
    CONSTRAINT purchases_check3 CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
    CONSTRAINT purchases_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY public.purchases FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.purchases.passport_id IS 'who needs the number; null: an admin asked for it';

COMMENT ON COLUMN public.purchases.orders IS 'orders that may have reached the provider; after one, it is looked for there before the next';

CREATE TABLE public.receipts (
    provider text NOT NULL,
    account text NOT NULL,
    provider_message_id text NOT NULL,
    team_id uuid NOT NULL,
    message_id uuid NOT NULL,
    stored_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.receipts FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.receipts IS 'never erased, never partitioned: a provider''s message is stored once, for ever';

CREATE TABLE public.reconcile_marks (
    provider text NOT NULL,
    account text NOT NULL,
    mark timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.reconcile_marks FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.reconcile_marks.mark IS 'every message that the provider listed with an earlier time is stored';

CREATE TABLE public.releases (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    state text NOT NULL,
    number_id uuid,
    provider_sid text NOT NULL,
    claimed_until timestamp with time zone,
    failure jsonb,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT releases_check CHECK (((state = 'open'::text) = (ended_at IS NULL))),
    CONSTRAINT releases_check1 CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
    CONSTRAINT releases_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.releases FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.releases.number_id IS 'null: bought once too often, and never in the pool';

CREATE TABLE public.service_approvals (
    team_id uuid NOT NULL,
    agent_id uuid NOT NULL,
    service text NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.service_approvals FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.service_approvals IS 'whose messages an agent may have without a question';

CREATE TABLE public.settings (
    name text NOT NULL,
    value jsonb NOT NULL
);

COMMENT ON TABLE public.settings IS 'facts about the installation, not about a team';

CREATE VIEW public.sms_notifications WITH (security_invoker='true') AS
 SELECT numbers.e164 AS phone_number,
    messages.provider_message_id AS id,
    messages.received_at,
    messages.stored_at,
    messages.expires_at,
    messages.state
   FROM (public.messages
     JOIN public.numbers ON (((numbers.team_id = messages.team_id) AND (numbers.id = messages.number_id))));

CREATE TABLE public.teams (
    id uuid NOT NULL,
    name text NOT NULL,
    epoch text NOT NULL,
    head_seq bigint DEFAULT 0 NOT NULL,
    head_check text DEFAULT '00000000'::text NOT NULL,
    first_seq bigint DEFAULT 1 NOT NULL,
    audit_seq bigint DEFAULT 0 NOT NULL,
    audit_mac bytea DEFAULT '\x'::bytea NOT NULL,
    usage_until timestamp with time zone,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT teams_epoch_check CHECK ((epoch ~ '^[0-9a-f]{8}$'::text)),
    CONSTRAINT teams_head_check_check CHECK ((head_check ~ '^[0-9a-f]{8}$'::text))
);

ALTER TABLE ONLY public.teams FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.teams.head_seq IS 'counter of the team''s stream; locking this row orders every change of the team';

COMMENT ON COLUMN public.teams.first_seq IS 'oldest event still retained';

COMMENT ON COLUMN public.teams.audit_seq IS 'last entry of the audit chain, with its MAC in audit_mac';

CREATE TABLE public.usage_days (
    team_id uuid NOT NULL,
    day date NOT NULL,
    agent_id uuid,
    number_id uuid NOT NULL,
    messages integer NOT NULL,
    codes integer NOT NULL,
    waits integer NOT NULL,
    timeouts integer NOT NULL,
    latencies jsonb NOT NULL
);

ALTER TABLE ONLY public.usage_days FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE public.usage_days IS 'what messages and waits say of the days before teams.usage_until, kept for when their rows are gone';

CREATE TABLE public.waits (
    team_id uuid NOT NULL,
    id uuid NOT NULL,
    request_id text NOT NULL,
    agent_id uuid NOT NULL,
    lease_id uuid NOT NULL,
    filters jsonb NOT NULL,
    mode text NOT NULL,
    state text NOT NULL,
    denied_reason text,
    message_id uuid,
    confirmed_at timestamp with time zone,
    superseded jsonb DEFAULT '[]'::jsonb NOT NULL,
    redelivered boolean DEFAULT false NOT NULL,
    seen_nonmatching integer DEFAULT 0 NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opened_seq bigint NOT NULL,
    changed_seq bigint NOT NULL,
    deadline timestamp with time zone NOT NULL,
    touched_at timestamp with time zone NOT NULL,
    parked_at timestamp with time zone,
    ended_at timestamp with time zone,
    provider_asked smallint DEFAULT 0 NOT NULL,
    CONSTRAINT waits_denied_reason_check CHECK ((denied_reason = ANY (ARRAY['person'::text, 'no_answer'::text, 'policy'::text, 'no_device'::text]))),
    CONSTRAINT waits_mode_check CHECK ((mode = ANY (ARRAY['claim'::text, 'peek'::text]))),
    CONSTRAINT waits_state_check CHECK ((state = ANY (ARRAY['open'::text, 'approval_pending'::text, 'received'::text, 'timeout'::text, 'cancelled'::text, 'denied'::text, 'number_released'::text, 'provider_blocked'::text])))
);

ALTER TABLE ONLY public.waits FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.waits.provider_asked IS 'how often the provider''s list was read for it';

ALTER TABLE ONLY public.messages ATTACH PARTITION public.messages_20261119 FOR VALUES FROM ('01a1f11a-6000-0000-0000-000000000000') TO ('01a21526-e400-0000-0000-000000000000');

ALTER TABLE ONLY public.messages ATTACH PARTITION public.messages_20261126 FOR VALUES FROM ('01a21526-e400-0000-0000-000000000000') TO ('01a23933-6800-0000-0000-000000000000');

INSERT INTO public.agents VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-164b-73ae-b215-86062740f032', '01a20614-161b-70aa-a02e-7c1be12959a2', 'local agent (mock)', NULL, NULL, NULL, 'allow', '2026-11-23 01:45:09.449815+00', NULL, NULL);
INSERT INTO public.agents VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1965-7091-94a0-968bc4388bd3', '01a20614-161b-70aa-a02e-7c1be12959a2', 'dump', NULL, NULL, NULL, 'allow', '2026-11-23 01:45:10.241849+00', NULL, NULL);

INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 1, '2026-11-23 01:45:09.400844+00', 'member.added', NULL, NULL, '01a20614-161b-70aa-a02e-7c1be12959a2', '{"seq":1,"at":"2026-11-23T01:45:09.400844Z","action":"member.added","actor":{"kind":"system","name":"start"},"subject":{"type":"member","id":"01a20614-161b-70aa-a02e-7c1be12959a2"},"after":{"name":"Owner","role":"owner"}}', 'k1', '\xbe521455f15e934c1769184e419baf114835b26bd03b01e5283e60da16e17ee6');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 2, '2026-11-23 01:45:09.400844+00', 'key.created', NULL, NULL, '01a20614-161c-7750-9400-4b8cb473306e', '{"seq":2,"at":"2026-11-23T01:45:09.400844Z","action":"key.created","actor":{"kind":"system","name":"start"},"subject":{"type":"key","id":"01a20614-161c-7750-9400-4b8cb473306e"},"after":{"kind":"admin","name":"owner","prefix":"ap_admin_a15674e9bf27","memberId":"01a20614-161b-70aa-a02e-7c1be12959a2"}}', 'k1', '\x38c9bcd291ec45e2141fbbeeb6a611e76efa09bf8d2dcb3b9a7e22a9e85c0f41');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 3, '2026-11-23 01:45:09.411494+00', 'number.added', NULL, NULL, '01a20614-162b-7157-954d-a95ebef38782', '{"seq":3,"at":"2026-11-23T01:45:09.411494Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-162b-7157-954d-a95ebef38782"},"after":{"phoneNumber":"+15551234567","provider":"mock"}}', 'k1', '\xfa03bce2e842010e4894720148196a5d209736127e90de4fc389af013b749077');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 4, '2026-11-23 01:45:09.411494+00', 'number.added', NULL, NULL, '01a20614-162e-7427-a2f8-90c51caf5106', '{"seq":4,"at":"2026-11-23T01:45:09.411494Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-162e-7427-a2f8-90c51caf5106"},"after":{"phoneNumber":"+15551234568","provider":"mock"}}', 'k1', '\x6a440f7a5ac656a4a2ecc3f092f483d15f8ce740beda16710e707bcd417758d0');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 5, '2026-11-23 01:45:09.411494+00', 'number.added', NULL, NULL, '01a20614-1631-7502-ad7d-dc340f465aa8', '{"seq":5,"at":"2026-11-23T01:45:09.411494Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-1631-7502-ad7d-dc340f465aa8"},"after":{"phoneNumber":"+15551234569","provider":"mock"}}', 'k1', '\xcf040589bf039c9061c7faf2fb8180aef2d4823d06cf65f5fff77ed1a4fcbf41');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 6, '2026-11-23 01:45:09.411494+00', 'number.added', NULL, NULL, '01a20614-1632-7212-8fa6-20fb521761e8', '{"seq":6,"at":"2026-11-23T01:45:09.411494Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-1632-7212-8fa6-20fb521761e8"},"after":{"phoneNumber":"+15551234570","provider":"mock"}}', 'k1', '\xafdf16a70682ba1e5efdd92251d357422cd8c9ad5c04d0f01eb47663deed2171');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 7, '2026-11-23 01:45:09.411494+00', 'number.added', NULL, NULL, '01a20614-1634-72c8-a4e9-4b37fa665761', '{"seq":7,"at":"2026-11-23T01:45:09.411494Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-1634-72c8-a4e9-4b37fa665761"},"after":{"phoneNumber":"+15551234571","provider":"mock"}}', 'k1', '\xf559fc4290bdce2c0a1dffee78d0e13d367546e46a2e18db144b7120e141d151');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 8, '2026-11-23 01:45:09.411494+00', 'number.added', NULL, NULL, '01a20614-1635-7178-9972-0687f5ea2607', '{"seq":8,"at":"2026-11-23T01:45:09.411494Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-1635-7178-9972-0687f5ea2607"},"after":{"phoneNumber":"+15551234572","provider":"mock"}}', 'k1', '\xd768889245839869c70345b14aa1bdae3369e83cf18f5af0ef4e799ac9a52710');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 9, '2026-11-23 01:45:09.411494+00', 'number.added', NULL, NULL, '01a20614-1637-7004-8740-8250da3727be', '{"seq":9,"at":"2026-11-23T01:45:09.411494Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-1637-7004-8740-8250da3727be"},"after":{"phoneNumber":"+15551234573","provider":"mock"}}', 'k1', '\xd520ddd424d0421cf4e86ebcb4b9db941aa2a47db589f6a61bc3dfdcba7edeea');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 10, '2026-11-23 01:45:09.411494+00', 'number.added', NULL, NULL, '01a20614-1639-713b-b3a0-7847499e386f', '{"seq":10,"at":"2026-11-23T01:45:09.411494Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-1639-713b-b3a0-7847499e386f"},"after":{"phoneNumber":"+15551234574","provider":"mock"}}', 'k1', '\xf1b6426bca661792e19ec3295bd80d345e14bd06c7cb53c4f6471859d0467bcf');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 11, '2026-11-23 01:45:09.411494+00', 'number.added', NULL, NULL, '01a20614-163a-71e3-9a23-668e2c456ed5', '{"seq":11,"at":"2026-11-23T01:45:09.411494Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-163a-71e3-9a23-668e2c456ed5"},"after":{"phoneNumber":"+15551234575","provider":"mock"}}', 'k1', '\x3f7536b38e1daf6495973098ee24fa2c94fc76a64cb5dfbd1c538c6625c2e1fb');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 12, '2026-11-23 01:45:09.411494+00', 'number.added', NULL, NULL, '01a20614-163d-726c-bed9-492a43931e9c', '{"seq":12,"at":"2026-11-23T01:45:09.411494Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-163d-726c-bed9-492a43931e9c"},"after":{"phoneNumber":"+15551234576","provider":"mock"}}', 'k1', '\xdef90daad99138f434a0ca8419957d9689c8a22010c4374a9da89216ef36f3e3');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 13, '2026-11-23 01:45:09.439927+00', 'number.shared', NULL, NULL, '01a20614-162b-7157-954d-a95ebef38782', '{"seq":13,"at":"2026-11-23T01:45:09.439927Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-162b-7157-954d-a95ebef38782"},"after":{"memberId":"01a20614-161b-70aa-a02e-7c1be12959a2"}}', 'k1', '\x648e8e70bc739a399d90be34d8588e6f307ef69c336c86685776953c1d02a1c4');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 14, '2026-11-23 01:45:09.439927+00', 'number.shared', NULL, NULL, '01a20614-162e-7427-a2f8-90c51caf5106', '{"seq":14,"at":"2026-11-23T01:45:09.439927Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-162e-7427-a2f8-90c51caf5106"},"after":{"memberId":"01a20614-161b-70aa-a02e-7c1be12959a2"}}', 'k1', '\x98d6afa52b84f0657ae6e50efeb9a2e9af3be749e910484fa7092d1c123ed95b');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 15, '2026-11-23 01:45:09.439927+00', 'number.shared', NULL, NULL, '01a20614-1631-7502-ad7d-dc340f465aa8', '{"seq":15,"at":"2026-11-23T01:45:09.439927Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-1631-7502-ad7d-dc340f465aa8"},"after":{"memberId":"01a20614-161b-70aa-a02e-7c1be12959a2"}}', 'k1', '\x3cdfd5761ad63df83a546beb1515f37bb266a5d360e10212a40b519f0050a155');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 16, '2026-11-23 01:45:09.439927+00', 'number.shared', NULL, NULL, '01a20614-1632-7212-8fa6-20fb521761e8', '{"seq":16,"at":"2026-11-23T01:45:09.439927Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-1632-7212-8fa6-20fb521761e8"},"after":{"memberId":"01a20614-161b-70aa-a02e-7c1be12959a2"}}', 'k1', '\xce566f2aa62ee9e8c94e51d6c7b39a4efddaef0a48bd9436d922d31793bc61c2');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 17, '2026-11-23 01:45:09.439927+00', 'number.shared', NULL, NULL, '01a20614-1634-72c8-a4e9-4b37fa665761', '{"seq":17,"at":"2026-11-23T01:45:09.439927Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-1634-72c8-a4e9-4b37fa665761"},"after":{"memberId":"01a20614-161b-70aa-a02e-7c1be12959a2"}}', 'k1', '\x221de08cf89692264c4860c57e04ab88e5288fe4d259370df91c82e4d039077a');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 18, '2026-11-23 01:45:09.439927+00', 'number.shared', NULL, NULL, '01a20614-1635-7178-9972-0687f5ea2607', '{"seq":18,"at":"2026-11-23T01:45:09.439927Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-1635-7178-9972-0687f5ea2607"},"after":{"memberId":"01a20614-161b-70aa-a02e-7c1be12959a2"}}', 'k1', '\x49e1b549e533d9f7f1d34d86543dd70205bf0470f1f7bd92ae766fbfa81c4c36');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 19, '2026-11-23 01:45:09.439927+00', 'number.shared', NULL, NULL, '01a20614-1637-7004-8740-8250da3727be', '{"seq":19,"at":"2026-11-23T01:45:09.439927Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-1637-7004-8740-8250da3727be"},"after":{"memberId":"01a20614-161b-70aa-a02e-7c1be12959a2"}}', 'k1', '\xb9c32522935e24a5149afd4aac706f536344229f7dee55b602ee79add2b96881');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 20, '2026-11-23 01:45:09.439927+00', 'number.shared', NULL, NULL, '01a20614-1639-713b-b3a0-7847499e386f', '{"seq":20,"at":"2026-11-23T01:45:09.439927Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-1639-713b-b3a0-7847499e386f"},"after":{"memberId":"01a20614-161b-70aa-a02e-7c1be12959a2"}}', 'k1', '\xee59fc6e988e59fb73bfdd8e62dae9a39384979d96752ed96b546833f2b4732d');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 21, '2026-11-23 01:45:09.439927+00', 'number.shared', NULL, NULL, '01a20614-163a-71e3-9a23-668e2c456ed5', '{"seq":21,"at":"2026-11-23T01:45:09.439927Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-163a-71e3-9a23-668e2c456ed5"},"after":{"memberId":"01a20614-161b-70aa-a02e-7c1be12959a2"}}', 'k1', '\x9c7382a047069a93722521da34df6b6f2f3c6b9be1ff2ac642218807e34d16e9');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 22, '2026-11-23 01:45:09.439927+00', 'number.shared', NULL, NULL, '01a20614-163d-726c-bed9-492a43931e9c', '{"seq":22,"at":"2026-11-23T01:45:09.439927Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-163d-726c-bed9-492a43931e9c"},"after":{"memberId":"01a20614-161b-70aa-a02e-7c1be12959a2"}}', 'k1', '\x7e2df66aea8f04eab3a179df673199bae0a34f3dd51497bfa762d25d9f5746ed');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 23, '2026-11-23 01:45:09.449815+00', 'agent.created', NULL, NULL, '01a20614-164b-73ae-b215-86062740f032', '{"seq":23,"at":"2026-11-23T01:45:09.449815Z","action":"agent.created","actor":{"kind":"system","name":"start"},"subject":{"type":"agent","id":"01a20614-164b-73ae-b215-86062740f032"},"after":{"name":"local agent (mock)","memberId":"01a20614-161b-70aa-a02e-7c1be12959a2","policy":"allow"}}', 'k1', '\xc07fef461fa03a7e59298ce2e54e02535b700ebb2da31f802c96fdf496db9df4');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 24, '2026-11-23 01:45:09.449815+00', 'key.created', NULL, NULL, '01a20614-164c-76dd-b296-46f773e5c2c7', '{"seq":24,"at":"2026-11-23T01:45:09.449815Z","action":"key.created","actor":{"kind":"system","name":"start"},"subject":{"type":"key","id":"01a20614-164c-76dd-b296-46f773e5c2c7"},"after":{"kind":"agent","name":"local agent (mock)","prefix":"ap_agent_026bd517e36b","memberId":"01a20614-161b-70aa-a02e-7c1be12959a2","agentId":"01a20614-164b-73ae-b215-86062740f032"}}', 'k1', '\x2c413750ecb13c708f2dc97c74c9e2d33ba31279dd44725f52ac3471195bda90');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 25, '2026-11-23 01:45:10.241849+00', 'agent.created', '01a20614-161b-70aa-a02e-7c1be12959a2', NULL, '01a20614-1965-7091-94a0-968bc4388bd3', '{"seq":25,"at":"2026-11-23T01:45:10.241849Z","action":"agent.created","actor":{"kind":"admin","memberId":"01a20614-161b-70aa-a02e-7c1be12959a2","keyId":"01a20614-161c-7750-9400-4b8cb473306e","address":"127.0.0.1"},"subject":{"type":"agent","id":"01a20614-1965-7091-94a0-968bc4388bd3"},"after":{"name":"dump","memberId":"01a20614-161b-70aa-a02e-7c1be12959a2","policy":"allow"}}', 'k1', '\x6949111cebf247091bc28b626f125a28952456ea33ef256c6462c89bb22cc065');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 26, '2026-11-23 01:45:10.241849+00', 'key.created', '01a20614-161b-70aa-a02e-7c1be12959a2', NULL, '01a20614-1966-7421-8862-0db3b54199d2', '{"seq":26,"at":"2026-11-23T01:45:10.241849Z","action":"key.created","actor":{"kind":"admin","memberId":"01a20614-161b-70aa-a02e-7c1be12959a2","keyId":"01a20614-161c-7750-9400-4b8cb473306e","address":"127.0.0.1"},"subject":{"type":"key","id":"01a20614-1966-7421-8862-0db3b54199d2"},"after":{"kind":"agent","name":"dump","prefix":"ap_agent_2b2b4f6fde21","memberId":"01a20614-161b-70aa-a02e-7c1be12959a2","agentId":"01a20614-1965-7091-94a0-968bc4388bd3","expiresAt":null}}', 'k1', '\x8599b159e72696d60244e2f6dbc2fb4dc8873d7c6c648e65d9a49e9d6196acf0');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 27, '2026-11-23 01:45:10.901795+00', 'lease.started', '01a20614-161b-70aa-a02e-7c1be12959a2', '01a20614-1965-7091-94a0-968bc4388bd3', '01a20614-1c0b-7508-9d8c-73ef317ccb74', '{"seq":27,"at":"2026-11-23T01:45:10.901795Z","action":"lease.started","actor":{"kind":"agent","memberId":"01a20614-161b-70aa-a02e-7c1be12959a2","keyId":"01a20614-1966-7421-8862-0db3b54199d2","agentId":"01a20614-1965-7091-94a0-968bc4388bd3","address":"127.0.0.1"},"subject":{"type":"lease","id":"01a20614-1c0b-7508-9d8c-73ef317ccb74"},"after":{"numberId":"01a20614-162b-7157-954d-a95ebef38782","phoneNumber":"+15551234567","agentId":"01a20614-1965-7091-94a0-968bc4388bd3","passportId":"01a20614-1bf9-73cb-8c17-b609feabbf6b","service":"github"}}', 'k1', '\x4c60c6dab85c8dbe8db2defdf4882570aaf13ddfa409dfbf79b4df6975cca3f6');
INSERT INTO public.audit VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 28, '2026-11-23 01:45:11.355317+00', 'message.stored', NULL, NULL, '01a20614-1dbb-746d-a78c-52abeae97701', '{"seq":28,"at":"2026-11-23T01:45:11.355317Z","action":"message.stored","actor":{"kind":"provider","name":"mock"},"subject":{"type":"message","id":"01a20614-1dbb-746d-a78c-52abeae97701"},"after":{"providerMessageId":"SM62d7903ed9e526710292d033a3897a42","numberId":"01a20614-162b-7157-954d-a95ebef38782","leaseId":"01a20614-1c0b-7508-9d8c-73ef317ccb74","agentId":"01a20614-1965-7091-94a0-968bc4388bd3"}}', 'k1', '\x1e81f1cc73d55406468d93efa37ceb5a924f643309294eac89d917a2a285475f');

INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 1, 'ccf7b0d5', 'member.changed', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.400844+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 2, 'a224a0cf', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a20614-161c-7750-9400-4b8cb473306e', '2026-11-23 01:45:09.400844+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 3, '7c797fd5', 'number.changed', NULL, '01a20614-162b-7157-954d-a95ebef38782', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 4, '7c94321c', 'number.changed', NULL, '01a20614-162e-7427-a2f8-90c51caf5106', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 5, 'ef8fd88f', 'number.changed', NULL, '01a20614-1631-7502-ad7d-dc340f465aa8', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 6, '650ab70f', 'number.changed', NULL, '01a20614-1632-7212-8fa6-20fb521761e8', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 7, '82b0b868', 'number.changed', NULL, '01a20614-1634-72c8-a4e9-4b37fa665761', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 8, '885997bb', 'number.changed', NULL, '01a20614-1635-7178-9972-0687f5ea2607', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 9, 'a171ed20', 'number.changed', NULL, '01a20614-1637-7004-8740-8250da3727be', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 10, '3d2e02b0', 'number.changed', NULL, '01a20614-1639-713b-b3a0-7847499e386f', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 11, '85edc9af', 'number.changed', NULL, '01a20614-163a-71e3-9a23-668e2c456ed5', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 12, '4c6968d4', 'number.changed', NULL, '01a20614-163d-726c-bed9-492a43931e9c', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 13, '6b6ea3b9', 'number.changed', NULL, '01a20614-162b-7157-954d-a95ebef38782', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.439927+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 14, 'c2b6bd2c', 'number.changed', NULL, '01a20614-162e-7427-a2f8-90c51caf5106', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.439927+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 15, '92259912', 'number.changed', NULL, '01a20614-1631-7502-ad7d-dc340f465aa8', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.439927+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 16, '3f076bab', 'number.changed', NULL, '01a20614-1632-7212-8fa6-20fb521761e8', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.439927+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 17, '69e2bfef', 'number.changed', NULL, '01a20614-1634-72c8-a4e9-4b37fa665761', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.439927+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 18, '9879d8f4', 'number.changed', NULL, '01a20614-1635-7178-9972-0687f5ea2607', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.439927+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 19, '435283c1', 'number.changed', NULL, '01a20614-1637-7004-8740-8250da3727be', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.439927+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 20, '30b8a521', 'number.changed', NULL, '01a20614-1639-713b-b3a0-7847499e386f', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.439927+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 21, 'c56118cb', 'number.changed', NULL, '01a20614-163a-71e3-9a23-668e2c456ed5', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.439927+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 22, '2e86c987', 'number.changed', NULL, '01a20614-163d-726c-bed9-492a43931e9c', NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.439927+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 23, '33a8a1ac', 'agent.changed', '01a20614-164b-73ae-b215-86062740f032', NULL, NULL, NULL, NULL, NULL, '2026-11-23 01:45:09.449815+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 24, '38600c6d', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a20614-164c-76dd-b296-46f773e5c2c7', '2026-11-23 01:45:09.449815+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 25, 'f8f6f324', 'agent.changed', '01a20614-1965-7091-94a0-968bc4388bd3', NULL, NULL, NULL, NULL, NULL, '2026-11-23 01:45:10.241849+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 26, '06892beb', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a20614-1966-7421-8862-0db3b54199d2', '2026-11-23 01:45:10.241849+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 27, '8876bb7d', 'lease.started', '01a20614-1965-7091-94a0-968bc4388bd3', '01a20614-162b-7157-954d-a95ebef38782', '01a20614-1c0b-7508-9d8c-73ef317ccb74', NULL, NULL, NULL, '2026-11-23 01:45:10.901795+00');
INSERT INTO public.events VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 28, '2e05b77b', 'message.received', '01a20614-1965-7091-94a0-968bc4388bd3', '01a20614-162b-7157-954d-a95ebef38782', '01a20614-1c0b-7508-9d8c-73ef317ccb74', '01a20614-1dbb-746d-a78c-52abeae97701', NULL, NULL, '2026-11-23 01:45:11.355317+00');

INSERT INTO public.keys VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-164c-76dd-b296-46f773e5c2c7', 'agent', 'ap_agent_026bd517e36b', '\xa6a634b310deefe3af84056bcab55995d3cb3d6374c31922037f65dfed7af4d1', 'local agent (mock)', '01a20614-161b-70aa-a02e-7c1be12959a2', '01a20614-164b-73ae-b215-86062740f032', NULL, '2026-11-23 01:45:09.449815+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.keys VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-161c-7750-9400-4b8cb473306e', 'admin', 'ap_admin_a15674e9bf27', '\x58f75e89c2fcda7889d0a90ac8adb1cc4ff9e03f41ad747e8c46a526b495d882', 'owner', '01a20614-161b-70aa-a02e-7c1be12959a2', NULL, NULL, '2026-11-23 01:45:09.400844+00', NULL, NULL, '2026-11-23 01:45:10.225924+00', NULL, NULL);
INSERT INTO public.keys VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1966-7421-8862-0db3b54199d2', 'agent', 'ap_agent_2b2b4f6fde21', '\x6358fc6bd521b444d897b635a4e3f4086218d669e1b1a65b5bbfdb238f6c5fd9', 'dump', '01a20614-161b-70aa-a02e-7c1be12959a2', '01a20614-1965-7091-94a0-968bc4388bd3', NULL, '2026-11-23 01:45:10.241849+00', NULL, NULL, '2026-11-23 01:45:10.896572+00', NULL, NULL);

INSERT INTO public.kysely_migration VALUES ('0001-first-schema', '2026-11-23T01:45:09.320Z');
INSERT INTO public.kysely_migration VALUES ('0002-restored-databases', '2026-11-23T01:45:09.323Z');
INSERT INTO public.kysely_migration VALUES ('0003-alerts', '2026-11-23T01:45:09.328Z');

INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);

INSERT INTO public.leases VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1c0b-7508-9d8c-73ef317ccb74', '01a20614-162b-7157-954d-a95ebef38782', '01a20614-1965-7091-94a0-968bc4388bd3', '01a20614-1bf9-73cb-8c17-b609feabbf6b', 27, '2026-11-23 01:45:10.901795+00', '2026-11-23 01:45:10.901795+00', NULL, NULL);

INSERT INTO public.members VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-161b-70aa-a02e-7c1be12959a2', 'Owner', 'owner', '2026-11-23 01:45:09.400844+00', NULL);

INSERT INTO public.message_keys VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1dbb-746d-a78c-52abeae97701', '01a20614-1965-7091-94a0-968bc4388bd3', 'k1', '\xe57013eca5b8e337b57ac17bbd30802edecc925ccb896afc9122dae28e92b85bb1dcc0ecb76bbed80a96823d6c6b54a19a9acb84c4b99f111495186f');

INSERT INTO public.messages_20261119 VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1dbb-746d-a78c-52abeae97701', 28, '01a20614-162b-7157-954d-a95ebef38782', '01a20614-1c0b-7508-9d8c-73ef317ccb74', '01a20614-1965-7091-94a0-968bc4388bd3', 'mock', 'SM62d7903ed9e526710292d033a3897a42', '+12025550143', '+12025550143', 'GitHub', NULL, '\x689a6d3dc8a92a6038e839743670df5752bbfe90c5e9d4cc35a60c16ba98187438d20eaec0bd5c55af87d55050dd2c6f02b1c95ec06ccbe87fb1cb4a09b18f386bd06a86533e', '\x1760043e03cfa1d91748aaec88f8d6c26e63257b352367a9e1e84625c9298f264f28d1e8e596104b62435380ab122c304c21dfa6f7cd9ce516e9f297436a57d53185f2ac56d87b63cf5bd4d9feaaf4873e8f41a2f2533f0d0a3356528dc5316cf6f5fd', true, '[]', 'available', NULL, false, '2026-11-23 01:45:11.338765+00', '2026-11-23 01:45:11.338765+00', '2026-11-23 01:45:11.355317+00', '2026-11-23 01:55:11.355317+00', NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO public.number_services VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-162b-7157-954d-a95ebef38782', 'github', '01a20614-161b-70aa-a02e-7c1be12959a2', '2026-11-23 01:45:11.355317+00');

INSERT INTO public.number_shares VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-162b-7157-954d-a95ebef38782', '01a20614-161b-70aa-a02e-7c1be12959a2', '2026-11-23 01:45:09.439927+00');
INSERT INTO public.number_shares VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-162e-7427-a2f8-90c51caf5106', '01a20614-161b-70aa-a02e-7c1be12959a2', '2026-11-23 01:45:09.439927+00');
INSERT INTO public.number_shares VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1631-7502-ad7d-dc340f465aa8', '01a20614-161b-70aa-a02e-7c1be12959a2', '2026-11-23 01:45:09.439927+00');
INSERT INTO public.number_shares VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1632-7212-8fa6-20fb521761e8', '01a20614-161b-70aa-a02e-7c1be12959a2', '2026-11-23 01:45:09.439927+00');
INSERT INTO public.number_shares VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1634-72c8-a4e9-4b37fa665761', '01a20614-161b-70aa-a02e-7c1be12959a2', '2026-11-23 01:45:09.439927+00');
INSERT INTO public.number_shares VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1635-7178-9972-0687f5ea2607', '01a20614-161b-70aa-a02e-7c1be12959a2', '2026-11-23 01:45:09.439927+00');
INSERT INTO public.number_shares VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1637-7004-8740-8250da3727be', '01a20614-161b-70aa-a02e-7c1be12959a2', '2026-11-23 01:45:09.439927+00');
INSERT INTO public.number_shares VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1639-713b-b3a0-7847499e386f', '01a20614-161b-70aa-a02e-7c1be12959a2', '2026-11-23 01:45:09.439927+00');
INSERT INTO public.number_shares VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-163a-71e3-9a23-668e2c456ed5', '01a20614-161b-70aa-a02e-7c1be12959a2', '2026-11-23 01:45:09.439927+00');
INSERT INTO public.number_shares VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-163d-726c-bed9-492a43931e9c', '01a20614-161b-70aa-a02e-7c1be12959a2', '2026-11-23 01:45:09.439927+00');

INSERT INTO public.numbers VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-162b-7157-954d-a95ebef38782', '+15551234567', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.numbers VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-162e-7427-a2f8-90c51caf5106', '+15551234568', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.numbers VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1631-7502-ad7d-dc340f465aa8', '+15551234569', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.numbers VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1632-7212-8fa6-20fb521761e8', '+15551234570', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.numbers VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1634-72c8-a4e9-4b37fa665761', '+15551234571', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.numbers VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1635-7178-9972-0687f5ea2607', '+15551234572', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.numbers VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1637-7004-8740-8250da3727be', '+15551234573', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.numbers VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1639-713b-b3a0-7847499e386f', '+15551234574', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.numbers VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-163a-71e3-9a23-668e2c456ed5', '+15551234575', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:09.411494+00');
INSERT INTO public.numbers VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-163d-726c-bed9-492a43931e9c', '+15551234576', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:09.411494+00');

INSERT INTO public.passports VALUES ('01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1bf9-73cb-8c17-b609feabbf6b', '01a20614-1965-7091-94a0-968bc4388bd3', '', '2026-11-23 01:45:10.901795+00');

INSERT INTO public.receipts VALUES ('mock', 'ACbfee96589cb841e2599672d235876cb4', 'SM62d7903ed9e526710292d033a3897a42', '01a20614-1612-73d4-9404-47dea4760a24', '01a20614-1dbb-746d-a78c-52abeae97701', '2026-11-23 01:45:11.355317+00');

INSERT INTO public.settings VALUES ('master key fingerprints', '{"k1": "618ed1278bc8eb2b"}');

INSERT INTO public.teams VALUES ('01a20614-1612-73d4-9404-47dea4760a24', 'Development', 'd355973c', 28, '2e05b77b', 1, 28, '\x1e81f1cc73d55406468d93efa37ceb5a924f643309294eac89d917a2a285475f', NULL, '{}', '2026-11-23 01:45:09.397063+00');

ALTER TABLE ONLY public.agents
    ADD CONSTRAINT agents_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.alert_counts
    ADD CONSTRAINT alert_counts_pkey PRIMARY KEY (minute, signal);

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT alerts_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.approvals
    ADD CONSTRAINT approvals_pkey PRIMARY KEY (team_id, message_id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (team_id, seq);

ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (team_id, seq);

ALTER TABLE ONLY public.gateway_secrets
    ADD CONSTRAINT gateway_secrets_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.gateways
    ADD CONSTRAINT gateways_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_hash_key UNIQUE (hash);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.keys
    ADD CONSTRAINT keys_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.keys
    ADD CONSTRAINT keys_prefix_key UNIQUE (prefix);

ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.leases
    ADD CONSTRAINT leases_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.message_keys
    ADD CONSTRAINT message_keys_pkey PRIMARY KEY (team_id, message_id);

ALTER TABLE ONLY public.message_views
    ADD CONSTRAINT message_views_pkey PRIMARY KEY (team_id, message_id, member_id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.messages_20261119
    ADD CONSTRAINT messages_20261119_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.messages_20261126
    ADD CONSTRAINT messages_20261126_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.number_consents
    ADD CONSTRAINT number_consents_pkey PRIMARY KEY (team_id, number_id, member_id);

ALTER TABLE ONLY public.number_services
    ADD CONSTRAINT number_services_pkey PRIMARY KEY (team_id, number_id, service, member_id);

ALTER TABLE ONLY public.number_shares
    ADD CONSTRAINT number_shares_pkey PRIMARY KEY (team_id, member_id, number_id);

ALTER TABLE ONLY public.numbers
    ADD CONSTRAINT numbers_e164_key UNIQUE (e164);

ALTER TABLE ONLY public.numbers
    ADD CONSTRAINT numbers_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.pairings
    ADD CONSTRAINT pairings_device_hash_key UNIQUE (device_hash);

ALTER TABLE ONLY public.pairings
    ADD CONSTRAINT pairings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pairings
    ADD CONSTRAINT pairings_user_code_key UNIQUE (user_code);

ALTER TABLE ONLY public.passports
    ADD CONSTRAINT passports_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.passports
    ADD CONSTRAINT passports_team_id_agent_id_external_id_key UNIQUE (team_id, agent_id, external_id);

ALTER TABLE ONLY public.purchases
    ADD CONSTRAINT purchases_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.receipts
    ADD CONSTRAINT receipts_pkey PRIMARY KEY (provider_message_id, provider, account);

ALTER TABLE ONLY public.reconcile_marks
    ADD CONSTRAINT reconcile_marks_pkey PRIMARY KEY (provider, account);

ALTER TABLE ONLY public.releases
    ADD CONSTRAINT releases_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.service_approvals
    ADD CONSTRAINT service_approvals_pkey PRIMARY KEY (team_id, agent_id, service);

ALTER TABLE ONLY public.settings
    ADD CONSTRAINT settings_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.waits
    ADD CONSTRAINT waits_pkey PRIMARY KEY (team_id, id);

ALTER TABLE ONLY public.waits
    ADD CONSTRAINT waits_team_id_agent_id_request_id_key UNIQUE (team_id, agent_id, request_id);

CREATE UNIQUE INDEX agents_by_name ON public.agents USING btree (team_id, name) WHERE (removed_at IS NULL);

CREATE INDEX approvals_allowed ON public.approvals USING btree (team_id, lease_id) WHERE (state = 'allowed'::text);

CREATE INDEX approvals_open ON public.approvals USING btree (team_id, asked_at) WHERE (state = 'open'::text);

CREATE INDEX audit_by_agent ON public.audit USING btree (team_id, agent_id, seq DESC) WHERE (agent_id IS NOT NULL);

CREATE INDEX audit_by_member ON public.audit USING btree (team_id, member_id, seq DESC) WHERE (member_id IS NOT NULL);

CREATE INDEX audit_by_subject ON public.audit USING btree (team_id, subject_id) WHERE (subject_id IS NOT NULL);

CREATE INDEX gateway_secrets_by_gateway ON public.gateway_secrets USING btree (team_id, gateway_id);

CREATE UNIQUE INDEX gateways_live_name ON public.gateways USING btree (name) WHERE (removed_at IS NULL);

CREATE INDEX keys_by_member ON public.keys USING btree (team_id, member_id);

CREATE INDEX leases_by_number ON public.leases USING btree (team_id, number_id, started_at DESC);

CREATE INDEX leases_by_passport ON public.leases USING btree (team_id, passport_id, started_at DESC);

CREATE INDEX leases_live_agent ON public.leases USING btree (team_id, agent_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX leases_live_number ON public.leases USING btree (team_id, number_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX leases_live_passport ON public.leases USING btree (team_id, passport_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX members_live_name ON public.members USING btree (team_id, name) WHERE (removed_at IS NULL);

CREATE INDEX messages_by_agent ON ONLY public.messages USING btree (team_id, agent_id, seq DESC);

CREATE INDEX messages_20261119_team_id_agent_id_seq_idx ON public.messages_20261119 USING btree (team_id, agent_id, seq DESC);

CREATE INDEX messages_unerased ON ONLY public.messages USING btree (team_id, expires_at) WHERE (code_erased_at IS NULL);

CREATE INDEX messages_20261119_team_id_expires_at_idx ON public.messages_20261119 USING btree (team_id, expires_at) WHERE (code_erased_at IS NULL);

CREATE INDEX messages_available ON ONLY public.messages USING btree (team_id, lease_id) WHERE (state = 'available'::text);

CREATE INDEX messages_20261119_team_id_lease_id_idx ON public.messages_20261119 USING btree (team_id, lease_id) WHERE (state = 'available'::text);

CREATE INDEX messages_blocked ON ONLY public.messages USING btree (team_id, lease_id) WHERE ((state = 'provider_blocked'::text) AND (wait_id IS NULL));

CREATE INDEX messages_20261119_team_id_lease_id_idx1 ON public.messages_20261119 USING btree (team_id, lease_id) WHERE ((state = 'provider_blocked'::text) AND (wait_id IS NULL));

CREATE INDEX messages_by_number ON ONLY public.messages USING btree (team_id, number_id, seq DESC);

CREATE INDEX messages_20261119_team_id_number_id_seq_idx ON public.messages_20261119 USING btree (team_id, number_id, seq DESC);

CREATE INDEX messages_20261126_team_id_agent_id_seq_idx ON public.messages_20261126 USING btree (team_id, agent_id, seq DESC);

CREATE INDEX messages_20261126_team_id_expires_at_idx ON public.messages_20261126 USING btree (team_id, expires_at) WHERE (code_erased_at IS NULL);

CREATE INDEX messages_20261126_team_id_lease_id_idx ON public.messages_20261126 USING btree (team_id, lease_id) WHERE (state = 'available'::text);

CREATE INDEX messages_20261126_team_id_lease_id_idx1 ON public.messages_20261126 USING btree (team_id, lease_id) WHERE ((state = 'provider_blocked'::text) AND (wait_id IS NULL));

CREATE INDEX messages_20261126_team_id_number_id_seq_idx ON public.messages_20261126 USING btree (team_id, number_id, seq DESC);

CREATE INDEX pairing_tries_by_member ON public.pairing_tries USING btree (team_id, member_id, at);

CREATE INDEX purchases_by_time ON public.purchases USING btree (team_id, created_at DESC);

CREATE INDEX purchases_open ON public.purchases USING btree (team_id) WHERE (state = 'open'::text);

CREATE UNIQUE INDEX purchases_open_passport ON public.purchases USING btree (team_id, passport_id) WHERE (state = 'open'::text);

CREATE INDEX releases_open ON public.releases USING btree (team_id) WHERE (state = 'open'::text);

CREATE UNIQUE INDEX releases_open_number ON public.releases USING btree (team_id, number_id) WHERE (state = 'open'::text);

CREATE UNIQUE INDEX usage_days_cell ON public.usage_days USING btree (team_id, day, number_id, agent_id) NULLS NOT DISTINCT;

CREATE INDEX waits_open ON public.waits USING btree (team_id, lease_id) WHERE (state = 'open'::text);

CREATE INDEX waits_open_of_agent ON public.waits USING btree (team_id, agent_id) WHERE (state = ANY (ARRAY['open'::text, 'approval_pending'::text]));

CREATE INDEX waits_unsettled ON public.waits USING btree (team_id, lease_id) WHERE ((state = ANY (ARRAY['open'::text, 'approval_pending'::text])) OR ((state = 'received'::text) AND (confirmed_at IS NULL)));

ALTER INDEX public.messages_pkey ATTACH PARTITION public.messages_20261119_pkey;

ALTER INDEX public.messages_by_agent ATTACH PARTITION public.messages_20261119_team_id_agent_id_seq_idx;

ALTER INDEX public.messages_unerased ATTACH PARTITION public.messages_20261119_team_id_expires_at_idx;

ALTER INDEX public.messages_available ATTACH PARTITION public.messages_20261119_team_id_lease_id_idx;

ALTER INDEX public.messages_blocked ATTACH PARTITION public.messages_20261119_team_id_lease_id_idx1;

ALTER INDEX public.messages_by_number ATTACH PARTITION public.messages_20261119_team_id_number_id_seq_idx;

ALTER INDEX public.messages_pkey ATTACH PARTITION public.messages_20261126_pkey;

ALTER INDEX public.messages_by_agent ATTACH PARTITION public.messages_20261126_team_id_agent_id_seq_idx;

ALTER INDEX public.messages_unerased ATTACH PARTITION public.messages_20261126_team_id_expires_at_idx;

ALTER INDEX public.messages_available ATTACH PARTITION public.messages_20261126_team_id_lease_id_idx;

ALTER INDEX public.messages_blocked ATTACH PARTITION public.messages_20261126_team_id_lease_id_idx1;

ALTER INDEX public.messages_by_number ATTACH PARTITION public.messages_20261126_team_id_number_id_seq_idx;

ALTER TABLE ONLY public.agents
    ADD CONSTRAINT agents_team_id_member_id_fkey FOREIGN KEY (team_id, member_id) REFERENCES public.members(team_id, id);

ALTER TABLE ONLY public.approvals
    ADD CONSTRAINT approvals_team_id_agent_id_fkey FOREIGN KEY (team_id, agent_id) REFERENCES public.agents(team_id, id);

ALTER TABLE ONLY public.approvals
    ADD CONSTRAINT approvals_team_id_answered_by_fkey FOREIGN KEY (team_id, answered_by) REFERENCES public.members(team_id, id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);

ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_team_id_member_id_fkey FOREIGN KEY (team_id, member_id) REFERENCES public.members(team_id, id);

ALTER TABLE ONLY public.gateway_secrets
    ADD CONSTRAINT gateway_secrets_team_id_gateway_id_fkey FOREIGN KEY (team_id, gateway_id) REFERENCES public.gateways(team_id, id);

ALTER TABLE ONLY public.gateways
    ADD CONSTRAINT gateways_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_team_id_invited_by_fkey FOREIGN KEY (team_id, invited_by) REFERENCES public.members(team_id, id);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_team_id_member_id_fkey FOREIGN KEY (team_id, member_id) REFERENCES public.members(team_id, id);

ALTER TABLE ONLY public.keys
    ADD CONSTRAINT keys_team_id_agent_id_fkey FOREIGN KEY (team_id, agent_id) REFERENCES public.agents(team_id, id);

ALTER TABLE ONLY public.keys
    ADD CONSTRAINT keys_team_id_device_id_fkey FOREIGN KEY (team_id, device_id) REFERENCES public.devices(team_id, id);

ALTER TABLE ONLY public.keys
    ADD CONSTRAINT keys_team_id_member_id_fkey FOREIGN KEY (team_id, member_id) REFERENCES public.members(team_id, id);

ALTER TABLE ONLY public.keys
    ADD CONSTRAINT keys_team_id_replaced_by_fkey FOREIGN KEY (team_id, replaced_by) REFERENCES public.keys(team_id, id);

ALTER TABLE ONLY public.leases
    ADD CONSTRAINT leases_team_id_number_id_fkey FOREIGN KEY (team_id, number_id) REFERENCES public.numbers(team_id, id);

ALTER TABLE ONLY public.leases
    ADD CONSTRAINT leases_team_id_passport_id_fkey FOREIGN KEY (team_id, passport_id) REFERENCES public.passports(team_id, id);

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);

ALTER TABLE ONLY public.number_consents
    ADD CONSTRAINT number_consents_team_id_member_id_fkey FOREIGN KEY (team_id, member_id) REFERENCES public.members(team_id, id);

ALTER TABLE ONLY public.number_consents
    ADD CONSTRAINT number_consents_team_id_number_id_fkey FOREIGN KEY (team_id, number_id) REFERENCES public.numbers(team_id, id);

ALTER TABLE ONLY public.number_services
    ADD CONSTRAINT number_services_team_id_number_id_fkey FOREIGN KEY (team_id, number_id) REFERENCES public.numbers(team_id, id);

ALTER TABLE ONLY public.number_shares
    ADD CONSTRAINT number_shares_team_id_member_id_fkey FOREIGN KEY (team_id, member_id) REFERENCES public.members(team_id, id);

ALTER TABLE ONLY public.number_shares
    ADD CONSTRAINT number_shares_team_id_number_id_fkey FOREIGN KEY (team_id, number_id) REFERENCES public.numbers(team_id, id);

ALTER TABLE ONLY public.numbers
    ADD CONSTRAINT numbers_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);

ALTER TABLE ONLY public.pairing_tries
    ADD CONSTRAINT pairing_tries_team_id_member_id_fkey FOREIGN KEY (team_id, member_id) REFERENCES public.members(team_id, id);

ALTER TABLE ONLY public.pairings
    ADD CONSTRAINT pairings_team_id_approved_by_key_fkey FOREIGN KEY (team_id, approved_by_key) REFERENCES public.keys(team_id, id);

ALTER TABLE ONLY public.pairings
    ADD CONSTRAINT pairings_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);

ALTER TABLE ONLY public.pairings
    ADD CONSTRAINT pairings_team_id_member_id_fkey FOREIGN KEY (team_id, member_id) REFERENCES public.members(team_id, id);

ALTER TABLE ONLY public.passports
    ADD CONSTRAINT passports_team_id_agent_id_fkey FOREIGN KEY (team_id, agent_id) REFERENCES public.agents(team_id, id);

ALTER TABLE ONLY public.purchases
    ADD CONSTRAINT purchases_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);

ALTER TABLE ONLY public.purchases
    ADD CONSTRAINT purchases_team_id_number_id_fkey FOREIGN KEY (team_id, number_id) REFERENCES public.numbers(team_id, id);

ALTER TABLE ONLY public.purchases
    ADD CONSTRAINT purchases_team_id_passport_id_fkey FOREIGN KEY (team_id, passport_id) REFERENCES public.passports(team_id, id);

ALTER TABLE ONLY public.releases
    ADD CONSTRAINT releases_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);

ALTER TABLE ONLY public.releases
    ADD CONSTRAINT releases_team_id_number_id_fkey FOREIGN KEY (team_id, number_id) REFERENCES public.numbers(team_id, id);

ALTER TABLE ONLY public.service_approvals
    ADD CONSTRAINT service_approvals_team_id_agent_id_fkey FOREIGN KEY (team_id, agent_id) REFERENCES public.agents(team_id, id);

ALTER TABLE ONLY public.service_approvals
    ADD CONSTRAINT service_approvals_team_id_approved_by_fkey FOREIGN KEY (team_id, approved_by) REFERENCES public.members(team_id, id);

ALTER TABLE ONLY public.waits
    ADD CONSTRAINT waits_team_id_lease_id_fkey FOREIGN KEY (team_id, lease_id) REFERENCES public.leases(team_id, id);

ALTER TABLE public.agents ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.approvals ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.devices ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.events ENABLE ROW LEVEL SECURITY;

CREATE POLICY every_team ON public.agents TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.approvals TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.audit TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.events TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.keys TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.leases TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.message_keys TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.messages TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.number_services TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.numbers TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.pairings TO agentpass_ingest USING (true) WITH CHECK ((team_id IS NULL));

CREATE POLICY every_team ON public.receipts TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.reconcile_marks TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.service_approvals TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.teams TO agentpass_ingest USING (true) WITH CHECK (true);

CREATE POLICY every_team ON public.waits TO agentpass_ingest USING (true) WITH CHECK (true);

ALTER TABLE public.gateway_secrets ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gateways ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.invitations ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.keys ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.leases ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.members ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.message_keys ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.message_views ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.messages ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.number_consents ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.number_services ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.number_shares ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.numbers ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_agent ON public.leases AS RESTRICTIVE TO agentpass_app USING (((NULLIF(current_setting('app.agent'::text, true), ''::text) IS NULL) OR (agent_id = (NULLIF(current_setting('app.agent'::text, true), ''::text))::uuid)));

CREATE POLICY own_agent ON public.message_keys AS RESTRICTIVE TO agentpass_app USING (((NULLIF(current_setting('app.agent'::text, true), ''::text) IS NULL) OR (agent_id = (NULLIF(current_setting('app.agent'::text, true), ''::text))::uuid)));

CREATE POLICY own_agent ON public.messages AS RESTRICTIVE TO agentpass_app USING (((NULLIF(current_setting('app.agent'::text, true), ''::text) IS NULL) OR (agent_id = (NULLIF(current_setting('app.agent'::text, true), ''::text))::uuid)));

CREATE POLICY own_agent ON public.waits AS RESTRICTIVE TO agentpass_app USING (((NULLIF(current_setting('app.agent'::text, true), ''::text) IS NULL) OR (agent_id = (NULLIF(current_setting('app.agent'::text, true), ''::text))::uuid)));

CREATE POLICY own_member ON public.messages AS RESTRICTIVE TO agentpass_app USING (((NULLIF(current_setting('app.member'::text, true), ''::text) IS NULL) OR (agent_id IN ( SELECT agents.id
   FROM public.agents
  WHERE (agents.member_id = (NULLIF(current_setting('app.member'::text, true), ''::text))::uuid))) OR (number_id IN ( SELECT number_shares.number_id
   FROM public.number_shares
  WHERE ((number_shares.member_id = (NULLIF(current_setting('app.member'::text, true), ''::text))::uuid) AND (number_shares.created_at <= messages.stored_at))))));

CREATE POLICY own_team ON public.agents TO agentpass_app USING (((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid) OR ((team_id, id) IN ( SELECT keys.team_id,
    keys.agent_id
   FROM public.keys
  WHERE (keys.prefix = NULLIF(current_setting('app.key_prefix'::text, true), ''::text)))))) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.approvals TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.audit TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.devices TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.events TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.gateway_secrets TO agentpass_app USING (((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid) OR ((team_id, gateway_id) IN ( SELECT gateways.team_id,
    gateways.id
   FROM public.gateways
  WHERE (gateways.name = NULLIF(current_setting('app.gateway'::text, true), ''::text)))))) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.gateways TO agentpass_app USING (((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid) OR (name = NULLIF(current_setting('app.gateway'::text, true), ''::text)))) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.invitations TO agentpass_app USING (((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid) OR (hash = decode(NULLIF(current_setting('app.secret_hash'::text, true), ''::text), 'hex'::text)))) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.keys TO agentpass_app USING (((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid) OR (prefix = NULLIF(current_setting('app.key_prefix'::text, true), ''::text)))) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.leases TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.members TO agentpass_app USING (((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid) OR ((team_id, id) IN ( SELECT keys.team_id,
    keys.member_id
   FROM public.keys
  WHERE (keys.prefix = NULLIF(current_setting('app.key_prefix'::text, true), ''::text)))))) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.message_keys TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.message_views TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.messages TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.number_consents TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.number_services TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.number_shares TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.numbers TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.pairing_tries TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.passports TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.purchases TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.receipts TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.releases TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.service_approvals TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.teams TO agentpass_app USING ((id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.usage_days TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

CREATE POLICY own_team ON public.waits TO agentpass_app USING ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)) WITH CHECK ((team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid));

ALTER TABLE public.pairing_tries ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.pairings ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.passports ENABLE ROW LEVEL SECURITY;

CREATE POLICY presented ON public.pairings TO agentpass_app USING (((device_hash = decode(NULLIF(current_setting('app.secret_hash'::text, true), ''::text), 'hex'::text)) OR (user_code = NULLIF(current_setting('app.user_code'::text, true), ''::text)))) WITH CHECK (((team_id IS NULL) OR (team_id = (NULLIF(current_setting('app.team'::text, true), ''::text))::uuid)));

ALTER TABLE public.purchases ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.receipts ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reconcile_marks ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.releases ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.service_approvals ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.teams ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.usage_days ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.waits ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA public TO agentpass_app;
GRANT USAGE ON SCHEMA public TO agentpass_ingest;

GRANT SELECT,INSERT,UPDATE ON TABLE public.agents TO agentpass_app;
GRANT SELECT ON TABLE public.agents TO agentpass_ingest;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.alert_counts TO agentpass_ingest;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.alerts TO agentpass_ingest;

GRANT SELECT,INSERT,UPDATE ON TABLE public.approvals TO agentpass_app;
GRANT INSERT ON TABLE public.approvals TO agentpass_ingest;

GRANT SELECT(team_id) ON TABLE public.approvals TO agentpass_ingest;

GRANT SELECT(lease_id) ON TABLE public.approvals TO agentpass_ingest;

GRANT SELECT(state) ON TABLE public.approvals TO agentpass_ingest;

GRANT SELECT,INSERT ON TABLE public.audit TO agentpass_app;
GRANT INSERT ON TABLE public.audit TO agentpass_ingest;

GRANT SELECT,INSERT,UPDATE ON TABLE public.devices TO agentpass_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.events TO agentpass_app;
GRANT SELECT,INSERT ON TABLE public.events TO agentpass_ingest;

GRANT SELECT,INSERT,DELETE ON TABLE public.gateway_secrets TO agentpass_app;

GRANT UPDATE(expires_at) ON TABLE public.gateway_secrets TO agentpass_app;

GRANT SELECT,INSERT ON TABLE public.gateways TO agentpass_app;

GRANT UPDATE(removed_at) ON TABLE public.gateways TO agentpass_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.invitations TO agentpass_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.keys TO agentpass_app;

GRANT SELECT(team_id) ON TABLE public.keys TO agentpass_ingest;

GRANT SELECT(kind) ON TABLE public.keys TO agentpass_ingest;

GRANT SELECT(member_id) ON TABLE public.keys TO agentpass_ingest;

GRANT SELECT(expires_at) ON TABLE public.keys TO agentpass_ingest;

GRANT SELECT(revoked_at) ON TABLE public.keys TO agentpass_ingest;

GRANT SELECT,INSERT,UPDATE ON TABLE public.leases TO agentpass_app;
GRANT SELECT ON TABLE public.leases TO agentpass_ingest;

GRANT SELECT,INSERT,UPDATE ON TABLE public.members TO agentpass_app;

GRANT SELECT,DELETE,UPDATE ON TABLE public.message_keys TO agentpass_app;
GRANT INSERT ON TABLE public.message_keys TO agentpass_ingest;

GRANT SELECT,INSERT,DELETE ON TABLE public.message_views TO agentpass_app;

GRANT SELECT,UPDATE ON TABLE public.messages TO agentpass_app;
GRANT INSERT ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(team_id) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(id) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(seq) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(number_id) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(lease_id) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(agent_id) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(provider) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(provider_message_id) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(sender_key) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(service) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(domain) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(state),UPDATE(state) ON TABLE public.messages TO agentpass_ingest;

GRANT UPDATE(wait_id) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(provider_at) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT(expires_at) ON TABLE public.messages TO agentpass_ingest;

GRANT UPDATE(matched_at) ON TABLE public.messages TO agentpass_ingest;

GRANT SELECT,INSERT,DELETE ON TABLE public.number_consents TO agentpass_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.number_services TO agentpass_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.number_services TO agentpass_ingest;

GRANT SELECT,INSERT,DELETE ON TABLE public.number_shares TO agentpass_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.numbers TO agentpass_app;
GRANT SELECT ON TABLE public.numbers TO agentpass_ingest;

GRANT SELECT,INSERT,DELETE ON TABLE public.pairing_tries TO agentpass_app;

GRANT SELECT ON TABLE public.pairings TO agentpass_app;
GRANT INSERT,DELETE ON TABLE public.pairings TO agentpass_ingest;

GRANT SELECT(id) ON TABLE public.pairings TO agentpass_ingest;

GRANT SELECT(network) ON TABLE public.pairings TO agentpass_ingest;

GRANT SELECT(expires_at) ON TABLE public.pairings TO agentpass_ingest;

GRANT UPDATE(interval_ms) ON TABLE public.pairings TO agentpass_app;

GRANT UPDATE(polled_at) ON TABLE public.pairings TO agentpass_app;

GRANT UPDATE(state) ON TABLE public.pairings TO agentpass_app;

GRANT UPDATE(team_id) ON TABLE public.pairings TO agentpass_app;

GRANT UPDATE(member_id) ON TABLE public.pairings TO agentpass_app;

GRANT UPDATE(approved_by_key) ON TABLE public.pairings TO agentpass_app;

GRANT SELECT,INSERT ON TABLE public.passports TO agentpass_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.purchases TO agentpass_app;

GRANT SELECT,INSERT ON TABLE public.receipts TO agentpass_ingest;

GRANT SELECT(provider_message_id) ON TABLE public.receipts TO agentpass_app;

GRANT SELECT(team_id) ON TABLE public.receipts TO agentpass_app;

GRANT SELECT(message_id) ON TABLE public.receipts TO agentpass_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.reconcile_marks TO agentpass_ingest;

GRANT SELECT,INSERT,UPDATE ON TABLE public.releases TO agentpass_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.service_approvals TO agentpass_app;

GRANT SELECT(team_id) ON TABLE public.service_approvals TO agentpass_ingest;

GRANT SELECT(agent_id) ON TABLE public.service_approvals TO agentpass_ingest;

GRANT SELECT(service) ON TABLE public.service_approvals TO agentpass_ingest;

GRANT SELECT,INSERT,UPDATE ON TABLE public.settings TO agentpass_app;

GRANT SELECT ON TABLE public.sms_notifications TO agentpass_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.teams TO agentpass_app;
GRANT SELECT ON TABLE public.teams TO agentpass_ingest;

GRANT UPDATE(head_seq) ON TABLE public.teams TO agentpass_ingest;

GRANT UPDATE(head_check) ON TABLE public.teams TO agentpass_ingest;

GRANT UPDATE(audit_seq) ON TABLE public.teams TO agentpass_ingest;

GRANT UPDATE(audit_mac) ON TABLE public.teams TO agentpass_ingest;

GRANT SELECT,INSERT ON TABLE public.usage_days TO agentpass_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.waits TO agentpass_app;
GRANT SELECT,UPDATE ON TABLE public.waits TO agentpass_ingest;

