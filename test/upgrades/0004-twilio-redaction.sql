
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
    twilio_redaction text,
    CONSTRAINT messages_state_check CHECK ((state = ANY (ARRAY['available'::text, 'claimed'::text, 'consumed'::text, 'held'::text, 'superseded'::text, 'expired'::text, 'provider_blocked'::text]))),
    CONSTRAINT messages_twilio_redaction_check CHECK ((twilio_redaction = ANY (ARRAY['due'::text, 'done'::text])))
)
PARTITION BY RANGE (id);

ALTER TABLE ONLY public.messages FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.messages.id IS 'UUIDv7, so that a range of ids is a range of time';

COMMENT ON COLUMN public.messages.lease_id IS 'the holder, fixed when stored; null: nobody''s';

COMMENT ON COLUMN public.messages.approved_at IS 'when a person let the agent have it';

COMMENT ON COLUMN public.messages.twilio_redaction IS 'the text is to be removed from Twilio''s records, or has been; null: it stays there';

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
    twilio_redaction text,
    CONSTRAINT messages_state_check CHECK ((state = ANY (ARRAY['available'::text, 'claimed'::text, 'consumed'::text, 'held'::text, 'superseded'::text, 'expired'::text, 'provider_blocked'::text]))),
    CONSTRAINT messages_twilio_redaction_check CHECK ((twilio_redaction = ANY (ARRAY['due'::text, 'done'::text])))
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
    twilio_redaction text,
    CONSTRAINT messages_state_check CHECK ((state = ANY (ARRAY['available'::text, 'claimed'::text, 'consumed'::text, 'held'::text, 'superseded'::text, 'expired'::text, 'provider_blocked'::text]))),
    CONSTRAINT messages_twilio_redaction_check CHECK ((twilio_redaction = ANY (ARRAY['due'::text, 'done'::text])))
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

INSERT INTO public.agents VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-ee09-7292-bacd-67d036db487e', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', 'local agent (mock)', NULL, NULL, NULL, 'allow', '2026-11-23 05:54:01.351317+00', NULL, NULL);
INSERT INTO public.agents VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-f166-72e4-8b37-0b1e520371dd', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', 'dumped', NULL, NULL, NULL, 'allow', '2026-11-23 05:54:02.208584+00', NULL, NULL);

INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 1, '2026-11-23 05:54:01.313512+00', 'member.added', NULL, NULL, '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '{"seq":1,"at":"2026-11-23T05:54:01.313512Z","action":"member.added","actor":{"kind":"system","name":"start"},"subject":{"type":"member","id":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"},"after":{"name":"Owner","role":"owner"}}', 'k1', '\xa936f1f01c06d984679b9d91ea35675424662161d41194eb3ac3cd912e00648e');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 2, '2026-11-23 05:54:01.313512+00', 'key.created', NULL, NULL, '01a206f7-ede4-706e-b62c-5f5e48b0122f', '{"seq":2,"at":"2026-11-23T05:54:01.313512Z","action":"key.created","actor":{"kind":"system","name":"start"},"subject":{"type":"key","id":"01a206f7-ede4-706e-b62c-5f5e48b0122f"},"after":{"kind":"admin","name":"owner","prefix":"ap_admin_66ae188208ae","memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"}}', 'k1', '\x7185ce98a610ea1aff4faef584df94cfe4bd03e3baefdffc0c7e6496d561efb0');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 3, '2026-11-23 05:54:01.32297+00', 'number.added', NULL, NULL, '01a206f7-edf0-74af-980f-502281046b42', '{"seq":3,"at":"2026-11-23T05:54:01.322970Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a206f7-edf0-74af-980f-502281046b42"},"after":{"phoneNumber":"+15551234567","provider":"mock"}}', 'k1', '\xc709bb4047a70783cabcd2252c9f211fd359a49d0298a7d462d527f698c55180');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 4, '2026-11-23 05:54:01.32297+00', 'number.added', NULL, NULL, '01a206f7-edf3-7414-ab23-feb920e1b135', '{"seq":4,"at":"2026-11-23T05:54:01.322970Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a206f7-edf3-7414-ab23-feb920e1b135"},"after":{"phoneNumber":"+15551234568","provider":"mock"}}', 'k1', '\x75461f2688bc3e59f97ea4c1c23e25c372d0efc3a2605c5b3a48d7e3c3e42c02');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 5, '2026-11-23 05:54:01.32297+00', 'number.added', NULL, NULL, '01a206f7-edf4-70d1-a2fa-780a34ee24aa', '{"seq":5,"at":"2026-11-23T05:54:01.322970Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a206f7-edf4-70d1-a2fa-780a34ee24aa"},"after":{"phoneNumber":"+15551234569","provider":"mock"}}', 'k1', '\xff4aaf91b4a624e0597eb127dafba88f574ff595b1e616949a0cfb857d2f922f');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 6, '2026-11-23 05:54:01.32297+00', 'number.added', NULL, NULL, '01a206f7-edf5-7124-83b8-c6e6fe8a0bf5', '{"seq":6,"at":"2026-11-23T05:54:01.322970Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a206f7-edf5-7124-83b8-c6e6fe8a0bf5"},"after":{"phoneNumber":"+15551234570","provider":"mock"}}', 'k1', '\xa03022676b6bac45fbb56c17891d7d4901c2212ade277032584dd88ddb55ae1d');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 7, '2026-11-23 05:54:01.32297+00', 'number.added', NULL, NULL, '01a206f7-edf6-7361-a154-c7d2bc1cc67d', '{"seq":7,"at":"2026-11-23T05:54:01.322970Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a206f7-edf6-7361-a154-c7d2bc1cc67d"},"after":{"phoneNumber":"+15551234571","provider":"mock"}}', 'k1', '\x657f3a9fc29cc33b3f4773888dc0fd22ad7b08c5cdd4f50c7a69bf8481f1c1e5');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 8, '2026-11-23 05:54:01.32297+00', 'number.added', NULL, NULL, '01a206f7-edf7-73b8-9b35-cdebcd6d7781', '{"seq":8,"at":"2026-11-23T05:54:01.322970Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a206f7-edf7-73b8-9b35-cdebcd6d7781"},"after":{"phoneNumber":"+15551234572","provider":"mock"}}', 'k1', '\xa1d2763ffabb6f602eaa071831b647a99ca6de669d5eea693f8ca45dae77f107');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 9, '2026-11-23 05:54:01.32297+00', 'number.added', NULL, NULL, '01a206f7-edf8-7472-a338-13fe5b85412d', '{"seq":9,"at":"2026-11-23T05:54:01.322970Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a206f7-edf8-7472-a338-13fe5b85412d"},"after":{"phoneNumber":"+15551234573","provider":"mock"}}', 'k1', '\x510652e391bdfc9cb8a4a5acb924a8309061177e843d5cb4b185cdb21a4ccfb7');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 10, '2026-11-23 05:54:01.32297+00', 'number.added', NULL, NULL, '01a206f7-edf9-7624-ad17-47239bbb2f07', '{"seq":10,"at":"2026-11-23T05:54:01.322970Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a206f7-edf9-7624-ad17-47239bbb2f07"},"after":{"phoneNumber":"+15551234574","provider":"mock"}}', 'k1', '\x4c982ffc63c91e2e51b9fbf0c949efce562fde8c85491457d65811d8f33a44b7');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 11, '2026-11-23 05:54:01.32297+00', 'number.added', NULL, NULL, '01a206f7-edfa-72c5-b4e7-69829f4158e3', '{"seq":11,"at":"2026-11-23T05:54:01.322970Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a206f7-edfa-72c5-b4e7-69829f4158e3"},"after":{"phoneNumber":"+15551234575","provider":"mock"}}', 'k1', '\x5decc5d1bb5f0c116611efe377d5370dc286a89ebe5a99083753c2151b64bc6e');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 12, '2026-11-23 05:54:01.32297+00', 'number.added', NULL, NULL, '01a206f7-edfb-71f2-b892-24d007db5737', '{"seq":12,"at":"2026-11-23T05:54:01.322970Z","action":"number.added","actor":{"kind":"system","name":"configuration"},"subject":{"type":"number","id":"01a206f7-edfb-71f2-b892-24d007db5737"},"after":{"phoneNumber":"+15551234576","provider":"mock"}}', 'k1', '\x18f4ae64f9f2d090d44e1c911c020723ee289c516ff319aba855e358afcbd6bc');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 13, '2026-11-23 05:54:01.343049+00', 'number.shared', NULL, NULL, '01a206f7-edf0-74af-980f-502281046b42', '{"seq":13,"at":"2026-11-23T05:54:01.343049Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a206f7-edf0-74af-980f-502281046b42"},"after":{"memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"}}', 'k1', '\xd8839ab3247f09c656337ca47c30af1ccfa7822b6ab3747810ab4a8a96179160');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 14, '2026-11-23 05:54:01.343049+00', 'number.shared', NULL, NULL, '01a206f7-edf3-7414-ab23-feb920e1b135', '{"seq":14,"at":"2026-11-23T05:54:01.343049Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a206f7-edf3-7414-ab23-feb920e1b135"},"after":{"memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"}}', 'k1', '\xa3d37d3ffa70d0494ed5887349f3a0e6ece0d9f2ece8cf159a35a58691aeba46');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 15, '2026-11-23 05:54:01.343049+00', 'number.shared', NULL, NULL, '01a206f7-edf4-70d1-a2fa-780a34ee24aa', '{"seq":15,"at":"2026-11-23T05:54:01.343049Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a206f7-edf4-70d1-a2fa-780a34ee24aa"},"after":{"memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"}}', 'k1', '\x4efc40c507daa3b58c497db645bb0ef8d4a83682861428b078596b4b049eae2f');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 16, '2026-11-23 05:54:01.343049+00', 'number.shared', NULL, NULL, '01a206f7-edf5-7124-83b8-c6e6fe8a0bf5', '{"seq":16,"at":"2026-11-23T05:54:01.343049Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a206f7-edf5-7124-83b8-c6e6fe8a0bf5"},"after":{"memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"}}', 'k1', '\x6b0c9d2b89fca3154f98e80a4e0a48cf2222db08420eb05659d1a4f442cc6aae');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 17, '2026-11-23 05:54:01.343049+00', 'number.shared', NULL, NULL, '01a206f7-edf6-7361-a154-c7d2bc1cc67d', '{"seq":17,"at":"2026-11-23T05:54:01.343049Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a206f7-edf6-7361-a154-c7d2bc1cc67d"},"after":{"memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"}}', 'k1', '\x6cd83ac5f5fb7fa15b9a1f5e88fba6bbf59927b4c80eab1eb0c1c29eb2a2e661');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 18, '2026-11-23 05:54:01.343049+00', 'number.shared', NULL, NULL, '01a206f7-edf7-73b8-9b35-cdebcd6d7781', '{"seq":18,"at":"2026-11-23T05:54:01.343049Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a206f7-edf7-73b8-9b35-cdebcd6d7781"},"after":{"memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"}}', 'k1', '\xc96b919f089bdb08c83b8cb3646bc178885b40a4358bba1f315eaaa11b1c8226');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 19, '2026-11-23 05:54:01.343049+00', 'number.shared', NULL, NULL, '01a206f7-edf8-7472-a338-13fe5b85412d', '{"seq":19,"at":"2026-11-23T05:54:01.343049Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a206f7-edf8-7472-a338-13fe5b85412d"},"after":{"memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"}}', 'k1', '\x3cda58b0b8b6857f73e4ed7a433c013f0a09e6db36a7150af695d6167846598e');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 20, '2026-11-23 05:54:01.343049+00', 'number.shared', NULL, NULL, '01a206f7-edf9-7624-ad17-47239bbb2f07', '{"seq":20,"at":"2026-11-23T05:54:01.343049Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a206f7-edf9-7624-ad17-47239bbb2f07"},"after":{"memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"}}', 'k1', '\x38b56acf15aba17735a35167823b38d726aefd5e56e4fb34ee26d0059328959c');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 21, '2026-11-23 05:54:01.343049+00', 'number.shared', NULL, NULL, '01a206f7-edfa-72c5-b4e7-69829f4158e3', '{"seq":21,"at":"2026-11-23T05:54:01.343049Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a206f7-edfa-72c5-b4e7-69829f4158e3"},"after":{"memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"}}', 'k1', '\xf27078b742a44097af81343c54eaf993ce8fbdb8c5b026fee27d366177fd40c5');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 22, '2026-11-23 05:54:01.343049+00', 'number.shared', NULL, NULL, '01a206f7-edfb-71f2-b892-24d007db5737', '{"seq":22,"at":"2026-11-23T05:54:01.343049Z","action":"number.shared","actor":{"kind":"system","name":"start"},"subject":{"type":"number","id":"01a206f7-edfb-71f2-b892-24d007db5737"},"after":{"memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c"}}', 'k1', '\xc00d9317d5507e0e1c0ed98b64a504e182891cf38dab866fd4cb9284c3bd23e1');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 23, '2026-11-23 05:54:01.351317+00', 'agent.created', NULL, NULL, '01a206f7-ee09-7292-bacd-67d036db487e', '{"seq":23,"at":"2026-11-23T05:54:01.351317Z","action":"agent.created","actor":{"kind":"system","name":"start"},"subject":{"type":"agent","id":"01a206f7-ee09-7292-bacd-67d036db487e"},"after":{"name":"local agent (mock)","memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c","policy":"allow"}}', 'k1', '\x56db7a14ccae237d8fdf6f4f7f8d9d867d4138515af6b40f38e23d7d7d4ecd43');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 24, '2026-11-23 05:54:01.351317+00', 'key.created', NULL, NULL, '01a206f7-ee09-7292-bacd-6bedc98a5b30', '{"seq":24,"at":"2026-11-23T05:54:01.351317Z","action":"key.created","actor":{"kind":"system","name":"start"},"subject":{"type":"key","id":"01a206f7-ee09-7292-bacd-6bedc98a5b30"},"after":{"kind":"agent","name":"local agent (mock)","prefix":"ap_agent_1d7a2ac59ed0","memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c","agentId":"01a206f7-ee09-7292-bacd-67d036db487e"}}', 'k1', '\x7bb8a4f74201173504d39d8c4051bc7e174662deae45eeaf2969a9637aad6f33');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 25, '2026-11-23 05:54:02.208584+00', 'agent.created', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', NULL, '01a206f7-f166-72e4-8b37-0b1e520371dd', '{"seq":25,"at":"2026-11-23T05:54:02.208584Z","action":"agent.created","actor":{"kind":"admin","memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c","keyId":"01a206f7-ede4-706e-b62c-5f5e48b0122f","address":"127.0.0.1"},"subject":{"type":"agent","id":"01a206f7-f166-72e4-8b37-0b1e520371dd"},"after":{"name":"dumped","memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c","policy":"allow"}}', 'k1', '\xc1e54f6f27e43566a557a43247d5aeb7f66fe881b949e898c64b39302d4f17ee');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 26, '2026-11-23 05:54:02.208584+00', 'key.created', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', NULL, '01a206f7-f166-72e4-8b37-0de7474ce195', '{"seq":26,"at":"2026-11-23T05:54:02.208584Z","action":"key.created","actor":{"kind":"admin","memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c","keyId":"01a206f7-ede4-706e-b62c-5f5e48b0122f","address":"127.0.0.1"},"subject":{"type":"key","id":"01a206f7-f166-72e4-8b37-0de7474ce195"},"after":{"kind":"agent","name":"dumped","prefix":"ap_agent_5d804934f49e","memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c","agentId":"01a206f7-f166-72e4-8b37-0b1e520371dd","expiresAt":null}}', 'k1', '\xb4dacbde2869caacb1642118a1dd168425b40422899dad827aaf824a75549f00');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 27, '2026-11-23 05:54:02.475305+00', 'lease.started', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '01a206f7-f166-72e4-8b37-0b1e520371dd', '01a206f7-f27b-76a1-b88f-882d2b6d0e3d', '{"seq":27,"at":"2026-11-23T05:54:02.475305Z","action":"lease.started","actor":{"kind":"agent","memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c","keyId":"01a206f7-f166-72e4-8b37-0de7474ce195","agentId":"01a206f7-f166-72e4-8b37-0b1e520371dd","address":"127.0.0.1"},"subject":{"type":"lease","id":"01a206f7-f27b-76a1-b88f-882d2b6d0e3d"},"after":{"numberId":"01a206f7-edf0-74af-980f-502281046b42","phoneNumber":"+15551234567","agentId":"01a206f7-f166-72e4-8b37-0b1e520371dd","passportId":"01a206f7-f26d-7639-b367-1b580a011323"}}', 'k1', '\xa7d5668fccf3dc8e7b97d7d02669db20d276adb458ef006867bfffe2ad99eaae');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 28, '2026-11-23 05:54:03.431322+00', 'message.stored', NULL, NULL, '01a206f7-f627-757c-bff5-98c48f1ad484', '{"seq":28,"at":"2026-11-23T05:54:03.431322Z","action":"message.stored","actor":{"kind":"provider","name":"mock"},"subject":{"type":"message","id":"01a206f7-f627-757c-bff5-98c48f1ad484"},"after":{"providerMessageId":"SM6e205adffa832788882d89e57663e6b8","numberId":"01a206f7-edf0-74af-980f-502281046b42","leaseId":"01a206f7-f27b-76a1-b88f-882d2b6d0e3d","agentId":"01a206f7-f166-72e4-8b37-0b1e520371dd"}}', 'k1', '\x8d2697f809f6333e4320def4122b5831f3aeeecc47844f6b8556ee17039b38aa');
INSERT INTO public.audit VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 29, '2026-11-23 05:54:04.316824+00', 'message.shown', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', NULL, '01a206f7-f627-757c-bff5-98c48f1ad484', '{"seq":29,"at":"2026-11-23T05:54:04.316824Z","action":"message.shown","actor":{"kind":"admin","memberId":"01a206f7-ede3-7053-9d97-cd7d91c4fc2c","keyId":"01a206f7-ede4-706e-b62c-5f5e48b0122f","address":"127.0.0.1"},"subject":{"type":"message","id":"01a206f7-f627-757c-bff5-98c48f1ad484"}}', 'k1', '\x3e24b4e9d3607b8f573a88dba888d5a7090d8a2db95ca2cb84beb50b2de36ad2');

INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 1, 'b0301996', 'member.changed', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.313512+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 2, 'f3a7cefb', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a206f7-ede4-706e-b62c-5f5e48b0122f', '2026-11-23 05:54:01.313512+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 3, '3fe9fb9e', 'number.changed', NULL, '01a206f7-edf0-74af-980f-502281046b42', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 4, '8ad023d3', 'number.changed', NULL, '01a206f7-edf3-7414-ab23-feb920e1b135', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 5, 'c3f5cb39', 'number.changed', NULL, '01a206f7-edf4-70d1-a2fa-780a34ee24aa', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 6, '2fe4e52c', 'number.changed', NULL, '01a206f7-edf5-7124-83b8-c6e6fe8a0bf5', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 7, '664f6eec', 'number.changed', NULL, '01a206f7-edf6-7361-a154-c7d2bc1cc67d', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 8, 'b3a4fa0a', 'number.changed', NULL, '01a206f7-edf7-73b8-9b35-cdebcd6d7781', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 9, '687f8615', 'number.changed', NULL, '01a206f7-edf8-7472-a338-13fe5b85412d', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 10, '9d4ad99a', 'number.changed', NULL, '01a206f7-edf9-7624-ad17-47239bbb2f07', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 11, 'f610402e', 'number.changed', NULL, '01a206f7-edfa-72c5-b4e7-69829f4158e3', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 12, 'bb019171', 'number.changed', NULL, '01a206f7-edfb-71f2-b892-24d007db5737', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 13, 'c400e20f', 'number.changed', NULL, '01a206f7-edf0-74af-980f-502281046b42', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.343049+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 14, 'a7e147db', 'number.changed', NULL, '01a206f7-edf3-7414-ab23-feb920e1b135', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.343049+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 15, 'a3dcb831', 'number.changed', NULL, '01a206f7-edf4-70d1-a2fa-780a34ee24aa', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.343049+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 16, '5d0d8d3e', 'number.changed', NULL, '01a206f7-edf5-7124-83b8-c6e6fe8a0bf5', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.343049+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 17, '734f842d', 'number.changed', NULL, '01a206f7-edf6-7361-a154-c7d2bc1cc67d', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.343049+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 18, '4b975442', 'number.changed', NULL, '01a206f7-edf7-73b8-9b35-cdebcd6d7781', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.343049+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 19, '90187df8', 'number.changed', NULL, '01a206f7-edf8-7472-a338-13fe5b85412d', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.343049+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 20, '650c7ff0', 'number.changed', NULL, '01a206f7-edf9-7624-ad17-47239bbb2f07', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.343049+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 21, '32eed6ee', 'number.changed', NULL, '01a206f7-edfa-72c5-b4e7-69829f4158e3', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.343049+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 22, 'ef45776b', 'number.changed', NULL, '01a206f7-edfb-71f2-b892-24d007db5737', NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.343049+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 23, 'cffbaea5', 'agent.changed', '01a206f7-ee09-7292-bacd-67d036db487e', NULL, NULL, NULL, NULL, NULL, '2026-11-23 05:54:01.351317+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 24, 'a460fe8d', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a206f7-ee09-7292-bacd-6bedc98a5b30', '2026-11-23 05:54:01.351317+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 25, '98b585fe', 'agent.changed', '01a206f7-f166-72e4-8b37-0b1e520371dd', NULL, NULL, NULL, NULL, NULL, '2026-11-23 05:54:02.208584+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 26, '65ff1453', 'key.changed', NULL, NULL, NULL, NULL, NULL, '01a206f7-f166-72e4-8b37-0de7474ce195', '2026-11-23 05:54:02.208584+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 27, 'c7fe4b01', 'lease.started', '01a206f7-f166-72e4-8b37-0b1e520371dd', '01a206f7-edf0-74af-980f-502281046b42', '01a206f7-f27b-76a1-b88f-882d2b6d0e3d', NULL, NULL, NULL, '2026-11-23 05:54:02.475305+00');
INSERT INTO public.events VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 28, '4e52eb9c', 'message.received', '01a206f7-f166-72e4-8b37-0b1e520371dd', '01a206f7-edf0-74af-980f-502281046b42', '01a206f7-f27b-76a1-b88f-882d2b6d0e3d', '01a206f7-f627-757c-bff5-98c48f1ad484', NULL, NULL, '2026-11-23 05:54:03.431322+00');

INSERT INTO public.keys VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-ee09-7292-bacd-6bedc98a5b30', 'agent', 'ap_agent_1d7a2ac59ed0', '\x465821e9a010c9a5f1110c2a4d1d2eac09b4f9d35710f438fffd8db788751f9a', 'local agent (mock)', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '01a206f7-ee09-7292-bacd-67d036db487e', NULL, '2026-11-23 05:54:01.351317+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.keys VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-ede4-706e-b62c-5f5e48b0122f', 'admin', 'ap_admin_66ae188208ae', '\x32b5483d7cdf19d92003b701971fdd598d0486bdb383ddff14ed7406e36507f3', 'owner', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', NULL, NULL, '2026-11-23 05:54:01.313512+00', NULL, NULL, '2026-11-23 05:54:02.191513+00', NULL, NULL);
INSERT INTO public.keys VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-f166-72e4-8b37-0de7474ce195', 'agent', 'ap_agent_5d804934f49e', '\x51d85aaee8aaddf18914424e00e0e753a1dfd9c01574013526ae4b43ba163c7c', 'dumped', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '01a206f7-f166-72e4-8b37-0b1e520371dd', NULL, '2026-11-23 05:54:02.208584+00', NULL, NULL, '2026-11-23 05:54:02.472091+00', NULL, NULL);

INSERT INTO public.kysely_migration VALUES ('0001-first-schema', '2026-11-23T05:54:01.248Z');
INSERT INTO public.kysely_migration VALUES ('0002-restored-databases', '2026-11-23T05:54:01.250Z');
INSERT INTO public.kysely_migration VALUES ('0003-alerts', '2026-11-23T05:54:01.259Z');
INSERT INTO public.kysely_migration VALUES ('0004-twilio-redaction', '2026-11-23T05:54:01.261Z');

INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);

INSERT INTO public.leases VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-f27b-76a1-b88f-882d2b6d0e3d', '01a206f7-edf0-74af-980f-502281046b42', '01a206f7-f166-72e4-8b37-0b1e520371dd', '01a206f7-f26d-7639-b367-1b580a011323', 27, '2026-11-23 05:54:02.475305+00', '2026-11-23 05:54:02.475305+00', NULL, NULL);

INSERT INTO public.members VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', 'Owner', 'owner', '2026-11-23 05:54:01.313512+00', NULL);

INSERT INTO public.message_keys VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-f627-757c-bff5-98c48f1ad484', '01a206f7-f166-72e4-8b37-0b1e520371dd', 'k1', '\x483f0c1ed8fb2b3007f66407e7f9028bfc1c8c5f4e17b1ff19510b69483499fff2efc57b9ac7d0461b074d214d2e4216fad3e18e533ef0afd037ba0d');

INSERT INTO public.message_views VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-f627-757c-bff5-98c48f1ad484', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '2026-11-23 05:54:04.316824+00');

INSERT INTO public.messages_20261119 VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-f627-757c-bff5-98c48f1ad484', 28, '01a206f7-edf0-74af-980f-502281046b42', '01a206f7-f27b-76a1-b88f-882d2b6d0e3d', '01a206f7-f166-72e4-8b37-0b1e520371dd', 'mock', 'SM6e205adffa832788882d89e57663e6b8', '+12025550143', '+12025550143', NULL, NULL, '\x49a623a94204f67ba695e0c23a9932383f8dd4fd67c582119668db2681f0b86a62a207176864814be5efacf713f1d5', '\x31a5180241e0e212244be38ebaee3bb2b0d6e41eb4beb6c64217203587b3aa6213efceab0f736288d1fd2efbaf5ee6aed8995c2e1078571cc510003330bbac2a7ddb126e1952003e9a14c009e13fed84', true, '[]', 'available', NULL, false, '2026-11-23 05:54:03.421041+00', '2026-11-23 05:54:03.421041+00', '2026-11-23 05:54:03.431322+00', '2026-11-23 06:04:03.431322+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO public.number_shares VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf0-74af-980f-502281046b42', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '2026-11-23 05:54:01.343049+00');
INSERT INTO public.number_shares VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf3-7414-ab23-feb920e1b135', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '2026-11-23 05:54:01.343049+00');
INSERT INTO public.number_shares VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf4-70d1-a2fa-780a34ee24aa', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '2026-11-23 05:54:01.343049+00');
INSERT INTO public.number_shares VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf5-7124-83b8-c6e6fe8a0bf5', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '2026-11-23 05:54:01.343049+00');
INSERT INTO public.number_shares VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf6-7361-a154-c7d2bc1cc67d', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '2026-11-23 05:54:01.343049+00');
INSERT INTO public.number_shares VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf7-73b8-9b35-cdebcd6d7781', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '2026-11-23 05:54:01.343049+00');
INSERT INTO public.number_shares VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf8-7472-a338-13fe5b85412d', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '2026-11-23 05:54:01.343049+00');
INSERT INTO public.number_shares VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf9-7624-ad17-47239bbb2f07', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '2026-11-23 05:54:01.343049+00');
INSERT INTO public.number_shares VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edfa-72c5-b4e7-69829f4158e3', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '2026-11-23 05:54:01.343049+00');
INSERT INTO public.number_shares VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edfb-71f2-b892-24d007db5737', '01a206f7-ede3-7053-9d97-cd7d91c4fc2c', '2026-11-23 05:54:01.343049+00');

INSERT INTO public.numbers VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf0-74af-980f-502281046b42', '+15551234567', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.numbers VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf3-7414-ab23-feb920e1b135', '+15551234568', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.numbers VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf4-70d1-a2fa-780a34ee24aa', '+15551234569', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.numbers VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf5-7124-83b8-c6e6fe8a0bf5', '+15551234570', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.numbers VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf6-7361-a154-c7d2bc1cc67d', '+15551234571', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.numbers VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf7-73b8-9b35-cdebcd6d7781', '+15551234572', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.numbers VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf8-7472-a338-13fe5b85412d', '+15551234573', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.numbers VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edf9-7624-ad17-47239bbb2f07', '+15551234574', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.numbers VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edfa-72c5-b4e7-69829f4158e3', '+15551234575', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 05:54:01.32297+00');
INSERT INTO public.numbers VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-edfb-71f2-b892-24d007db5737', '+15551234576', 'mock', NULL, 'US', NULL, NULL, false, NULL, '2026-11-23 05:54:01.32297+00');

INSERT INTO public.passports VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-f26d-7639-b367-1b580a011323', '01a206f7-f166-72e4-8b37-0b1e520371dd', '', '2026-11-23 05:54:02.475305+00');

INSERT INTO public.receipts VALUES ('mock', 'AC0322ad24c0818a99bcb40b0f761712e9', 'SM6e205adffa832788882d89e57663e6b8', '01a206f7-edde-7277-9fd8-e1830d9e875b', '01a206f7-f627-757c-bff5-98c48f1ad484', '2026-11-23 05:54:03.431322+00');

INSERT INTO public.settings VALUES ('master key fingerprints', '{"k1": "618ed1278bc8eb2b"}');

INSERT INTO public.teams VALUES ('01a206f7-edde-7277-9fd8-e1830d9e875b', 'Development', 'caffcbaa', 28, '4e52eb9c', 1, 29, '\x3e24b4e9d3607b8f573a88dba888d5a7090d8a2db95ca2cb84beb50b2de36ad2', NULL, '{}', '2026-11-23 05:54:01.311297+00');

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

CREATE INDEX messages_redaction_due ON ONLY public.messages USING btree (team_id, id) WHERE (twilio_redaction = 'due'::text);

CREATE INDEX messages_20261119_team_id_id_idx ON public.messages_20261119 USING btree (team_id, id) WHERE (twilio_redaction = 'due'::text);

CREATE INDEX messages_available ON ONLY public.messages USING btree (team_id, lease_id) WHERE (state = 'available'::text);

CREATE INDEX messages_20261119_team_id_lease_id_idx ON public.messages_20261119 USING btree (team_id, lease_id) WHERE (state = 'available'::text);

CREATE INDEX messages_blocked ON ONLY public.messages USING btree (team_id, lease_id) WHERE ((state = 'provider_blocked'::text) AND (wait_id IS NULL));

CREATE INDEX messages_20261119_team_id_lease_id_idx1 ON public.messages_20261119 USING btree (team_id, lease_id) WHERE ((state = 'provider_blocked'::text) AND (wait_id IS NULL));

CREATE INDEX messages_by_number ON ONLY public.messages USING btree (team_id, number_id, seq DESC);

CREATE INDEX messages_20261119_team_id_number_id_seq_idx ON public.messages_20261119 USING btree (team_id, number_id, seq DESC);

CREATE INDEX messages_20261126_team_id_agent_id_seq_idx ON public.messages_20261126 USING btree (team_id, agent_id, seq DESC);

CREATE INDEX messages_20261126_team_id_expires_at_idx ON public.messages_20261126 USING btree (team_id, expires_at) WHERE (code_erased_at IS NULL);

CREATE INDEX messages_20261126_team_id_id_idx ON public.messages_20261126 USING btree (team_id, id) WHERE (twilio_redaction = 'due'::text);

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

ALTER INDEX public.messages_redaction_due ATTACH PARTITION public.messages_20261119_team_id_id_idx;

ALTER INDEX public.messages_available ATTACH PARTITION public.messages_20261119_team_id_lease_id_idx;

ALTER INDEX public.messages_blocked ATTACH PARTITION public.messages_20261119_team_id_lease_id_idx1;

ALTER INDEX public.messages_by_number ATTACH PARTITION public.messages_20261119_team_id_number_id_seq_idx;

ALTER INDEX public.messages_pkey ATTACH PARTITION public.messages_20261126_pkey;

ALTER INDEX public.messages_by_agent ATTACH PARTITION public.messages_20261126_team_id_agent_id_seq_idx;

ALTER INDEX public.messages_unerased ATTACH PARTITION public.messages_20261126_team_id_expires_at_idx;

ALTER INDEX public.messages_redaction_due ATTACH PARTITION public.messages_20261126_team_id_id_idx;

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

