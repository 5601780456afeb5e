import { sql } from "kysely";
import type { Trx } from "./with-team.ts";

/** The team's members with this name or id, removed ones left out. */
export async function membersCalled(trx: Trx, nameOrId: string): Promise<{ id: string; name: string }[]> {
  return trx
    .selectFrom("members")
    .select(["id", "name"])
    .where("removed_at", "is", null)
    .where((eb) => eb.or([eb("name", "=", nameOrId), eb(sql<string>`id::text`, "=", nameOrId)]))
    .orderBy("created_at")
    .execute();
}
