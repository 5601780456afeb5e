import type { ChangedNumber, NumberReference, PoolNumber } from "@agentpass/shared/number-api";
import { fail } from "@agentpass/shared/problem";
import type { AdminViewer } from "../domain/access.ts";
import { leaseById } from "../store/leases.ts";
import { numberByPhone } from "../store/pool.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { endLease } from "./end-lease.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** The team's number, in whatever state. Throws `not_found`, the same for an unknown number and another team's. */
export async function requireNumber(team: LockedTeam, phoneNumber: string): Promise<PoolNumber> {
  return (await numberByPhone(team.trx, team.now, phoneNumber)) ?? failNotInPool(phoneNumber);
}

export function failNotInPool(phoneNumber: string): never {
  return fail(
    "not_found",
    `phoneNumber: ${phoneNumber} is not in the pool; see: pnpm agentpass number list`,
    { field: "phoneNumber" },
  );
}

/**
 * Runs an admin's change of one number under the lock and puts it on record. Throws `conflict` where the number is
 * not as the admin saw it (`ifState`).
 */
export async function changeNumber(
  store: Store,
  viewer: AdminViewer,
  { reference, action, change }: NumberChange,
): Promise<ChangedNumber> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer, "admin");
    const before = await requireNumber(team, reference.phoneNumber);
    requireSeenState(before, reference);
    const changed = await change(team, before);
    const after = await requireNumber(team, reference.phoneNumber);
    team.emit({ type: "number.changed", numberId: before.id });
    team.record(viewer, {
      action,
      subject: { type: "number", id: before.id },
      before: stateOf(before),
      after: stateOf(after),
    });
    return { ...after, ...changed };
  });
}

interface NumberChange {
  reference: NumberReference;
  action: `number.${string}`;
  change: (team: LockedTeam, before: PoolNumber) => Promise<{ endedLeaseOf?: string }>;
}

export function requireSeenState(number: PoolNumber, { ifState }: NumberReference): void {
  if (ifState !== undefined && number.state !== ifState)
    failState(number, `not ${ifState} any more; look again before you decide`);
}

/** Says what the number is, to an admin who took it for something else. */
export function failState(number: PoolNumber, whatNow: string): never {
  const holder = number.agentName === null ? "" : ` by the agent "${number.agentName}"`;
  const until = number.state !== "quarantined" ? "" : ` until ${number.quarantinedUntil}`;
  const given = number.releasedAt === null ? "" : ` and was given back at ${number.releasedAt}`;
  return fail(
    "conflict",
    `phoneNumber: ${number.phoneNumber} is ${number.state}${holder}${until}${given}, ${whatNow}.`,
    { field: "phoneNumber" },
  );
}

/** The number, to put on record. */
export const stateOf = ({ phoneNumber, state, agentId, quarantinedUntil }: PoolNumber) => ({
  phoneNumber,
  state,
  ...(agentId === null ? {} : { agentId }),
  ...(quarantinedUntil === null ? {} : { quarantinedUntil }),
});

/** Ends the number's lease, if it is leased: what an admin decides about a number goes before its use. */
export async function endLeaseOf(
  team: LockedTeam,
  viewer: AdminViewer,
  number: PoolNumber,
): Promise<{ endedLeaseOf?: string }> {
  const lease = number.leaseId === null ? null : await leaseById(team.trx, number.leaseId);
  if (lease === null) return {};
  await endLease(team, lease, { reason: "admin", actor: viewer });
  return { endedLeaseOf: number.agentName ?? lease.agentId };
}
