import type { getNumberInput, LeasedNumber } from "@agentpass/shared/agent-api";
import { describePhoneNumber, type E164 } from "@agentpass/shared/phone-number";
import { fail } from "@agentpass/shared/problem";
import type { z } from "zod";
import type { AgentViewer } from "../domain/access.ts";
import { system } from "../domain/audit-entry.ts";
import { chooseNumber, type FreeNumber } from "../domain/number-choice.ts";
import { serviceName } from "../domain/service-name.ts";
import { agentById, passportOf } from "../store/agents.ts";
import { rememberService } from "../store/inbound-writes.ts";
import {
  insertLease,
  liveLeaseOfPassport,
  liveLeasesOfAgent,
  reclaimableNumber,
  touchLease,
  type Lease,
} from "../store/leases.ts";
import { freeNumbers, listPool } from "../store/numbers.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { endLease } from "./end-lease.ts";
import { requireLiveKey } from "./require-live-key.ts";

type Input = z.output<typeof getNumberInput>;

/**
 * The passport's live number, or a new lease. Throws `limit_reached` where the agent holds as many as it may,
 * `pool_exhausted` where no number fits.
 */
export async function getNumber(store: Store, viewer: AgentViewer, input: Input): Promise<LeasedNumber> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer);
    const service = input.service === undefined ? null : serviceName(input.service);
    const passportId = await passportOf(team, {
      agentId: viewer.agentId,
      externalId: input.passportId ?? "",
    });
    const live = await liveLease(store, team, passportId);
    const held =
      live ??
      (await startLease(store, team, { viewer, passportId, service, country: input.country ?? null }));
    if (live) await touchLease(team, live.id);
    if (service) await rememberService(team, { numberId: held.numberId, service, memberId: viewer.memberId });
    return {
      phoneNumber: held.phoneNumber,
      ...describePhoneNumber(held.phoneNumber as E164),
      ...(held.country === null ? {} : { country: held.country }),
      ...(input.passportId === undefined ? {} : { passportId: input.passportId }),
      reused: live !== null,
      mode: store.mode,
    };
  });
}

/** A lease of the other mode's number ends here: mock numbers are never used in Twilio mode, nor the other way. */
async function liveLease(store: Store, team: LockedTeam, passportId: string): Promise<Lease | null> {
  const lease = await liveLeaseOfPassport(team.trx, passportId);
  if (!lease || (lease.provider === "mock") === (store.mode === "mock")) return lease;
  await endLease(team, lease, { reason: "admin", actor: system("configuration") });
  return null;
}

interface LeaseWish {
  viewer: AgentViewer;
  passportId: string;
  service: string | null;
  country: string | null;
}

async function startLease(
  store: Store,
  team: LockedTeam,
  { viewer, passportId, service, country }: LeaseWish,
): Promise<{ numberId: string; phoneNumber: string; country: string | null }> {
  await requireRoom(team, viewer);
  const own = await reclaimableNumber(team.trx, passportId);
  const free = await freeNumbers(team, { mode: store.mode, evenResting: own });
  const wish = {
    memberId: viewer.memberId,
    service,
    country,
    consentNeeded: team.settings.consentForUsedNumbers && store.mode === "live",
  };
  const reclaimed = free.filter((number) => number.id === own);
  const chosen =
    chooseNumber(reclaimed, wish) ??
    chooseNumber(free, wish) ??
    (await failExhausted(store, team, { free, country }));
  const leaseId = await insertLease(team, { numberId: chosen.id, agentId: viewer.agentId, passportId });
  team.record(viewer, {
    action: "lease.started",
    subject: { type: "lease", id: leaseId },
    after: {
      numberId: chosen.id,
      phoneNumber: chosen.e164,
      agentId: viewer.agentId,
      passportId,
      ...(service === null ? {} : { service }),
    },
  });
  return { numberId: chosen.id, phoneNumber: chosen.e164, country: chosen.country };
}

async function requireRoom(team: LockedTeam, { agentId }: AgentViewer): Promise<void> {
  const agent = await agentById(team.trx, agentId);
  const limit = agent?.limits.maxLeases ?? team.settings.maxLeasesPerAgent;
  const held = await liveLeasesOfAgent(team.trx, agentId);
  if (held.length < limit) return;
  if (limit === 0)
    fail(
      "limit_reached",
      "This agent may hold no numbers: its limit is 0. Ask an admin to raise it: pnpm agentpass agent limits NAME --max-leases 1",
    );
  const idle = held
    .map((lease) => `${lease.phoneNumber} (unused for ${minutes(team.now - lease.lastUsedAt)})`)
    .join(", ");
  fail(
    "limit_reached",
    `This agent holds ${held.length} of ${limit} numbers, longest idle first: ${idle}. Release one with release_phone_number, or use its passport again.`,
    held[0] ? { suggestion: { phone_number: held[0].phoneNumber } } : {},
  );
}

const minutes = (ms: number): string => `${Math.round(ms / 60_000)} min`;

async function failExhausted(
  store: Store,
  team: LockedTeam,
  { free, country }: { free: readonly FreeNumber[]; country: string | null },
): Promise<never> {
  const pool = (await listPool(team.trx, team.now)).filter(
    (entry) => (entry.provider === "mock") === (store.mode === "mock"),
  );
  const counts = new Map<string, number>();
  for (const { state } of pool) counts.set(state, (counts.get(state) ?? 0) + 1);
  const states = [...counts].map(([state, count]) => `${count} ${state}`).join(", ") || "no numbers at all";
  if (free.length > 0 && country !== null && !free.some((number) => number.country === country)) {
    return fail(
      "pool_exhausted",
      `country: no free number of "${country}"; ${free.length} of other countries are free. Omit country, or ask an admin to add one.`,
      { field: "country" },
    );
  }
  const reason =
    free.length > 0
      ? `${free.length} free, but used before with this service or by another member`
      : "none is free";
  return fail(
    "pool_exhausted",
    `No phone number to give: ${reason} (pool: ${states}). Release one that is not needed any more with release_phone_number, wait for a quarantine to end, or ask an admin to add numbers.`,
  );
}
