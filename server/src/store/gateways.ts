import type { GatewayKind } from "@agentpass/shared/gateway-api";
import type { Secret } from "@agentpass/shared/secret";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { openSecret, sealSecret } from "../crypto/sealed-secret.ts";
import type { GatewayNumber } from "../domain/gateway-number.ts";
import type { Store } from "./store.ts";
import { timestamp } from "./timestamp.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** A gateway that was not removed. Epoch milliseconds. */
export interface GatewayRow {
  id: string;
  name: string;
  kind: GatewayKind;
  createdAt: number;
}

/** A gateway as the webhook finds it, with the secrets that hold now, the newest first. */
export interface KnownGateway {
  teamId: string;
  id: string;
  name: string;
  kind: GatewayKind;
  secrets: readonly Secret[];
}

interface SecretOwner {
  teamId: string;
  gatewayId: string;
  id: string;
}

const contextOf = ({ teamId, gatewayId, id }: SecretOwner): string => `gateway|${teamId}|${gatewayId}|${id}`;

/** The gateway of this name, of whatever team: row-level security shows the one that is named, and its secrets. */
export async function gatewayNamed(store: Store, name: string): Promise<KnownGateway | null> {
  const now = store.clock();
  const rows = await store.app.transaction().execute(async (trx) => {
    await sql`select set_config('app.gateway', ${name}, true)`.execute(trx);
    return trx
      .selectFrom("gateways")
      .innerJoin("gateway_secrets", (join) =>
        join
          .onRef("gateway_secrets.team_id", "=", "gateways.team_id")
          .onRef("gateway_secrets.gateway_id", "=", "gateways.id"),
      )
      .select(["gateways.team_id", "gateways.id", "gateways.kind"])
      .select(["gateway_secrets.id as secret_id", "master_key_id", "sealed", "expires_at"])
      .where("gateways.name", "=", name)
      .where("gateways.removed_at", "is", null)
      .orderBy("gateway_secrets.id", "desc")
      .execute();
  });
  const [first] = rows;
  if (!first) return null;
  const secrets = rows
    .filter((row) => row.expires_at === null || row.expires_at > now)
    .map((row) =>
      openSecret(
        store.keyRing,
        { masterKeyId: row.master_key_id, wrapped: row.sealed },
        contextOf({ teamId: row.team_id, gatewayId: row.id, id: row.secret_id }),
      ),
    );
  return { teamId: first.team_id, id: first.id, name, kind: first.kind, secrets };
}

/** The team's gateways by name; with `name`, that one. */
export async function listGatewayRows(trx: Trx, name?: string): Promise<GatewayRow[]> {
  let query = trx
    .selectFrom("gateways")
    .select(["id", "name", "kind", "created_at"])
    .where("removed_at", "is", null)
    .orderBy("name");
  if (name !== undefined) query = query.where("name", "=", name);
  const rows = await query.execute();
  return rows.map(({ id, name, kind, created_at: createdAt }) => ({ id, name, kind, createdAt }));
}

/** Null where a gateway has this name already, be it another team's. */
export async function insertGateway(
  team: LockedTeam,
  { name, kind }: { name: string; kind: GatewayKind },
): Promise<GatewayRow | null> {
  const row = await team.trx
    .insertInto("gateways")
    .values({ team_id: team.id, id: uuidv7(), name, kind, created_at: timestamp(team.now) })
    .onConflict((conflict) => conflict.column("name").where("removed_at", "is", null).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row ? { id: row.id, name, kind, createdAt: team.now } : null;
}

/** The gateway's secret from now on. */
export async function insertGatewaySecret(
  team: LockedTeam,
  { keyRing }: Pick<Store, "keyRing">,
  { gatewayId, secret }: { gatewayId: string; secret: Secret },
): Promise<void> {
  const id = uuidv7();
  const { masterKeyId, wrapped } = sealSecret(keyRing, secret, contextOf({ teamId: team.id, gatewayId, id }));
  await team.trx
    .insertInto("gateway_secrets")
    .values({
      team_id: team.id,
      id,
      gateway_id: gatewayId,
      master_key_id: masterKeyId,
      sealed: wrapped,
      created_at: timestamp(team.now),
    })
    .execute();
}

/** Lets the gateway's secret of now hold until then (epoch milliseconds), and forgets those before it. */
export async function expireGatewaySecrets(
  team: LockedTeam,
  { gatewayId, at }: { gatewayId: string; at: number },
): Promise<void> {
  await team.trx
    .deleteFrom("gateway_secrets")
    .where("gateway_id", "=", gatewayId)
    .where("expires_at", "is not", null)
    .execute();
  await team.trx
    .updateTable("gateway_secrets")
    .set({ expires_at: timestamp(at) })
    .where("gateway_id", "=", gatewayId)
    .execute();
}

/** Until when each gateway's secret before the present one holds. Epoch milliseconds. */
export async function oldSecretEnds(trx: Trx, now: number): Promise<Map<string, number>> {
  const rows = await trx.selectFrom("gateway_secrets").select(["gateway_id", "expires_at"]).execute();
  return new Map(
    rows.flatMap((row) =>
      row.expires_at !== null && row.expires_at > now ? [[row.gateway_id, row.expires_at] as const] : [],
    ),
  );
}

/** Its secrets are forgotten; its row stays, for the record. */
export async function removeGatewayRow(team: LockedTeam, id: string): Promise<void> {
  await team.trx.deleteFrom("gateway_secrets").where("gateway_id", "=", id).execute();
  await team.trx
    .updateTable("gateways")
    .set({ removed_at: timestamp(team.now) })
    .where("id", "=", id)
    .execute();
}

/** The numbers of one gateway, or by provider those of all, that are not retired. */
export async function gatewayNumbers(
  trx: Trx,
  name?: string,
): Promise<(GatewayNumber & { provider: string })[]> {
  let query = trx
    .selectFrom("numbers")
    .select(["e164 as phoneNumber", "sim", "provider"])
    .where((eb) => eb.or([eb("withheld", "is", null), eb("withheld", "!=", "retired")]))
    .orderBy("e164");
  if (name !== undefined) query = query.where("provider", "=", name);
  return query.execute();
}
