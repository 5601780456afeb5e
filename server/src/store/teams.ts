import type { TeamSummary } from "@agentpass/shared/team-api";
import { sql } from "kysely";
import type { TeamSettings } from "../domain/team-settings.ts";
import type { Store } from "./store.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

export async function insertTeam(
  trx: Trx,
  team: { id: string; name: string; epoch: string; now: number },
): Promise<void> {
  await trx
    .insertInto("teams")
    .values({
      id: team.id,
      name: team.name,
      epoch: team.epoch,
      settings: "{}",
      created_at: timestamp(team.now),
    })
    .execute();
}

/** From here on every cursor of before is of another history. */
export async function setEpoch(team: LockedTeam, epoch: string): Promise<void> {
  await team.trx.updateTable("teams").set({ epoch }).where("id", "=", team.id).execute();
}

/** What the team has set itself; everything else is as `teamSettings` has it. */
export async function storedSettings(trx: Trx): Promise<Partial<TeamSettings>> {
  const row = await trx.selectFrom("teams").select("settings").executeTakeFirstOrThrow();
  return row.settings as Partial<TeamSettings>;
}

export async function storeSettings(team: LockedTeam, settings: Partial<TeamSettings>): Promise<void> {
  await team.trx
    .updateTable("teams")
    .set({ settings: JSON.stringify(settings) })
    .where("id", "=", team.id)
    .execute();
}

/** The oldest live owner's. */
export async function ownerId(trx: Trx): Promise<string | null> {
  const row = await trx
    .selectFrom("members")
    .select("id")
    .where("role", "=", "owner")
    .where("removed_at", "is", null)
    .orderBy("created_at")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Of the transaction's team. */
export async function teamCounts(trx: Trx): Promise<Omit<TeamSummary, "mode">> {
  const { rows } = await sql<Omit<TeamSummary, "mode">>`
    select id, name, created_at as "createdAt",
      (select count(*) from members where team_id = teams.id and removed_at is null) as members,
      (select count(*) from devices where team_id = teams.id and removed_at is null) as devices,
      (select count(*) from agents where team_id = teams.id and removed_at is null) as agents,
      (select count(*) from numbers where team_id = teams.id and withheld is distinct from 'retired') as numbers
    from teams`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error("the team is not there");
  return row;
}

export async function renameTeamRow(team: LockedTeam, name: string): Promise<void> {
  await team.trx.updateTable("teams").set({ name }).where("id", "=", team.id).execute();
  team.emit({ type: "team.changed" });
}

/** Whether a number of a real provider was ever in this database's pool. */
export async function hasHeldRealNumber(store: Store): Promise<boolean> {
  const row = await store.ingest
    .selectFrom("numbers")
    .select("id")
    .where("provider", "!=", "mock")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const RING_FACT = "master key fingerprints";

/**
 * Compares the node's master keys with those the database has been used with: a node that lacks one, or has
 * another under the same id, could not read what others wrote. Gives the ids at fault and remembers new ones.
 */
export async function checkMasterKeys(
  store: Pick<Store, "app" | "keyRing">,
): Promise<{ missing: string[]; different: string[] }> {
  return store.app.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('agentpass master keys'))`.execute(trx);
    const row = await trx
      .selectFrom("settings")
      .select("value")
      .where("name", "=", RING_FACT)
      .executeTakeFirst();
    const known = (row?.value ?? {}) as Record<string, string>;
    const own = Object.fromEntries(store.keyRing.fingerprints);
    const missing = Object.keys(known).filter((id) => own[id] === undefined);
    const different = Object.keys(known).filter((id) => own[id] !== undefined && own[id] !== known[id]);
    if (missing.length + different.length === 0) {
      const value = JSON.stringify({ ...known, ...own });
      await trx
        .insertInto("settings")
        .values({ name: RING_FACT, value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
    }
    return { missing, different };
  });
}
