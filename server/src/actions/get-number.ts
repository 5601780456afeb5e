import type { getNumberInput, LeasedNumber } from "@agentpass/shared/agent-api";
import { describePhoneNumber, type E164 } from "@agentpass/shared/phone-number";
import { fail, type Problem } from "@agentpass/shared/problem";
import type { z } from "zod";
import type { AgentViewer } from "../domain/access.ts";
import { system } from "../domain/audit-entry.ts";
import { isOfPool } from "../domain/number-pool.ts";
import type { FreeNumber } from "../domain/number-choice.ts";
import { serviceName } from "../domain/service-name.ts";
import { passportOf } from "../store/agents.ts";
import { rememberService } from "../store/inbound-writes.ts";
import { liveLeaseOfPassport, touchLease, type Lease } from "../store/leases.ts";
import { commonCountry, countPool } from "../store/pool.ts";
import { openPurchaseOf, openPurchasesOfAgent } from "../store/purchases.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { beginPurchase, finishPurchase } from "./begin-purchase.ts";
import { endLease } from "./end-lease.ts";
import { leaseFreeNumber, roomOf, type LeaseWish, type StartedLease } from "./lease-number.ts";
import { requireLiveKey } from "./require-live-key.ts";

type Input = z.output<typeof getNumberInput>;

/**
 * The passport's live number, or a new lease; where no number fits and one may be bought, the one bought for it.
 * Throws `limit_reached` where the agent holds as many as it may, `pool_exhausted` where there is none to give.
 */
export async function getNumber(store: Store, viewer: AgentViewer, input: Input): Promise<LeasedNumber> {
  const now = await leaseNow(store, viewer, input);
  if ("phoneNumber" in now) return now;
  const purchase = await finishPurchase(store, viewer.teamId, now.purchaseId);
  if (purchase.state === "failed") return failUnbought(purchase.failure);
  const after = purchase.state === "open" ? now : await leaseNow(store, viewer, input);
  return "phoneNumber" in after ? { ...after, reused: false } : failPending();
}

/** Leases what there is, or notes that a number is to be bought. */
async function leaseNow(
  store: Store,
  viewer: AgentViewer,
  input: Input,
): Promise<LeasedNumber | { purchaseId: string }> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer);
    const service = input.service === undefined ? null : serviceName(input.service);
    const { agentId, memberId } = viewer;
    const passportId = await passportOf(team, { agentId, externalId: input.passportId ?? "" });
    const live = await liveLease(store, team, passportId);
    if (live) await touchLease(team, live.id);
    const wish = { agentId, memberId, passportId, service, country: input.country ?? null };
    const held = live ?? (await startLease(store, team, { viewer, wish }));
    if ("purchaseId" in held) return held;
    if (service) await rememberService(team, { numberId: held.numberId, service, memberId });
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

/** A lease of another pool's number ends here: mock numbers are never used beside real ones, nor the other way. */
async function liveLease(store: Store, team: LockedTeam, passportId: string): Promise<Lease | null> {
  const lease = await liveLeaseOfPassport(team.trx, passportId);
  if (!lease || isOfPool(store.pool, lease.provider)) return lease;
  await endLease(team, lease, { reason: "admin", actor: system("configuration") });
  return null;
}

interface NumberNeed {
  viewer: AgentViewer;
  wish: LeaseWish;
}

async function startLease(
  store: Store,
  team: LockedTeam,
  { viewer, wish }: NumberNeed,
): Promise<StartedLease | { purchaseId: string }> {
  const pending = await openPurchaseOf(team.trx, wish.passportId);
  if (pending === null) await requireRoom(team, viewer);
  const result = await leaseFreeNumber(store, team, { wish, actor: viewer });
  if ("lease" in result) return result.lease;
  if (store.market === null) return failExhausted(store, team, { ...result, wish, unbought: null });
  const country = wish.country ?? (await commonCountry(team.trx, "twilio")) ?? "US";
  const purchase = await beginPurchase(team, viewer, {
    need: { agentId: wish.agentId, passportId: wish.passportId },
    wish: {
      country,
      capabilities: ["sms"],
      ...(wish.service === null ? {} : { service: wish.service }),
    },
  });
  if ("id" in purchase) return { purchaseId: purchase.id };
  return failExhausted(store, team, { ...result, wish, unbought: purchase.refused });
}

/** Numbers that are being bought for the agent count as held. */
async function requireRoom(team: LockedTeam, { agentId }: AgentViewer): Promise<void> {
  const { held, limit } = await roomOf(team, agentId);
  const bought = await openPurchasesOfAgent(team.trx, agentId);
  if (held.length + bought < limit) return;
  if (limit === 0)
    fail(
      "limit_reached",
      "This agent may hold no numbers: its limit is 0. Ask an admin to raise it: pnpm agentpass agent limits NAME --max-leases 1",
    );
  const idle = held
    .map((lease) => `${lease.phoneNumber} (unused for ${minutes(team.now - lease.lastUsedAt)})`)
    .join(", ");
  const list = held.length > 0 ? `, longest idle first: ${idle}` : "";
  const waiting = bought > 0 ? `, and ${bought} more are being bought for it` : "";
  fail(
    "limit_reached",
    `This agent holds ${held.length} of ${limit} numbers${list}${waiting}. Release one with release_phone_number, or use its passport again.`,
    held[0] ? { suggestion: { phone_number: held[0].phoneNumber } } : {},
  );
}

const minutes = (ms: number): string => `${Math.round(ms / 60_000)} min`;

async function failExhausted(
  store: Store,
  team: LockedTeam,
  { unfit, wish: { country }, unbought }: Exhaustion,
): Promise<never> {
  const counts = await countPool(team.trx, { now: team.now, pool: store.pool });
  const states =
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([state, count]) => `${count} ${state}`)
      .join(", ") || "no numbers at all";
  const buying = unbought === null ? "" : ` ${unbought}`;
  if (unfit.length > 0 && country !== null && !unfit.some((number) => number.country === country)) {
    return fail(
      "pool_exhausted",
      `country: no free number of "${country}"; ${unfit.length} of other countries are free. Omit country, or ask an admin to add one.${buying}`,
      { field: "country" },
    );
  }
  const reason =
    unfit.length > 0
      ? `${unfit.length} free, but used before with this service or by another member`
      : "none is free";
  return fail(
    "pool_exhausted",
    `No phone number to give: ${reason} (pool: ${states}). Release one that is not needed any more with release_phone_number, wait for a quarantine to end, or ask an admin to add numbers.${buying}`,
  );
}

interface Exhaustion {
  /** Free numbers, none of which fits. */
  unfit: readonly FreeNumber[];
  wish: LeaseWish;
  /** Why none is bought; null where numbers cannot be bought at all. */
  unbought: string | null;
}

function failUnbought({ message }: Problem): never {
  return fail(
    "pool_exhausted",
    `No phone number to give: none is free, and buying one failed: ${message} An admin has to look at it; the purchase is on the team's record.`,
  );
}

function failPending(): never {
  return fail(
    "pool_exhausted",
    "No phone number is free, so one is being bought for this passport. Call get_phone_number again with the same arguments in 10 seconds.",
  );
}
