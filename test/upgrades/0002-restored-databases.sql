
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

INSERT INTO public.agents VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-022e-76ac-b39d-43e93d940013', '01a20614-01f6-7581-9757-6cb10f997daa', 'local agent (mock)', NULL, NULL, NULL, 'allow', '2026-11-23 01:45:04.300098+00', NULL, NULL);
INSERT INTO public.agents VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-05ec-700b-918e-a38ead797ef7', '01a20614-01f6-7581-9757-6cb10f997daa', 'dump', NULL, NULL, NULL, 'allow', '2026-11-23 01:45:05.250286+00', NULL, NULL);

INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 1, '2026-11-23 01:45:04.2443+00', 'member.added', NULL, NULL, '01a20614-01f6-7581-9757-6cb10f997daa', '{"seq":1,"at":"2026-11-23T01:45:04.244300Z","action":"member.added","actor":{"kind":"system","name":"start"},"subject":{"type":"member","id":"01a20614-01f6-7581-9757-6cb10f997daa"},"after":{"name":"Owner","role":"owner"}}', 'k1', '\x2e330b929f30104aaf606b15f10b1afbc4f87b4e732bf00dad27ee1fa467ab8c');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 2, '2026-11-23 01:45:04.2443+00', 'key.created', NULL, NULL, '01a20614-01f7-760e-8dca-bc5493388fa6', '{"seq":2,"at":"2026-11-23T01:45:04.244300Z","action":"key.created","actor":{"kind":"system","name":"start"},"subject":{"type":"key","id":"01a20614-01f7-760e-8dca-bc5493388fa6"},"after":{"kind":"admin","name":"owner","prefix":"ap_admin_98e5b8008a94","memberId":"01a20614-01f6-7581-9757-6cb10f997daa"}}', 'k1', '\xc73d2830abc82cc576c1b7f162e18c765c775d1f89b7d9cca97f9e52707181c1');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 3, '2026-11-23 01:45:04.254774+00', 'number.added', NULL, NULL, '01a20614-0204-7713-806e-ad705ce6618e', '{"seq":3,"at":"2026-11-23T01:45:04.254774Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-0204-7713-806e-ad705ce6618e"},"after":{"phoneNumber":"+15551234567","provider":"mock"}}', 'k1', '\x4e2f42e8e7e8b50b7ac630d9109d347095a856bcb8fafe205d05f5de90c9049e');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 4, '2026-11-23 01:45:04.254774+00', 'number.added', NULL, NULL, '01a20614-0206-7387-b025-784f0cfb7e41', '{"seq":4,"at":"2026-11-23T01:45:04.254774Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-0206-7387-b025-784f0cfb7e41"},"after":{"phoneNumber":"+15551234568","provider":"mock"}}', 'k1', '\x9345623a30b2bae830c161f28d26c9301907153237b5632de3f10f63b5886f6d');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 5, '2026-11-23 01:45:04.254774+00', 'number.added', NULL, NULL, '01a20614-0208-7189-953e-271b4d1cef67', '{"seq":5,"at":"2026-11-23T01:45:04.254774Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-0208-7189-953e-271b4d1cef67"},"after":{"phoneNumber":"+15551234569","provider":"mock"}}', 'k1', '\x39faed42f60de3fc090fe61b9e9564f51dcd120bd7e2c41c19a03dfecff059db');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 6, '2026-11-23 01:45:04.254774+00', 'number.added', NULL, NULL, '01a20614-020a-7574-9d85-c827bc8140e2', '{"seq":6,"at":"2026-11-23T01:45:04.254774Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-020a-7574-9d85-c827bc8140e2"},"after":{"phoneNumber":"+15551234570","provider":"mock"}}', 'k1', '\xe4280a69a7bad2b58c05cb8779d9da2130dd1b5d88721be4f3f3ae36010eace8');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 7, '2026-11-23 01:45:04.254774+00', 'number.added', NULL, NULL, '01a20614-020f-737d-a77e-7c32bbec4908', '{"seq":7,"at":"2026-11-23T01:45:04.254774Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-020f-737d-a77e-7c32bbec4908"},"after":{"phoneNumber":"+15551234571","provider":"mock"}}', 'k1', '\x2079b5f0c1790a79ccde61e14f8c9f2248a6fe99d357643c103f587566c2f5e4');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 8, '2026-11-23 01:45:04.254774+00', 'number.added', NULL, NULL, '01a20614-0210-706e-be34-5aa9688d459d', '{"seq":8,"at":"2026-11-23T01:45:04.254774Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-0210-706e-be34-5aa9688d459d"},"after":{"phoneNumber":"+15551234572","provider":"mock"}}', 'k1', '\x4b33ef52f8772fcffd1f609924be4cd7322b9d868eb8ba86f4a8ef81ba18fc3f');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 9, '2026-11-23 01:45:04.254774+00', 'number.added', NULL, NULL, '01a20614-0212-71fd-bf4f-90a74675a8a2', '{"seq":9,"at":"2026-11-23T01:45:04.254774Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-0212-71fd-bf4f-90a74675a8a2"},"after":{"phoneNumber":"+15551234573","provider":"mock"}}', 'k1', '\xce467b821e13c136e89ab68ac995c7b8dcb06d5c1ad1c5b80c1012008a386749');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 10, '2026-11-23 01:45:04.254774+00', 'number.added', NULL, NULL, '01a20614-0215-71dd-a0f0-e0a9f4bf0d27', '{"seq":10,"at":"2026-11-23T01:45:04.254774Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-0215-71dd-a0f0-e0a9f4bf0d27"},"after":{"phoneNumber":"+15551234574","provider":"mock"}}', 'k1', '\xda39880da8f183bd71ed3bd3102110a5155287701ad7902754793011620aa4a6');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 11, '2026-11-23 01:45:04.254774+00', 'number.added', NULL, NULL, '01a20614-0217-7735-ab10-47afab9a1efb', '{"seq":11,"at":"2026-11-23T01:45:04.254774Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-0217-7735-ab10-47afab9a1efb"},"after":{"phoneNumber":"+15551234575","provider":"mock"}}', 'k1', '\x90311cbcc2f6340002191050cbfac72a19d8144d34db1902f2cf2cfeb3b6bc0c');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 12, '2026-11-23 01:45:04.254774+00', 'number.added', NULL, NULL, '01a20614-0218-74f6-ad72-721ca62b76bf', '{"seq":12,"at":"2026-11-23T01:45:04.254774Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20614-0218-74f6-ad72-721ca62b76bf"},"after":{"phoneNumber":"+15551234576","provider":"mock"}}', 'k1', '\x9dbf020e005536784b7e1a7ccdcce13962f58429608634ce04779015184fe0da');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 13, '2026-11-23 01:45:04.285498+00', 'number.shared', NULL, NULL, '01a20614-0204-7713-806e-ad705ce6618e', '{"seq":13,"at":"2026-11-23T01:45:04.285498Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-0204-7713-806e-ad705ce6618e"},"after":{"memberId":"01a20614-01f6-7581-9757-6cb10f997daa"}}', 'k1', '\x066d3964a29533ab3be0d2958575cc271cfb9ce87e815d96183fb6b41354eccd');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 14, '2026-11-23 01:45:04.285498+00', 'number.shared', NULL, NULL, '01a20614-0206-7387-b025-784f0cfb7e41', '{"seq":14,"at":"2026-11-23T01:45:04.285498Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-0206-7387-b025-784f0cfb7e41"},"after":{"memberId":"01a20614-01f6-7581-9757-6cb10f997daa"}}', 'k1', '\x35f79f693f6058283de850dbb010650d7db0d8c72c8ed7c9e8c16bfa23260c0b');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 15, '2026-11-23 01:45:04.285498+00', 'number.shared', NULL, NULL, '01a20614-0208-7189-953e-271b4d1cef67', '{"seq":15,"at":"2026-11-23T01:45:04.285498Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-0208-7189-953e-271b4d1cef67"},"after":{"memberId":"01a20614-01f6-7581-9757-6cb10f997daa"}}', 'k1', '\xb2fb748796b5ca6dee4e2ce1f8213556d8d59d82080dcc04074ea3053f4dc70f');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 16, '2026-11-23 01:45:04.285498+00', 'number.shared', NULL, NULL, '01a20614-020a-7574-9d85-c827bc8140e2', '{"seq":16,"at":"2026-11-23T01:45:04.285498Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-020a-7574-9d85-c827bc8140e2"},"after":{"memberId":"01a20614-01f6-7581-9757-6cb10f997daa"}}', 'k1', '\xa3a108ae1bb616fa280ae1afe1fff61452eee4322f2ec1117fc91188cbd6878f');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 17, '2026-11-23 01:45:04.285498+00', 'number.shared', NULL, NULL, '01a20614-020f-737d-a77e-7c32bbec4908', '{"seq":17,"at":"2026-11-23T01:45:04.285498Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-020f-737d-a77e-7c32bbec4908"},"after":{"memberId":"01a20614-01f6-7581-9757-6cb10f997daa"}}', 'k1', '\xba0019c52746479f9e1e15d9d594fcea522b5e7e76767e541d7dc29b04e866a7');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 18, '2026-11-23 01:45:04.285498+00', 'number.shared', NULL, NULL, '01a20614-0210-706e-be34-5aa9688d459d', '{"seq":18,"at":"2026-11-23T01:45:04.285498Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-0210-706e-be34-5aa9688d459d"},"after":{"memberId":"01a20614-01f6-7581-9757-6cb10f997daa"}}', 'k1', '\x11a2ae51aec0132f45122740538f67a9616e3ea1ef91471a3ccdfcc9906339af');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 19, '2026-11-23 01:45:04.285498+00', 'number.shared', NULL, NULL, '01a20614-0212-71fd-bf4f-90a74675a8a2', '{"seq":19,"at":"2026-11-23T01:45:04.285498Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-0212-71fd-bf4f-90a74675a8a2"},"after":{"memberId":"01a20614-01f6-7581-9757-6cb10f997daa"}}', 'k1', '\xc572f932daee086718218853c83b13f79eca2b3dede0eafb32eb35b6e2095b3c');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 20, '2026-11-23 01:45:04.285498+00', 'number.shared', NULL, NULL, '01a20614-0215-71dd-a0f0-e0a9f4bf0d27', '{"seq":20,"at":"2026-11-23T01:45:04.285498Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-0215-71dd-a0f0-e0a9f4bf0d27"},"after":{"memberId":"01a20614-01f6-7581-9757-6cb10f997daa"}}', 'k1', '\xacccddc0aa9df65460a18852dfbf1880e041d0345cf9f429da4204bdf6069bfd');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 21, '2026-11-23 01:45:04.285498+00', 'number.shared', NULL, NULL, '01a20614-0217-7735-ab10-47afab9a1efb', '{"seq":21,"at":"2026-11-23T01:45:04.285498Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-0217-7735-ab10-47afab9a1efb"},"after":{"memberId":"01a20614-01f6-7581-9757-6cb10f997daa"}}', 'k1', '\x80b4e59e22415ba5c55c3e24960c5538639feffeecb1febfc0b68595c56a541c');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 22, '2026-11-23 01:45:04.285498+00', 'number.shared', NULL, NULL, '01a20614-0218-74f6-ad72-721ca62b76bf', '{"seq":22,"at":"2026-11-23T01:45:04.285498Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20614-0218-74f6-ad72-721ca62b76bf"},"after":{"memberId":"01a20614-01f6-7581-9757-6cb10f997daa"}}', 'k1', '\x1be1653c4a34016c0814b647f682f6f4441b6f512d7ac1f53cfd58bd10256ee2');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 23, '2026-11-23 01:45:04.300098+00', 'agent.created', NULL, NULL, '01a20614-022e-76ac-b39d-43e93d940013', '{"seq":23,"at":"2026-11-23T01:45:04.300098Z","action":"agent.created","actor":{"kind":"system","name":"start"},"subject":{"type":"agent","id":"01a20614-022e-76ac-b39d-43e93d940013"},"after":{"name":"local agent (mock)","memberId":"01a20614-01f6-7581-9757-6cb10f997daa","policy":"allow"}}', 'k1', '\x20998b43eaf762e6a72e4139f4e4a0f71eb80f5ff8b7b9d6ed7a5ecdd29ec881');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 24, '2026-11-23 01:45:04.300098+00', 'key.created', NULL, NULL, '01a20614-022f-7031-bdee-5e2aceb7c4d9', '{"seq":24,"at":"2026-11-23T01:45:04.300098Z","action":"key.created","actor":{"kind":"system","name":"start"},"subject":{"type":"key","id":"01a20614-022f-7031-bdee-5e2aceb7c4d9"},"after":{"kind":"agent","name":"local agent (mock)","prefix":"ap_agent_d3668c5db422","memberId":"01a20614-01f6-7581-9757-6cb10f997daa","agentId":"01a20614-022e-76ac-b39d-43e93d940013"}}', 'k1', '\x4ad7ac5640bba62f235cd0911895307dd7b8097c5d077f796b0863a536f0df43');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 25, '2026-11-23 01:45:05.250286+00', 'agent.created', '01a20614-01f6-7581-9757-6cb10f997daa', NULL, '01a20614-05ec-700b-918e-a38ead797ef7', '{"seq":25,"at":"2026-11-23T01:45:05.250286Z","action":"agent.created","actor":{"kind":"admin","memberId":"01a20614-01f6-7581-9757-6cb10f997daa","keyId":"01a20614-01f7-760e-8dca-bc5493388fa6","address":"127.0.0.1"},"subject":{"type":"agent","id":"01a20614-05ec-700b-918e-a38ead797ef7"},"after":{"name":"dump","memberId":"01a20614-01f6-7581-9757-6cb10f997daa","policy":"allow"}}', 'k1', '\x23ed0634537a5a167cfec17294fbee8953337122cfcf4fd463b4e0b3a637187a');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 26, '2026-11-23 01:45:05.250286+00', 'key.created', '01a20614-01f6-7581-9757-6cb10f997daa', NULL, '01a20614-05ed-77ca-8f78-51d59c3db524', '{"seq":26,"at":"2026-11-23T01:45:05.250286Z","action":"key.created","actor":{"kind":"admin","memberId":"01a20614-01f6-7581-9757-6cb10f997daa","keyId":"01a20614-01f7-760e-8dca-bc5493388fa6","address":"127.0.0.1"},"subject":{"type":"key","id":"01a20614-05ed-77ca-8f78-51d59c3db524"},"after":{"kind":"agent","name":"dump","prefix":"ap_agent_5c5e4a1ab697","memberId":"01a20614-01f6-7581-9757-6cb10f997daa","agentId":"01a20614-05ec-700b-918e-a38ead797ef7","expiresAt":null}}', 'k1', '\x90b7efa47299fb972ea892684d11b34e932a39a292db5fb6f78bb420764615df');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 27, '2026-11-23 01:45:05.986592+00', 'lease.started', '01a20614-01f6-7581-9757-6cb10f997daa', '01a20614-05ec-700b-918e-a38ead797ef7', '01a20614-08cf-70a8-a8e2-10e6cba33c5d', '{"seq":27,"at":"2026-11-23T01:45:05.986592Z","action":"lease.started","actor":{"kind":"agent","memberId":"01a20614-01f6-7581-9757-6cb10f997daa","keyId":"01a20614-05ed-77ca-8f78-51d59c3db524","agentId":"01a20614-05ec-700b-918e-a38ead797ef7","address":"127.0.0.1"},"subject":{"type":"lease","id":"01a20614-08cf-70a8-a8e2-10e6cba33c5d"},"after":{"numberId":"01a20614-0204-7713-806e-ad705ce6618e","phoneNumber":"+15551234567","agentId":"01a20614-05ec-700b-918e-a38ead797ef7","passportId":"01a20614-08c5-71bd-a98e-4be040c58d2b","service":"github"}}', 'k1', '\x2c48830862323f51c3743123a0a1736281c3a5fc2d309561d42da73263e6a5b8');
INSERT INTO public.audit VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 28, '2026-11-23 01:45:06.453793+00', 'message.stored', NULL, NULL, '01a20614-0a95-725c-b69c-c46f2bfad215', '{"seq":28,"at":"2026-11-23T01:45:06.453793Z","action":"message.stored","actor":{"kind":"provider","name":"mock"},"subject":{"type":"message","id":"01a20614-0a95-725c-b69c-c46f2bfad215"},"after":{"providerMessageId":"SM30d385c16523c3a6e48c8289622f19e8","numberId":"01a20614-0204-7713-806e-ad705ce6618e","leaseId":"01a20614-08cf-70a8-a8e2-10e6cba33c5d","agentId":"01a20614-05ec-700b-918e-a38ead797ef7"}}', 'k1', '\x61d06dd0446cec01a0d7510f8f64e5b81eb4b7d890fd5bf3d3e7de4176f0fb2d');

INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 1, 'c17fef23', 'member.changed', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.2443+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 2, '1586dda3', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a20614-01f7-760e-8dca-bc5493388fa6', '2026-11-23 01:45:04.2443+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 3, '1a4263b4', 'number.changed', NULL, '01a20614-0204-7713-806e-ad705ce6618e', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 4, '1bb47cdd', 'number.changed', NULL, '01a20614-0206-7387-b025-784f0cfb7e41', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 5, '90882a39', 'number.changed', NULL, '01a20614-0208-7189-953e-271b4d1cef67', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 6, '9bd2682c', 'number.changed', NULL, '01a20614-020a-7574-9d85-c827bc8140e2', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 7, 'd59ae80a', 'number.changed', NULL, '01a20614-020f-737d-a77e-7c32bbec4908', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 8, 'fff693b0', 'number.changed', NULL, '01a20614-0210-706e-be34-5aa9688d459d', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 9, '274be65c', 'number.changed', NULL, '01a20614-0212-71fd-bf4f-90a74675a8a2', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 10, '206ca42d', 'number.changed', NULL, '01a20614-0215-71dd-a0f0-e0a9f4bf0d27', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 11, 'b4bf92aa', 'number.changed', NULL, '01a20614-0217-7735-ab10-47afab9a1efb', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 12, 'a5f47209', 'number.changed', NULL, '01a20614-0218-74f6-ad72-721ca62b76bf', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 13, 'f3d4cde0', 'number.changed', NULL, '01a20614-0204-7713-806e-ad705ce6618e', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.285498+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 14, 'bf97882f', 'number.changed', NULL, '01a20614-0206-7387-b025-784f0cfb7e41', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.285498+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 15, 'bc7bf43b', 'number.changed', NULL, '01a20614-0208-7189-953e-271b4d1cef67', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.285498+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 16, '85a51285', 'number.changed', NULL, '01a20614-020a-7574-9d85-c827bc8140e2', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.285498+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 17, 'ea66c6a8', 'number.changed', NULL, '01a20614-020f-737d-a77e-7c32bbec4908', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.285498+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 18, 'ce5bfbb6', 'number.changed', NULL, '01a20614-0210-706e-be34-5aa9688d459d', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.285498+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 19, '7b7ea83f', 'number.changed', NULL, '01a20614-0212-71fd-bf4f-90a74675a8a2', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.285498+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 20, '00fb5555', 'number.changed', NULL, '01a20614-0215-71dd-a0f0-e0a9f4bf0d27', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.285498+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 21, '028aa159', 'number.changed', NULL, '01a20614-0217-7735-ab10-47afab9a1efb', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.285498+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 22, 'cbc28457', 'number.changed', NULL, '01a20614-0218-74f6-ad72-721ca62b76bf', NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.285498+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 23, '5e69a0c4', 'agent.changed', '01a20614-022e-76ac-b39d-43e93d940013', NULL, NULL, NULL, NULL, NULL, '2026-11-23 01:45:04.300098+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 24, '9515355e', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a20614-022f-7031-bdee-5e2aceb7c4d9', '2026-11-23 01:45:04.300098+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 25, '1c8bf7f4', 'agent.changed', '01a20614-05ec-700b-918e-a38ead797ef7', NULL, NULL, NULL, NULL, NULL, '2026-11-23 01:45:05.250286+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 26, 'f07d0076', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a20614-05ed-77ca-8f78-51d59c3db524', '2026-11-23 01:45:05.250286+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 27, '1beced7b', 'lease.started', '01a20614-05ec-700b-918e-a38ead797ef7', '01a20614-0204-7713-806e-ad705ce6618e', '01a20614-08cf-70a8-a8e2-10e6cba33c5d', NULL, NULL, NULL, '2026-11-23 01:45:05.986592+00');
INSERT INTO public.events VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 28, 'a5b75979', 'message.received', '01a20614-05ec-700b-918e-a38ead797ef7', '01a20614-0204-7713-806e-ad705ce6618e', '01a20614-08cf-70a8-a8e2-10e6cba33c5d', '01a20614-0a95-725c-b69c-c46f2bfad215', NULL, NULL, '2026-11-23 01:45:06.453793+00');

INSERT INTO public.keys VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-022f-7031-bdee-5e2aceb7c4d9', 'agent', 'ap_agent_d3668c5db422', '\x38187412c8a0fb7cd326c4dd36a0d9aba6c2c59fa082bf1b78ad172f4e6e0bc2', 'local agent (mock)', '01a20614-01f6-7581-9757-6cb10f997daa', '01a20614-022e-76ac-b39d-43e93d940013', NULL, '2026-11-23 01:45:04.300098+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.keys VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-01f7-760e-8dca-bc5493388fa6', 'admin', 'ap_admin_98e5b8008a94', '\xc6d130be4553a8bce05aa99a9f0084578ffc2012223682e186b18fc64533f283', 'owner', '01a20614-01f6-7581-9757-6cb10f997daa', NULL, NULL, '2026-11-23 01:45:04.2443+00', NULL, NULL, '2026-11-23 01:45:05.239662+00', NULL, NULL);
INSERT INTO public.keys VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-05ed-77ca-8f78-51d59c3db524', 'agent', 'ap_agent_5c5e4a1ab697', '\xe793988d1232f3c22989ac9e20fc8b0e841ac5a16a0f89f47100cd42a011f34c', 'dump', '01a20614-01f6-7581-9757-6cb10f997daa', '01a20614-05ec-700b-918e-a38ead797ef7', NULL, '2026-11-23 01:45:05.250286+00', NULL, NULL, '2026-11-23 01:45:05.98219+00', NULL, NULL);

INSERT INTO public.kysely_migration VALUES ('0001-first-schema', '2026-11-23T01:45:04.182Z');
INSERT INTO public.kysely_migration VALUES ('0002-restored-databases', '2026-11-23T01:45:04.184Z');

INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);

INSERT INTO public.leases VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-08cf-70a8-a8e2-10e6cba33c5d', '01a20614-0204-7713-806e-ad705ce6618e', '01a20614-05ec-700b-918e-a38ead797ef7', '01a20614-08c5-71bd-a98e-4be040c58d2b', 27, '2026-11-23 01:45:05.986592+00', '2026-11-23 01:45:05.986592+00', NULL, NULL);

INSERT INTO public.members VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-01f6-7581-9757-6cb10f997daa', 'Owner', 'owner', '2026-11-23 01:45:04.2443+00', NULL);

INSERT INTO public.message_keys VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0a95-725c-b69c-c46f2bfad215', '01a20614-05ec-700b-918e-a38ead797ef7', 'k1', '\x310ac2ca66e980acd590032524d81e0e305888bb06c14f754afe15f9cb71a133e3cc0b6e380317798e7eb81406339cd70fbb4d3061f2814f279566ba');

INSERT INTO public.messages_20261119 VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0a95-725c-b69c-c46f2bfad215', 28, '01a20614-0204-7713-806e-ad705ce6618e', '01a20614-08cf-70a8-a8e2-10e6cba33c5d', '01a20614-05ec-700b-918e-a38ead797ef7', 'mock', 'SM30d385c16523c3a6e48c8289622f19e8', '+12025550143', '+12025550143', 'GitHub', NULL, '\x5441229989cf53cceeee1fbcc20d5d38d39478399f8910b2a50217cf806715521a6e89103db6a91aabcb4851a0b9d59d6fa577c81225962a0b0eb80451ca5f9be070674f3a05', '\xcdf03e9e6d4f46281484681fe57a63435000b5a9444455d74140d5f75198deb2572c6ab1dfb99b4edcf4a65a72d6d80a7a43b60c922a83f558de7e6c8ff9c6c62cd51dd61cbe260ec28f447a50b94da31ca06c3d4cfd05e6891408328dab5e6ae01e10', true, '[]', 'available', NULL, false, '2026-11-23 01:45:06.441022+00', '2026-11-23 01:45:06.441022+00', '2026-11-23 01:45:06.453793+00', '2026-11-23 01:55:06.453793+00', NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO public.number_services VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0204-7713-806e-ad705ce6618e', 'github', '01a20614-01f6-7581-9757-6cb10f997daa', '2026-11-23 01:45:06.453793+00');

INSERT INTO public.number_shares VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0204-7713-806e-ad705ce6618e', '01a20614-01f6-7581-9757-6cb10f997daa', '2026-11-23 01:45:04.285498+00');
INSERT INTO public.number_shares VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0206-7387-b025-784f0cfb7e41', '01a20614-01f6-7581-9757-6cb10f997daa', '2026-11-23 01:45:04.285498+00');
INSERT INTO public.number_shares VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0208-7189-953e-271b4d1cef67', '01a20614-01f6-7581-9757-6cb10f997daa', '2026-11-23 01:45:04.285498+00');
INSERT INTO public.number_shares VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-020a-7574-9d85-c827bc8140e2', '01a20614-01f6-7581-9757-6cb10f997daa', '2026-11-23 01:45:04.285498+00');
INSERT INTO public.number_shares VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-020f-737d-a77e-7c32bbec4908', '01a20614-01f6-7581-9757-6cb10f997daa', '2026-11-23 01:45:04.285498+00');
INSERT INTO public.number_shares VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0210-706e-be34-5aa9688d459d', '01a20614-01f6-7581-9757-6cb10f997daa', '2026-11-23 01:45:04.285498+00');
INSERT INTO public.number_shares VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0212-71fd-bf4f-90a74675a8a2', '01a20614-01f6-7581-9757-6cb10f997daa', '2026-11-23 01:45:04.285498+00');
INSERT INTO public.number_shares VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0215-71dd-a0f0-e0a9f4bf0d27', '01a20614-01f6-7581-9757-6cb10f997daa', '2026-11-23 01:45:04.285498+00');
INSERT INTO public.number_shares VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0217-7735-ab10-47afab9a1efb', '01a20614-01f6-7581-9757-6cb10f997daa', '2026-11-23 01:45:04.285498+00');
INSERT INTO public.number_shares VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0218-74f6-ad72-721ca62b76bf', '01a20614-01f6-7581-9757-6cb10f997daa', '2026-11-23 01:45:04.285498+00');

INSERT INTO public.numbers VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0204-7713-806e-ad705ce6618e', '+15551234567', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.numbers VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0206-7387-b025-784f0cfb7e41', '+15551234568', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.numbers VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0208-7189-953e-271b4d1cef67', '+15551234569', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.numbers VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-020a-7574-9d85-c827bc8140e2', '+15551234570', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.numbers VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-020f-737d-a77e-7c32bbec4908', '+15551234571', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.numbers VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0210-706e-be34-5aa9688d459d', '+15551234572', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.numbers VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0212-71fd-bf4f-90a74675a8a2', '+15551234573', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.numbers VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0215-71dd-a0f0-e0a9f4bf0d27', '+15551234574', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.numbers VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0217-7735-ab10-47afab9a1efb', '+15551234575', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:04.254774+00');
INSERT INTO public.numbers VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0218-74f6-ad72-721ca62b76bf', '+15551234576', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 01:45:04.254774+00');

INSERT INTO public.passports VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-08c5-71bd-a98e-4be040c58d2b', '01a20614-05ec-700b-918e-a38ead797ef7', '', '2026-11-23 01:45:05.986592+00');

INSERT INTO public.receipts VALUES ('mock', 'ACf39cf38d37920b38552323d0d7198e33', 'SM30d385c16523c3a6e48c8289622f19e8', '01a20614-01ef-74f6-a783-4fbaf1227d20', '01a20614-0a95-725c-b69c-c46f2bfad215', '2026-11-23 01:45:06.453793+00');

INSERT INTO public.settings VALUES ('master key fingerprints', '{"k1": "618ed1278bc8eb2b"}');

INSERT INTO public.teams VALUES ('01a20614-01ef-74f6-a783-4fbaf1227d20', 'Development', 'b6181a77', 28, 'a5b75979', 1, 28, '\x61d06dd0446cec01a0d7510f8f64e5b81eb4b7d890fd5bf3d3e7de4176f0fb2d', NULL, '{}', '2026-11-23 01:45:04.240104+00');

ALTER TABLE ONLY public.agents
    ADD CONSTRAINT agents_pkey PRIMARY KEY (team_id, id);

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

