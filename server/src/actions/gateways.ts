import type { Gateway, GatewayKind, NewGateway } from "@agentpass/shared/gateway-api";
import { fail } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import { newSecret } from "../crypto/token-hash.ts";
import type { AdminViewer } from "../domain/access.ts";
import { gatewayAdapters } from "../gateways/adapters.ts";
import { gatewayPath } from "../gateways/gateway-path.ts";
import {
  expireGatewaySecrets,
  gatewayNumbers,
  insertGateway,
  insertGatewaySecret,
  listGatewayRows,
  oldSecretEnds,
  type GatewayRow,
} from "../store/gateways.ts";
import type { Store } from "../store/store.ts";
import { isoTime, timestamp } from "../store/timestamp.ts";
import { withTeam, withTeamLock, type Trx } from "../store/with-team.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** The base of the webhook's address, without a trailing slash. */
export interface PublicAddress {
  publicUrl: string;
}

/** Adds a gateway; its secret, made here where none is given, is shown this once. Throws `conflict` where the name is taken. */
export async function addGateway(
  store: Store,
  viewer: AdminViewer,
  {
    name,
    kind,
    secret,
    publicUrl,
  }: PublicAddress & { name: string; kind: GatewayKind; secret?: string | undefined },
): Promise<NewGateway> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const current = await requireLiveKey(team, viewer, "admin");
    const row = await insertGateway(team, { name, kind });
    if (row === null)
      return fail("conflict", `name: there is a gateway "${name}" already; take another name.`, {
        field: "name",
      });
    const text = secret ?? newSecret().text;
    await insertGatewaySecret(team, store, { gatewayId: row.id, secret: new Secret(text) });
    team.emit({ type: "gateway.changed" });
    team.record(current, {
      action: "gateway.added",
      subject: { type: "gateway", id: row.id },
      after: { name, kind },
    });
    return withSecret(await describe(team.trx, { row, publicUrl, now: team.now }), text);
  });
}

/** The team's gateways, by name. */
export async function listGateways(
  store: Store,
  viewer: AdminViewer,
  { publicUrl }: PublicAddress,
): Promise<Gateway[]> {
  return withTeam(store, viewer.teamId, async (trx) => {
    const now = store.clock();
    const gateways: Gateway[] = [];
    for (const row of await listGatewayRows(trx)) gateways.push(await describe(trx, { row, publicUrl, now }));
    return gateways;
  });
}

/** Gives a gateway a new secret, shown this once. The old one holds for `overlapMs` beside it, so that no message is lost meanwhile. */
export async function rotateGatewaySecret(
  store: Store,
  viewer: AdminViewer,
  {
    name,
    secret,
    overlapMs,
    publicUrl,
  }: PublicAddress & {
    name: string;
    secret?: string | undefined;
    overlapMs: number;
  },
): Promise<NewGateway> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const current = await requireLiveKey(team, viewer, "admin");
    const row = await requireGateway(team.trx, name);
    const text = secret ?? newSecret().text;
    const at = team.now + overlapMs;
    await expireGatewaySecrets(team, { gatewayId: row.id, at });
    await insertGatewaySecret(team, store, { gatewayId: row.id, secret: new Secret(text) });
    team.emit({ type: "gateway.changed" });
    team.record(current, {
      action: "gateway.secret_rotated",
      subject: { type: "gateway", id: row.id },
      after: { name, oldSecretUntil: timestamp(at) },
    });
    return withSecret(await describe(team.trx, { row, publicUrl, now: team.now }), text);
  });
}

/** Throws `not_found`, the same for an unknown name and another team's gateway. */
export async function requireGateway(trx: Trx, name: string): Promise<GatewayRow> {
  const [row] = await listGatewayRows(trx, name);
  return (
    row ??
    fail("not_found", `name: there is no gateway "${name}"; see: pnpm agentpass gateway list`, {
      field: "name",
    })
  );
}

async function describe(
  trx: Trx,
  { row, publicUrl, now }: PublicAddress & { row: GatewayRow; now: number },
): Promise<Gateway> {
  const { id, name, kind, createdAt } = row;
  const numbers = await gatewayNumbers(trx, name);
  const oldSecretEnd = (await oldSecretEnds(trx, now)).get(id);
  return {
    id,
    name,
    kind,
    url: publicUrl + gatewayPath(name),
    numbers: numbers.map(({ phoneNumber, sim }) => ({ phoneNumber, sim })),
    createdAt: isoTime(createdAt),
    oldSecretUntil: oldSecretEnd === undefined ? null : isoTime(oldSecretEnd),
  };
}

function withSecret(gateway: Gateway, secret: string): NewGateway {
  return { ...gateway, secret, steps: gatewayAdapters[gateway.kind].steps({ url: gateway.url, secret }) };
}
