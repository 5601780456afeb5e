import type { Actor } from "../domain/audit-entry.ts";
import { chooseNumber, type FreeNumber } from "../domain/number-choice.ts";
import { agentById, type Agent } from "../store/agents.ts";
import {
  insertLease,
  liveLeaseOfPassport,
  liveLeasesOfAgent,
  reclaimableNumber,
  type Lease,
} from "../store/leases.ts";
import { freeNumbers } from "../store/numbers.ts";
import type { Store } from "../store/store.ts";
import type { LockedTeam } from "../store/with-team.ts";

/** What a passport wants of a number. */
export interface LeaseWish {
  agentId: string;
  memberId: string;
  passportId: string;
  /** As `serviceName` writes it. */
  service: string | null;
  country: string | null;
}

export interface StartedLease {
  numberId: string;
  phoneNumber: string;
  country: string | null;
}

/** Starts a lease of the number that the passport held last, or else the best free one; the free ones where none fits. */
export async function leaseFreeNumber(
  store: Store,
  team: LockedTeam,
  { wish, actor }: { wish: LeaseWish; actor: Actor },
): Promise<{ lease: StartedLease } | { unfit: readonly FreeNumber[] }> {
  const own = await reclaimableNumber(team.trx, wish.passportId);
  const free = await freeNumbers(team, { pool: store.pool, evenResting: own });
  const asked = {
    memberId: wish.memberId,
    service: wish.service,
    country: wish.country,
    consentNeeded: team.settings.consentForUsedNumbers && store.mode === "live",
  };
  const reclaimed = free.filter((number) => number.id === own);
  const chosen = chooseNumber(reclaimed, asked) ?? chooseNumber(free, asked);
  if (!chosen) return { unfit: free };
  const { agentId, passportId, service } = wish;
  const leaseId = await insertLease(team, { numberId: chosen.id, agentId, passportId });
  team.record(actor, {
    action: "lease.started",
    subject: { type: "lease", id: leaseId },
    after: {
      numberId: chosen.id,
      phoneNumber: chosen.e164,
      agentId,
      passportId,
      ...(service === null ? {} : { service }),
    },
  });
  return { lease: { numberId: chosen.id, phoneNumber: chosen.e164, country: chosen.country } };
}

/** What an agent holds, longest idle first, and how many numbers it may hold. */
export async function roomOf(team: LockedTeam, agentId: string): Promise<{ held: Lease[]; limit: number }> {
  const agent = await agentById(team.trx, agentId);
  return {
    held: await liveLeasesOfAgent(team.trx, agentId),
    limit: agent?.limits.maxLeases ?? team.settings.maxLeasesPerAgent,
  };
}

/** The agent that waits for a number; null where it has got one meanwhile, or was paused or removed. */
export async function needyAgent(
  team: LockedTeam,
  { agentId, passportId }: { agentId: string; passportId: string },
): Promise<Agent | null> {
  const agent = await agentById(team.trx, agentId);
  if (agent === null || agent.pausedAt !== null || agent.removedAt !== null) return null;
  return (await liveLeaseOfPassport(team.trx, passportId)) === null ? agent : null;
}
