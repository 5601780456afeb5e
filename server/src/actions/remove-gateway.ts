import type { RemovedGateway } from "@agentpass/shared/gateway-api";
import { fail } from "@agentpass/shared/problem";
import type { AdminViewer } from "../domain/access.ts";
import { gatewayNumbers, removeGatewayRow } from "../store/gateways.ts";
import { withholdNumber } from "../store/numbers.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { endLeaseOf, requireNumber, stateOf } from "./change-number.ts";
import { requireGateway } from "./gateways.ts";
import { requireLiveKey } from "./require-live-key.ts";

/**
 * Removes a gateway: its deliveries are refused from now on, its numbers are retired, and leases of them end, with the
 * reason `admin`. Messages stay. Throws `conflict` where it has not `ifNumbers` numbers any more.
 */
export async function removeGateway(
  store: Store,
  viewer: AdminViewer,
  { name, ifNumbers }: { name: string; ifNumbers?: number | undefined },
): Promise<RemovedGateway> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const current = await requireLiveKey(team, viewer, "admin");
    const { id, kind } = await requireGateway(team.trx, name);
    const numbers = await gatewayNumbers(team.trx, name);
    if (ifNumbers !== undefined && numbers.length !== ifNumbers)
      fail(
        "conflict",
        `name: "${name}" has ${numbers.length} numbers now, not ${ifNumbers}; look again before you decide.`,
        { field: "name" },
      );
    const retired: RemovedGateway["retired"] = [];
    for (const { phoneNumber } of numbers) retired.push(await retire(team, current, phoneNumber));
    await removeGatewayRow(team, id);
    team.emit({ type: "gateway.changed" });
    team.record(current, {
      action: "gateway.removed",
      subject: { type: "gateway", id },
      before: { name, kind },
      after: { retired: retired.map(({ phoneNumber }) => phoneNumber) },
    });
    return { id, name, retired };
  });
}

async function retire(
  team: LockedTeam,
  viewer: AdminViewer,
  phoneNumber: string,
): Promise<RemovedGateway["retired"][number]> {
  const before = await requireNumber(team, phoneNumber);
  const ended = await endLeaseOf(team, viewer, before);
  await withholdNumber(team, { id: before.id, as: "retired" });
  const after = await requireNumber(team, phoneNumber);
  team.emit({ type: "number.changed", numberId: before.id });
  team.record(viewer, {
    action: "number.retired",
    subject: { type: "number", id: before.id },
    before: stateOf(before),
    after: stateOf(after),
  });
  return { phoneNumber, ...ended };
}
