import { sql, type Kysely } from "kysely";

/**
 * What all nodes count together for the built-in alerts, and where each alert stands, so that one of them tells of it.
 * Facts about the installation, not about a team.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table alert_counts (
  minute timestamptz not null,
  signal text not null check (signal ~ '^[a-z_]{1,40}$'),
  count bigint not null,
  primary key (minute, signal)
);

create table alerts (
  name text primary key check (name ~ '^[a-z_]{1,40}$'),
  firing boolean not null,
  since timestamptz not null,
  calm_since timestamptz,
  told_firing boolean,
  told_at timestamptz,
  claimed_until timestamptz,
  check ((told_firing is null) = (told_at is null))
);
comment on column alerts.claimed_until is 'a node is telling of it';

grant select, insert, update, delete on alert_counts, alerts to agentpass_ingest;
`.execute(db);
}
