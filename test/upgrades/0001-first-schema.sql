
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
    CONSTRAINT keys_check CHECK (((kind = 'agent'::text) = (agent_id IS NOT NULL))),
    CONSTRAINT keys_check1 CHECK (((kind = 'device'::text) = (device_id IS NOT NULL))),
    CONSTRAINT keys_kind_check CHECK ((kind = ANY (ARRAY['admin'::text, 'device'::text, 'agent'::text])))
);

ALTER TABLE ONLY public.keys FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.keys.replaced_by IS 'the key it was rotated to';

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
    CONSTRAINT leases_end_reason_check CHECK ((end_reason = ANY (ARRAY['released'::text, 'admin'::text, 'idle'::text])))
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

INSERT INTO public.agents VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48c5-72fa-aaa6-4e9be13bf70a', '01a20565-48a4-7186-a335-99e0e0086b94', 'local agent (mock)', NULL, NULL, NULL, 'allow', '2026-11-22 22:34:13.571776+00', NULL, NULL);
INSERT INTO public.agents VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-4aa8-7218-bab7-56510cbb02ae', '01a20565-48a4-7186-a335-99e0e0086b94', 'an agent', NULL, NULL, NULL, 'allow', '2026-11-22 22:34:14.052883+00', NULL, NULL);

INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 1, '2026-11-22 22:34:13.538979+00', 'member.added', NULL, NULL, '01a20565-48a4-7186-a335-99e0e0086b94', '{"seq":1,"at":"2026-11-22T22:34:13.538979Z","action":"member.added","actor":{"kind":"system","name":"start"},"subject":{"type":"member","id":"01a20565-48a4-7186-a335-99e0e0086b94"},"after":{"name":"Owner","role":"owner"}}', 'k1', '\x25fc6872df49a15d1c79f755ed1fe26761d1573abfc7bb77627dc4c8ae536058');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 2, '2026-11-22 22:34:13.538979+00', 'key.created', NULL, NULL, '01a20565-48a5-7320-8e00-899b4ef36727', '{"seq":2,"at":"2026-11-22T22:34:13.538979Z","action":"key.created","actor":{"kind":"system","name":"start"},"subject":{"type":"key","id":"01a20565-48a5-7320-8e00-899b4ef36727"},"after":{"kind":"admin","name":"owner","prefix":"ap_admin_14addc7df47b","memberId":"01a20565-48a4-7186-a335-99e0e0086b94"}}', 'k1', '\x9f00d40d24edc9836be25babf7f2a73a252f90a55f2a9cd95fc69a3ebf63a159');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 3, '2026-11-22 22:34:13.547065+00', 'number.added', NULL, NULL, '01a20565-48af-721f-8af0-16f1181cceb3', '{"seq":3,"at":"2026-11-22T22:34:13.547065Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20565-48af-721f-8af0-16f1181cceb3"},"after":{"phoneNumber":"+15551234567","provider":"mock"}}', 'k1', '\x84c22898b48b6392c8c739634c21a60ca4e9166ea98f5adcd2ca740fee093345');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 4, '2026-11-22 22:34:13.547065+00', 'number.added', NULL, NULL, '01a20565-48b2-7456-b051-cb1f3e7c577d', '{"seq":4,"at":"2026-11-22T22:34:13.547065Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20565-48b2-7456-b051-cb1f3e7c577d"},"after":{"phoneNumber":"+15551234568","provider":"mock"}}', 'k1', '\x463f494ebe91062aeb11f12b9c55cfde4648fd4b1e5020d3a03b683c5fe9438a');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 5, '2026-11-22 22:34:13.547065+00', 'number.added', NULL, NULL, '01a20565-48b3-71cc-aa94-ad5125b5b28e', '{"seq":5,"at":"2026-11-22T22:34:13.547065Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20565-48b3-71cc-aa94-ad5125b5b28e"},"after":{"phoneNumber":"+15551234569","provider":"mock"}}', 'k1', '\xd79b1fef225902e640a11ac72ab5b8811533b453d7cd32aff4c4c6d59b267d3c');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 6, '2026-11-22 22:34:13.547065+00', 'number.added', NULL, NULL, '01a20565-48b3-71cc-aa94-b15ec4766323', '{"seq":6,"at":"2026-11-22T22:34:13.547065Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20565-48b3-71cc-aa94-b15ec4766323"},"after":{"phoneNumber":"+15551234570","provider":"mock"}}', 'k1', '\x381bd52a7c608e277fc46ea7effa58dd3d3db76bec98d2b26c376fe8f0cee1d5');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 7, '2026-11-22 22:34:13.547065+00', 'number.added', NULL, NULL, '01a20565-48b4-7237-8b4f-329a5afed9b3', '{"seq":7,"at":"2026-11-22T22:34:13.547065Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20565-48b4-7237-8b4f-329a5afed9b3"},"after":{"phoneNumber":"+15551234571","provider":"mock"}}', 'k1', '\x450a96f0e84429437254783b4527eee6e6fe0b18c88a898197d2f270d18e75de');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 8, '2026-11-22 22:34:13.547065+00', 'number.added', NULL, NULL, '01a20565-48b5-779a-853f-e585c0281311', '{"seq":8,"at":"2026-11-22T22:34:13.547065Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20565-48b5-779a-853f-e585c0281311"},"after":{"phoneNumber":"+15551234572","provider":"mock"}}', 'k1', '\xb4f45d8e624a68106df0618e071be047db628aff3a1b96c97d19aa95d1834c4f');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 9, '2026-11-22 22:34:13.547065+00', 'number.added', NULL, NULL, '01a20565-48b6-726c-b30f-9ce3420c04ed', '{"seq":9,"at":"2026-11-22T22:34:13.547065Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20565-48b6-726c-b30f-9ce3420c04ed"},"after":{"phoneNumber":"+15551234573","provider":"mock"}}', 'k1', '\x393c75479234f8f19f71c821df9b4b3cf3476a39f428a8c21c8c58d5979c9e51');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 10, '2026-11-22 22:34:13.547065+00', 'number.added', NULL, NULL, '01a20565-48b7-76f9-be77-d7e9b3e1d12a', '{"seq":10,"at":"2026-11-22T22:34:13.547065Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20565-48b7-76f9-be77-d7e9b3e1d12a"},"after":{"phoneNumber":"+15551234574","provider":"mock"}}', 'k1', '\xd1bee3cd49974692536dcce2dc3fcb5db00d49ceba7b7daad388aa290c4b6ea6');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 11, '2026-11-22 22:34:13.547065+00', 'number.added', NULL, NULL, '01a20565-48b8-7533-b2f3-085bdc4af0d3', '{"seq":11,"at":"2026-11-22T22:34:13.547065Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20565-48b8-7533-b2f3-085bdc4af0d3"},"after":{"phoneNumber":"+15551234575","provider":"mock"}}', 'k1', '\x695ba6086e6e1d2cc9dfdffcb9a241ee45a83a6a8867ee0ce6723e34016cc7f7');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 12, '2026-11-22 22:34:13.547065+00', 'number.added', NULL, NULL, '01a20565-48b9-73ae-820a-13bb6b043590', '{"seq":12,"at":"2026-11-22T22:34:13.547065Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a20565-48b9-73ae-820a-13bb6b043590"},"after":{"phoneNumber":"+15551234576","provider":"mock"}}', 'k1', '\x8fa3adb3343b355e9a162bceee9699b886afda6a37d50dd3ef4a2d9d7b4d97fa');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 13, '2026-11-22 22:34:13.56376+00', 'number.shared', NULL, NULL, '01a20565-48af-721f-8af0-16f1181cceb3', '{"seq":13,"at":"2026-11-22T22:34:13.563760Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20565-48af-721f-8af0-16f1181cceb3"},"after":{"memberId":"01a20565-48a4-7186-a335-99e0e0086b94"}}', 'k1', '\x14bffab03118367c7aa4e4d673f8e05070c3a53e3bee846ae2a90b0f789b6294');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 14, '2026-11-22 22:34:13.56376+00', 'number.shared', NULL, NULL, '01a20565-48b2-7456-b051-cb1f3e7c577d', '{"seq":14,"at":"2026-11-22T22:34:13.563760Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20565-48b2-7456-b051-cb1f3e7c577d"},"after":{"memberId":"01a20565-48a4-7186-a335-99e0e0086b94"}}', 'k1', '\xa36c238d3333a7ffd4c6650afb12ea1568ac0c6078f6aee06d8aa25caabd8d5b');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 15, '2026-11-22 22:34:13.56376+00', 'number.shared', NULL, NULL, '01a20565-48b3-71cc-aa94-ad5125b5b28e', '{"seq":15,"at":"2026-11-22T22:34:13.563760Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20565-48b3-71cc-aa94-ad5125b5b28e"},"after":{"memberId":"01a20565-48a4-7186-a335-99e0e0086b94"}}', 'k1', '\x129f3e32f18af0cae7ee086666cede889529c3156b40ade9836dfb230cb4865f');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 16, '2026-11-22 22:34:13.56376+00', 'number.shared', NULL, NULL, '01a20565-48b3-71cc-aa94-b15ec4766323', '{"seq":16,"at":"2026-11-22T22:34:13.563760Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20565-48b3-71cc-aa94-b15ec4766323"},"after":{"memberId":"01a20565-48a4-7186-a335-99e0e0086b94"}}', 'k1', '\xb99c000ad8954c1e87d3fc156945340d47e8674fc30a50d8713745d158c6f1bb');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 17, '2026-11-22 22:34:13.56376+00', 'number.shared', NULL, NULL, '01a20565-48b4-7237-8b4f-329a5afed9b3', '{"seq":17,"at":"2026-11-22T22:34:13.563760Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20565-48b4-7237-8b4f-329a5afed9b3"},"after":{"memberId":"01a20565-48a4-7186-a335-99e0e0086b94"}}', 'k1', '\xe0f6056c94fc225fe852730ff371cdf26bb40d579b50365902a28733ec2652f5');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 18, '2026-11-22 22:34:13.56376+00', 'number.shared', NULL, NULL, '01a20565-48b5-779a-853f-e585c0281311', '{"seq":18,"at":"2026-11-22T22:34:13.563760Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20565-48b5-779a-853f-e585c0281311"},"after":{"memberId":"01a20565-48a4-7186-a335-99e0e0086b94"}}', 'k1', '\x809c03b4e870aa30bc9e21f3abc22bb2aa5d79247a83254dff9af4989b17524b');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 19, '2026-11-22 22:34:13.56376+00', 'number.shared', NULL, NULL, '01a20565-48b6-726c-b30f-9ce3420c04ed', '{"seq":19,"at":"2026-11-22T22:34:13.563760Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20565-48b6-726c-b30f-9ce3420c04ed"},"after":{"memberId":"01a20565-48a4-7186-a335-99e0e0086b94"}}', 'k1', '\xd2d77636381e9191f3543deac67d0c4ceceb7ed029b95e1e83c1b7242972c0df');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 20, '2026-11-22 22:34:13.56376+00', 'number.shared', NULL, NULL, '01a20565-48b7-76f9-be77-d7e9b3e1d12a', '{"seq":20,"at":"2026-11-22T22:34:13.563760Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20565-48b7-76f9-be77-d7e9b3e1d12a"},"after":{"memberId":"01a20565-48a4-7186-a335-99e0e0086b94"}}', 'k1', '\x7c0e564906852e50846eba15b1fa10c03cdb29a5b206cd8a9cb0a32d661a9557');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 21, '2026-11-22 22:34:13.56376+00', 'number.shared', NULL, NULL, '01a20565-48b8-7533-b2f3-085bdc4af0d3', '{"seq":21,"at":"2026-11-22T22:34:13.563760Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20565-48b8-7533-b2f3-085bdc4af0d3"},"after":{"memberId":"01a20565-48a4-7186-a335-99e0e0086b94"}}', 'k1', '\xc3cd41798c48c696d50c27c5662db4baa46f28012960f7830bcfc726df15c8a8');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 22, '2026-11-22 22:34:13.56376+00', 'number.shared', NULL, NULL, '01a20565-48b9-73ae-820a-13bb6b043590', '{"seq":22,"at":"2026-11-22T22:34:13.563760Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a20565-48b9-73ae-820a-13bb6b043590"},"after":{"memberId":"01a20565-48a4-7186-a335-99e0e0086b94"}}', 'k1', '\xa2ce1770e1e23de5325dc1d28b2cb777e93128883d67202c936c32d0900adf2a');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 23, '2026-11-22 22:34:13.571776+00', 'agent.created', NULL, NULL, '01a20565-48c5-72fa-aaa6-4e9be13bf70a', '{"seq":23,"at":"2026-11-22T22:34:13.571776Z","action":"agent.created","actor":{"kind":"system","name":"start"},"subject":{"type":"agent","id":"01a20565-48c5-72fa-aaa6-4e9be13bf70a"},"after":{"name":"local agent (mock)","memberId":"01a20565-48a4-7186-a335-99e0e0086b94","policy":"allow"}}', 'k1', '\xa1c0737169a5018961ec1a560d5a891f5d2857d17b6f13fb43e832547ac6393e');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 24, '2026-11-22 22:34:13.571776+00', 'key.created', NULL, NULL, '01a20565-48c5-72fa-aaa6-53aaaa269045', '{"seq":24,"at":"2026-11-22T22:34:13.571776Z","action":"key.created","actor":{"kind":"system","name":"start"},"subject":{"type":"key","id":"01a20565-48c5-72fa-aaa6-53aaaa269045"},"after":{"kind":"agent","name":"local agent (mock)","prefix":"ap_agent_62bef7551b16","memberId":"01a20565-48a4-7186-a335-99e0e0086b94","agentId":"01a20565-48c5-72fa-aaa6-4e9be13bf70a"}}', 'k1', '\x542857a8206358cb2fbdf65bda9919a96e4b615e2bca69651319704de2c1911c');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 25, '2026-11-22 22:34:14.052883+00', 'agent.created', '01a20565-48a4-7186-a335-99e0e0086b94', NULL, '01a20565-4aa8-7218-bab7-56510cbb02ae', '{"seq":25,"at":"2026-11-22T22:34:14.052883Z","action":"agent.created","actor":{"kind":"admin","memberId":"01a20565-48a4-7186-a335-99e0e0086b94","keyId":"01a20565-48a5-7320-8e00-899b4ef36727","address":"127.0.0.1"},"subject":{"type":"agent","id":"01a20565-4aa8-7218-bab7-56510cbb02ae"},"after":{"name":"an agent","memberId":"01a20565-48a4-7186-a335-99e0e0086b94","policy":"allow"}}', 'k1', '\xb8633779c691a791341615189b43a53f6f02988bb68dd2bb289569de9080d350');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 26, '2026-11-22 22:34:14.052883+00', 'key.created', '01a20565-48a4-7186-a335-99e0e0086b94', NULL, '01a20565-4aa9-7777-baa3-6bff8b4bb343', '{"seq":26,"at":"2026-11-22T22:34:14.052883Z","action":"key.created","actor":{"kind":"admin","memberId":"01a20565-48a4-7186-a335-99e0e0086b94","keyId":"01a20565-48a5-7320-8e00-899b4ef36727","address":"127.0.0.1"},"subject":{"type":"key","id":"01a20565-4aa9-7777-baa3-6bff8b4bb343"},"after":{"kind":"agent","name":"an agent","prefix":"ap_agent_175113da8159","memberId":"01a20565-48a4-7186-a335-99e0e0086b94","agentId":"01a20565-4aa8-7218-bab7-56510cbb02ae","expiresAt":null}}', 'k1', '\x95397430df6c77c0e2ea32ed59bbbc4e2e34f45cfede52594dd9c3c2773d83e4');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 27, '2026-11-22 22:34:14.474968+00', 'lease.started', '01a20565-48a4-7186-a335-99e0e0086b94', '01a20565-4aa8-7218-bab7-56510cbb02ae', '01a20565-4c55-7433-bf59-f3727edcf437', '{"seq":27,"at":"2026-11-22T22:34:14.474968Z","action":"lease.started","actor":{"kind":"agent","memberId":"01a20565-48a4-7186-a335-99e0e0086b94","keyId":"01a20565-4aa9-7777-baa3-6bff8b4bb343","agentId":"01a20565-4aa8-7218-bab7-56510cbb02ae","address":"127.0.0.1"},"subject":{"type":"lease","id":"01a20565-4c55-7433-bf59-f3727edcf437"},"after":{"numberId":"01a20565-48af-721f-8af0-16f1181cceb3","phoneNumber":"+15551234567","agentId":"01a20565-4aa8-7218-bab7-56510cbb02ae","passportId":"01a20565-4c4d-70ac-a017-a190aafd67d6","service":"github"}}', 'k1', '\xcf592c73535c1745b7ebcbf61ab5dc0bab839c3a863e56f0fe20a0f44071e28d');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 28, '2026-11-22 22:34:14.737248+00', 'message.stored', NULL, NULL, '01a20565-4d51-717b-953a-1c8504c35bdd', '{"seq":28,"at":"2026-11-22T22:34:14.737248Z","action":"message.stored","actor":{"kind":"provider","name":"mock"},"subject":{"type":"message","id":"01a20565-4d51-717b-953a-1c8504c35bdd"},"after":{"providerMessageId":"SMf241a442f13f9b26805ba77fc23d32ca","numberId":"01a20565-48af-721f-8af0-16f1181cceb3","leaseId":"01a20565-4c55-7433-bf59-f3727edcf437","agentId":"01a20565-4aa8-7218-bab7-56510cbb02ae"}}', 'k1', '\x232ff1ac3cfe54cdf503b76b258704d5a6095a60a75b755ac2e2a90e546259d1');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 29, '2026-11-22 22:34:15.128359+00', 'invitation.created', '01a20565-48a4-7186-a335-99e0e0086b94', NULL, '01a20565-4eda-74fe-a460-7947563fe04b', '{"seq":29,"at":"2026-11-22T22:34:15.128359Z","action":"invitation.created","actor":{"kind":"admin","memberId":"01a20565-48a4-7186-a335-99e0e0086b94","keyId":"01a20565-48a5-7320-8e00-899b4ef36727","address":"127.0.0.1"},"subject":{"type":"invitation","id":"01a20565-4eda-74fe-a460-7947563fe04b"},"after":{"name":"Ann","role":"admin","expiresAt":"2026-11-29T22:34:15.128Z"}}', 'k1', '\x374bc45ebb9f460cfa2f015815a06fc2ecc7089c5316f25845aa1e267afadf54');
INSERT INTO public.audit VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 30, '2026-11-22 22:34:15.525635+00', 'message.shown', '01a20565-48a4-7186-a335-99e0e0086b94', NULL, '01a20565-4d51-717b-953a-1c8504c35bdd', '{"seq":30,"at":"2026-11-22T22:34:15.525635Z","action":"message.shown","actor":{"kind":"admin","memberId":"01a20565-48a4-7186-a335-99e0e0086b94","keyId":"01a20565-48a5-7320-8e00-899b4ef36727","address":"127.0.0.1"},"subject":{"type":"message","id":"01a20565-4d51-717b-953a-1c8504c35bdd"}}', 'k1', '\x368b62730ccdd0a1ede23cffa4daa46ad8712bf27e08535f04379c68afc788a0');

INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 1, '7349fa5b', 'member.changed', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.538979+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 2, '0f68d78d', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a20565-48a5-7320-8e00-899b4ef36727', '2026-11-22 22:34:13.538979+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 3, 'a75941e0', 'number.changed', NULL, '01a20565-48af-721f-8af0-16f1181cceb3', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 4, 'a1b6b7b2', 'number.changed', NULL, '01a20565-48b2-7456-b051-cb1f3e7c577d', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 5, 'e8db7bd5', 'number.changed', NULL, '01a20565-48b3-71cc-aa94-ad5125b5b28e', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 6, 'eaaef733', 'number.changed', NULL, '01a20565-48b3-71cc-aa94-b15ec4766323', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 7, 'b920a657', 'number.changed', NULL, '01a20565-48b4-7237-8b4f-329a5afed9b3', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 8, '01ca2795', 'number.changed', NULL, '01a20565-48b5-779a-853f-e585c0281311', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 9, '0fc76d3f', 'number.changed', NULL, '01a20565-48b6-726c-b30f-9ce3420c04ed', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 10, '93e3f920', 'number.changed', NULL, '01a20565-48b7-76f9-be77-d7e9b3e1d12a', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 11, '6d438919', 'number.changed', NULL, '01a20565-48b8-7533-b2f3-085bdc4af0d3', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 12, '1532bd7f', 'number.changed', NULL, '01a20565-48b9-73ae-820a-13bb6b043590', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 13, '61b802f0', 'number.changed', NULL, '01a20565-48af-721f-8af0-16f1181cceb3', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.56376+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 14, '3b44ea1d', 'number.changed', NULL, '01a20565-48b2-7456-b051-cb1f3e7c577d', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.56376+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 15, 'fe171c61', 'number.changed', NULL, '01a20565-48b3-71cc-aa94-ad5125b5b28e', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.56376+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 16, '190f6e10', 'number.changed', NULL, '01a20565-48b3-71cc-aa94-b15ec4766323', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.56376+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 17, 'ee128b9d', 'number.changed', NULL, '01a20565-48b4-7237-8b4f-329a5afed9b3', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.56376+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 18, '8e699b2b', 'number.changed', NULL, '01a20565-48b5-779a-853f-e585c0281311', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.56376+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 19, '81ef5a34', 'number.changed', NULL, '01a20565-48b6-726c-b30f-9ce3420c04ed', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.56376+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 20, '6328fe97', 'number.changed', NULL, '01a20565-48b7-76f9-be77-d7e9b3e1d12a', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.56376+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 21, 'ba63bf79', 'number.changed', NULL, '01a20565-48b8-7533-b2f3-085bdc4af0d3', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.56376+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 22, '01c8268c', 'number.changed', NULL, '01a20565-48b9-73ae-820a-13bb6b043590', NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.56376+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 23, 'b8a36349', 'agent.changed', '01a20565-48c5-72fa-aaa6-4e9be13bf70a', NULL, NULL, NULL, NULL, NULL, '2026-11-22 22:34:13.571776+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 24, '8c04b972', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a20565-48c5-72fa-aaa6-53aaaa269045', '2026-11-22 22:34:13.571776+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 25, '421ff49b', 'agent.changed', '01a20565-4aa8-7218-bab7-56510cbb02ae', NULL, NULL, NULL, NULL, NULL, '2026-11-22 22:34:14.052883+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 26, '5133e8bf', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a20565-4aa9-7777-baa3-6bff8b4bb343', '2026-11-22 22:34:14.052883+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 27, '6aac805a', 'lease.started', '01a20565-4aa8-7218-bab7-56510cbb02ae', '01a20565-48af-721f-8af0-16f1181cceb3', '01a20565-4c55-7433-bf59-f3727edcf437', NULL, NULL, NULL, '2026-11-22 22:34:14.474968+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 28, '764fc397', 'message.received', '01a20565-4aa8-7218-bab7-56510cbb02ae', '01a20565-48af-721f-8af0-16f1181cceb3', '01a20565-4c55-7433-bf59-f3727edcf437', '01a20565-4d51-717b-953a-1c8504c35bdd', NULL, NULL, '2026-11-22 22:34:14.737248+00');
INSERT INTO public.events VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 29, 'ed9348c5', 'invitation.changed', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 22:34:15.128359+00');

INSERT INTO public.invitations VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-4eda-74fe-a460-7947563fe04b', '\x2a7b2236c85400b8f25c0196334e39e3223cee0f7b3042fcfe2d568b4ad13b7b', 'Ann', 'admin', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:15.128359+00', '2026-11-29 22:34:15.128+00', NULL, NULL, NULL);

INSERT INTO public.keys VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48c5-72fa-aaa6-53aaaa269045', 'agent', 'ap_agent_62bef7551b16', '\xbf455fad378aec090e975d1678a97a10cc355ee72516b7b366f7fc8827c184c3', 'local agent (mock)', '01a20565-48a4-7186-a335-99e0e0086b94', '01a20565-48c5-72fa-aaa6-4e9be13bf70a', NULL, '2026-11-22 22:34:13.571776+00', NULL, NULL, NULL, NULL);
INSERT INTO public.keys VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48a5-7320-8e00-899b4ef36727', 'admin', 'ap_admin_14addc7df47b', '\x91edb70b0b9c151b50989830784a65976573424354b8fab438dd4de95671c3f1', 'owner', '01a20565-48a4-7186-a335-99e0e0086b94', NULL, NULL, '2026-11-22 22:34:13.538979+00', NULL, NULL, '2026-11-22 22:34:14.044538+00', NULL);
INSERT INTO public.keys VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-4aa9-7777-baa3-6bff8b4bb343', 'agent', 'ap_agent_175113da8159', '\xa105241bf8b8abb6dcdeb5e6bd79afa6faeaefcac1a8233f0555fde134b82a80', 'an agent', '01a20565-48a4-7186-a335-99e0e0086b94', '01a20565-4aa8-7218-bab7-56510cbb02ae', NULL, '2026-11-22 22:34:14.052883+00', NULL, NULL, '2026-11-22 22:34:14.471483+00', NULL);

INSERT INTO public.kysely_migration VALUES ('0001-first-schema', '2026-11-22T22:34:13.502Z');

INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);

INSERT INTO public.leases VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-4c55-7433-bf59-f3727edcf437', '01a20565-48af-721f-8af0-16f1181cceb3', '01a20565-4aa8-7218-bab7-56510cbb02ae', '01a20565-4c4d-70ac-a017-a190aafd67d6', 27, '2026-11-22 22:34:14.474968+00', '2026-11-22 22:34:14.474968+00', NULL, NULL);

INSERT INTO public.members VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48a4-7186-a335-99e0e0086b94', 'Owner', 'owner', '2026-11-22 22:34:13.538979+00', NULL);

INSERT INTO public.message_keys VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-4d51-717b-953a-1c8504c35bdd', '01a20565-4aa8-7218-bab7-56510cbb02ae', 'k1', '\x6a13f3196e6bab54e67bdbbda83298a9000f21678e962cc7e2035fb5cb497101be3ee3d4b774dcacfe3673e5bc231e1bd71756ae9eb1ca4050486d7d');

INSERT INTO public.message_views VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-4d51-717b-953a-1c8504c35bdd', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:15.525635+00');

INSERT INTO public.messages_20261119 VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-4d51-717b-953a-1c8504c35bdd', 28, '01a20565-48af-721f-8af0-16f1181cceb3', '01a20565-4c55-7433-bf59-f3727edcf437', '01a20565-4aa8-7218-bab7-56510cbb02ae', 'mock', 'SMf241a442f13f9b26805ba77fc23d32ca', '+12025550143', '+12025550143', 'GitHub', NULL, '\x0f598e0baf62439746e98e428bfc9dfb0a550ff3404f962d4e747414dfda4148db31818c5dc74781f8759c5d37aac3e119d7e85d166a', '\xdf503fa78fb71281df78af35bdb0a81f9fc47b361252696af610fb4e7ab17b6001bfb41b25c7af59fc610abd22a7c17d3fa75b377ed68ad63fe94566039b827762ee6b491d97c7aa3577f2f404380271bb7802f48367acd009574fb1b1dc24438304d5', true, '[]', 'available', NULL, false, '2026-11-22 22:34:14.727468+00', '2026-11-22 22:34:14.727468+00', '2026-11-22 22:34:14.737248+00', '2026-11-22 22:44:14.737248+00', NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO public.number_services VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48af-721f-8af0-16f1181cceb3', 'github', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:14.737248+00');

INSERT INTO public.number_shares VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48af-721f-8af0-16f1181cceb3', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:13.56376+00');
INSERT INTO public.number_shares VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b2-7456-b051-cb1f3e7c577d', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:13.56376+00');
INSERT INTO public.number_shares VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b3-71cc-aa94-ad5125b5b28e', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:13.56376+00');
INSERT INTO public.number_shares VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b3-71cc-aa94-b15ec4766323', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:13.56376+00');
INSERT INTO public.number_shares VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b4-7237-8b4f-329a5afed9b3', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:13.56376+00');
INSERT INTO public.number_shares VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b5-779a-853f-e585c0281311', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:13.56376+00');
INSERT INTO public.number_shares VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b6-726c-b30f-9ce3420c04ed', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:13.56376+00');
INSERT INTO public.number_shares VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b7-76f9-be77-d7e9b3e1d12a', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:13.56376+00');
INSERT INTO public.number_shares VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b8-7533-b2f3-085bdc4af0d3', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:13.56376+00');
INSERT INTO public.number_shares VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b9-73ae-820a-13bb6b043590', '01a20565-48a4-7186-a335-99e0e0086b94', '2026-11-22 22:34:13.56376+00');

INSERT INTO public.numbers VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48af-721f-8af0-16f1181cceb3', '+15551234567', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.numbers VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b2-7456-b051-cb1f3e7c577d', '+15551234568', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.numbers VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b3-71cc-aa94-ad5125b5b28e', '+15551234569', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.numbers VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b3-71cc-aa94-b15ec4766323', '+15551234570', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.numbers VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b4-7237-8b4f-329a5afed9b3', '+15551234571', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.numbers VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b5-779a-853f-e585c0281311', '+15551234572', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.numbers VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b6-726c-b30f-9ce3420c04ed', '+15551234573', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.numbers VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b7-76f9-be77-d7e9b3e1d12a', '+15551234574', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.numbers VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b8-7533-b2f3-085bdc4af0d3', '+15551234575', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-22 22:34:13.547065+00');
INSERT INTO public.numbers VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-48b9-73ae-820a-13bb6b043590', '+15551234576', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-22 22:34:13.547065+00');

INSERT INTO public.passports VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-4c4d-70ac-a017-a190aafd67d6', '01a20565-4aa8-7218-bab7-56510cbb02ae', '', '2026-11-22 22:34:14.474968+00');

INSERT INTO public.receipts VALUES ('mock', 'ACb730b96f775b10146b019d47c8912246', 'SMf241a442f13f9b26805ba77fc23d32ca', '01a20565-489f-7788-b019-ce7ee17f4f8f', '01a20565-4d51-717b-953a-1c8504c35bdd', '2026-11-22 22:34:14.737248+00');

INSERT INTO public.settings VALUES ('master key fingerprints', '{"k1": "618ed1278bc8eb2b"}');

INSERT INTO public.teams VALUES ('01a20565-489f-7788-b019-ce7ee17f4f8f', 'Development', 'a6dd2bc7', 29, 'ed9348c5', 1, 30, '\x368b62730ccdd0a1ede23cffa4daa46ad8712bf27e08535f04379c68afc788a0', NULL, '{}', '2026-11-22 22:34:13.536705+00');

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

