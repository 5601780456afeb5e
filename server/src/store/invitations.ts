import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Role } from "../domain/access.ts";
import type { Store } from "./store.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** Times in epoch milliseconds. */
export interface StoredInvitation {
  id: string;
  name: string;
  role: Role;
  invitedBy: string;
  inviterName: string;
  createdAt: number;
  expiresAt: number;
  revokedAt: number | null;
  usedAt: number | null;
}

/** Newest first; `hash` finds the one of this secret. */
export async function invitations(trx: Trx, { hash }: { hash?: Buffer } = {}): Promise<StoredInvitation[]> {
  let query = trx
    .selectFrom("invitations")
    .innerJoin("members", (join) =>
      join
        .onRef("members.team_id", "=", "invitations.team_id")
        .onRef("members.id", "=", "invitations.invited_by"),
    )
    .selectAll("invitations")
    .select("members.name as inviter_name");
  if (hash) query = query.where("hash", "=", hash);
  const rows = await query.orderBy("invitations.id", "desc").execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    invitedBy: row.invited_by,
    inviterName: row.inviter_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    usedAt: row.used_at,
  }));
}

/** The team that the secret of this hash invites to; row-level security shows that one row, of whatever team. */
export async function teamOfInvitation(store: Store, hash: Buffer): Promise<string | null> {
  const row = await store.app.transaction().execute(async (trx) => {
    await sql`select set_config('app.secret_hash', ${hash.toString("hex")}, true)`.execute(trx);
    return trx.selectFrom("invitations").select("team_id").where("hash", "=", hash).executeTakeFirst();
  });
  return row?.team_id ?? null;
}

/** Gives the new invitation's id. */
export async function insertInvitation(
  team: LockedTeam,
  invitation: { hash: Buffer; name: string; role: Role; invitedBy: string; expiresAt: number },
): Promise<string> {
  const id = uuidv7();
  await team.trx
    .insertInto("invitations")
    .values({
      team_id: team.id,
      id,
      hash: invitation.hash,
      name: invitation.name,
      role: invitation.role,
      invited_by: invitation.invitedBy,
      created_at: timestamp(team.now),
      expires_at: timestamp(invitation.expiresAt),
      member_id: null,
    })
    .execute();
  team.emit({ type: "invitation.changed" });
  return id;
}

export async function useInvitation(
  team: LockedTeam,
  { id, memberId }: { id: string; memberId: string },
): Promise<void> {
  await team.trx
    .updateTable("invitations")
    .set({ used_at: timestamp(team.now), member_id: memberId })
    .where("id", "=", id)
    .execute();
  team.emit({ type: "invitation.changed" });
}

/** Revokes one, or all that a member has made (into a role), where it is neither used nor revoked. Gives the ids. */
export async function revokeInvitations(
  team: LockedTeam,
  which: { id: string } | { invitedBy: string; role?: Role } | "all",
): Promise<string[]> {
  const rows = await team.trx
    .updateTable("invitations")
    .set({ revoked_at: timestamp(team.now) })
    .where((eb) => {
      if (which === "all") return eb.lit(true);
      if ("id" in which) return eb("id", "=", which.id);
      const { invitedBy, role } = which;
      return eb.and({ invited_by: invitedBy, ...(role === undefined ? {} : { role }) });
    })
    .where("revoked_at", "is", null)
    .where("used_at", "is", null)
    .returning("id")
    .execute();
  if (rows.length > 0) team.emit({ type: "invitation.changed" });
  return rows.map(({ id }) => id);
}
