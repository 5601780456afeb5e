import { fail } from "@agentpass/shared/problem";
import { sql, type Kysely } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import { openPool, type ConnectionSettings } from "./database.ts";
import * as firstSchema from "./migrations/0001-first-schema.ts";
import * as restoredDatabases from "./migrations/0002-restored-databases.ts";
import * as alerts from "./migrations/0003-alerts.ts";
import * as twilioRedaction from "./migrations/0004-twilio-redaction.ts";
import * as messagesBySeq from "./migrations/0005-messages-by-seq.ts";
import { ensurePartitions } from "./partitions.ts";

/** In order; a name never changes once it has been released. */
const migrations: Record<string, Migration> = {
  "0001-first-schema": firstSchema,
  "0002-restored-databases": restoredDatabases,
  "0003-alerts": alerts,
  "0004-twilio-redaction": twilioRedaction,
  "0005-messages-by-seq": messagesBySeq,
};

/** The oldest PostgreSQL the tests run on. */
const OLDEST_POSTGRESQL = 15;

/**
 * Brings the schema to this version; concurrent callers wait for each other. Throws `unavailable` where PostgreSQL is
 * too old or the login may not make roles, `conflict` where the schema comes from a newer AgentPass.
 */
export async function migrate(connection: ConnectionSettings): Promise<void> {
  const { db } = openPool(connection, null, () => {});
  try {
    await requireVersion(db as Kysely<unknown>);
    await ensureRoles(db as Kysely<unknown>);
    if (await isBehind(db as Kysely<unknown>)) await migrateToLatest(db as Kysely<unknown>);
    await ensurePartitions(db, Date.now());
  } finally {
    await db.destroy();
  }
}

async function requireVersion(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{
    version: number;
  }>`select current_setting('server_version_num')::int / 10000 as version`.execute(db);
  const version = rows[0]?.version ?? 0;
  if (version < OLDEST_POSTGRESQL)
    fail(
      "unavailable",
      `PostgreSQL ${version} is too old; AgentPass needs ${OLDEST_POSTGRESQL} or newer. Upgrade it, or unset DATABASE_URL to use the embedded one.`,
    );
}

/** Roles belong to the whole cluster, so another database's migrator may make them at the same moment. */
async function ensureRoles(db: Kysely<unknown>): Promise<void> {
  for (const role of ["agentpass_app", "agentpass_ingest"]) {
    try {
      await sql
        .raw(`do $$ begin
          perform pg_advisory_xact_lock(hashtext('agentpass roles'));
          if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
          if not pg_has_role(current_user, '${role}', 'member') then grant ${role} to current_user; end if;
        end $$`)
        .execute(db);
    } catch (error) {
      fail(
        "unavailable",
        `The database login may not create the role ${role}. Let an administrator run: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO <login>; (${messageOf(error)})`,
      );
    }
  }
  const { rows } = await sql<{
    role: string;
  }>`select rolname as role from pg_roles where rolname in ('agentpass_app', 'agentpass_ingest') and (rolsuper or rolbypassrls)`.execute(
    db,
  );
  if (rows.length > 0)
    fail(
      "unavailable",
      `The role ${rows.map((row) => row.role).join(", ")} may bypass row-level security. Take that away: ALTER ROLE ${rows[0]?.role ?? ""} NOSUPERUSER NOBYPASSRLS;`,
    );
}

/** False where every migration was applied: the migrator itself takes 50 ms of each start to see that. Refuses a newer schema. */
async function isBehind(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (!rows[0]?.there) return true;
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const unknown = applied.rows.map((row) => row.name).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0)
    fail(
      "conflict",
      `The database was written by a newer AgentPass (it has the migration ${unknown.join(", ")}). Run that version, or restore a backup from before the upgrade.`,
    );
  return applied.rows.length < Object.keys(migrations).length;
}

async function migrateToLatest(db: Kysely<unknown>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
