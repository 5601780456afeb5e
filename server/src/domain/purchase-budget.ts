import type { Problem } from "@agentpass/shared/problem";
import type { TeamSettings } from "./team-settings.ts";

/** What a number that is to be bought must be like. */
export interface PurchaseWish {
  /** ISO 3166, two letters. */
  country: string;
  capabilities: ("sms" | "mms" | "voice" | "fax")[];
  /** US and Canada only. */
  areaCode?: number;
  /** As `serviceName` writes it: what the waiting agent wants it for. */
  service?: string;
}

/** What a team holds and has lately ordered. Times in epoch milliseconds. */
export interface PurchaseRecord {
  /** Numbers of the provider that have not been given back. */
  owned: number;
  /** Those of them that this server bought. */
  bought: number;
  /** Purchases under way. */
  open: number;
  /** Purchases of the last 24 h, done or under way. */
  lastDay: number;
  /** Those of the last {@link COOLDOWN_MS} that failed. */
  failures: readonly { at: number; country: string; failure: Problem }[];
}

/** Numbers beyond those that an admin brought, where a team sets no `maxNumbers` (product.md, promise 7). */
const DEFAULT_EXTRA = 2;
export const DAY_MS = 86_400_000;
/** After a failed purchase nothing is bought unasked for so long. */
export const COOLDOWN_MS = 10 * 60_000;

export type PurchaseDecision =
  | { buy: true }
  /** `why`: what stands against it and who can change that, as a sentence. */
  | { buy: false; why: string };

type Budget = Pick<TeamSettings, "autoProvision" | "maxNumbers" | "purchasesPerDay">;

/** How many numbers of the provider the team may have. */
export function mostNumbers(
  { maxNumbers }: Pick<Budget, "maxNumbers">,
  { owned, bought }: Pick<PurchaseRecord, "owned" | "bought">,
): number {
  return maxNumbers ?? owned - bought + DEFAULT_EXTRA;
}

/**
 * Whether one more number may be bought now. `unasked`: because an agent needs it; an admin who asks for one is bound
 * by the budget only.
 */
export function decidePurchase(
  budget: Budget,
  record: PurchaseRecord,
  { country, now, unasked }: { country: string; now: number; unasked: boolean },
): PurchaseDecision {
  if (unasked && !budget.autoProvision)
    return refused(
      "Buying numbers automatically is switched off (setting autoProvision); an admin can switch it on.",
    );
  const { owned, open, lastDay } = record;
  const most = mostNumbers(budget, record);
  if (owned + open >= most)
    return refused(
      `The budget maxNumbers allows ${most} bought and own numbers; the team has ${owned}${open > 0 ? `, and ${open} are being bought` : ""}. An admin can raise the setting maxNumbers.`,
    );
  if (lastDay >= budget.purchasesPerDay)
    return refused(
      `The budget purchasesPerDay allows ${budget.purchasesPerDay} purchases within 24 h, and ${lastDay} were made. An admin can raise the setting purchasesPerDay.`,
    );
  const failed = unasked ? record.failures.find((one) => coolsDown(one, { country, now })) : undefined;
  if (failed)
    return refused(
      `The last purchase failed: ${failed.failure.message} Nothing is bought for another ${Math.ceil((failed.at + COOLDOWN_MS - now) / 60_000)} min; an admin can buy one now with: pnpm agentpass number provision`,
    );
  return { buy: true };
}

const refused = (why: string): PurchaseDecision => ({ buy: false, why });

/** A country that has no number says nothing of others; an account that may not buy may buy nowhere. */
function coolsDown(
  { at, country, failure }: PurchaseRecord["failures"][number],
  wish: { country: string; now: number },
): boolean {
  if (wish.now - at >= COOLDOWN_MS) return false;
  return failure.code !== "not_found" || country === wish.country;
}
