import { ProblemError, type Problem } from "@agentpass/shared/problem";
import { v7 as uuidv7 } from "uuid";
import { system } from "../domain/audit-entry.ts";
import type { PurchaseWish } from "../domain/purchase-budget.ts";
import { claimPurchase, endPurchase, purchaseById, type Purchase } from "../store/purchases.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import type { NumberMarket } from "../twilio/number-market.ts";
import { PurchaseUnknownError, type AvailableNumber, type OwnedNumber } from "../twilio/twilio-client.ts";
import { completePurchase } from "./complete-purchase.ts";
import { needyAgent } from "./lease-number.ts";

/**
 * Longer than an order can last, its repetitions after "too many requests" included (4 tries of 10 s, and three times
 * at most 38 s between them): when a claim has lapsed, no order of its worker is on its way any more.
 */
const CLAIM_MS = 180_000;
/** After a look that failed. */
const AGAIN_MS = 15_000;
/**
 * Different numbers that are tried where others buy them first. Ten purchases at once were seen to run out of five each.
 */
const CANDIDATES = 20;
/** Orders whose outcome Twilio did not tell, after which it is given up. */
const MOST_UNKNOWN = 3;
/** Twilio may carry out what it did not answer. */
const LOOK_AFTER_MS = [0, 1_000, 3_000];

/** The name under which a purchase is found again at its provider. */
const friendlyNameOf = (purchaseId: string): string => `agentpass ${purchaseId}`;

interface Order {
  store: Store;
  market: NumberMarket;
  teamId: string;
  purchaseId: string;
  claimId: string;
}

/** Buys the number of a purchase, unless another worker is at it or it is over. A crash at any step is taken up here again. */
export async function runPurchase(store: Store, teamId: string, purchaseId: string): Promise<void> {
  const { market } = store;
  if (market === null) return;
  const order: Order = { store, market, teamId, purchaseId, claimId: uuidv7() };
  const purchase = await claim(order);
  if (purchase === null) return;
  const found = purchase.orders === 0 ? null : await lookAgain(order);
  if (found === "untold") return;
  try {
    if (found === null && purchase.orders === 0 && (await cancelIfUnneeded(order, purchase))) return;
    if (found === null && purchase.orders >= MOST_UNKNOWN) return await failPurchase(order, UNTOLD);
    const number = found ?? (await buy(order, purchase));
    if (number !== null) await completePurchase(order, number);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await failPurchase(order, error.problem);
  }
}

/** What was ordered before may have been bought, which a failed look does not disprove: then it is looked for again later. */
async function lookAgain(order: Order): Promise<OwnedNumber | null | "untold"> {
  try {
    return await bought(order, [0]);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await holding(order, (team) =>
      claimPurchase(team, order.purchaseId, { claimId: order.claimId, until: team.now + AGAIN_MS }),
    );
    return "untold";
  }
}

/** Null where it is not this worker's to carry out. */
async function claim({ store, teamId, purchaseId, claimId }: Order): Promise<Purchase | null> {
  return withTeamLock(store, teamId, async (team) => {
    const purchase = await purchaseById(team.trx, purchaseId);
    if (purchase?.state !== "open") return null;
    if (purchase.claimedUntil !== null && purchase.claimedUntil > team.now) return null;
    await claimPurchase(team, purchaseId, { claimId, until: team.now + CLAIM_MS });
    return purchase;
  });
}

/** Runs `work` where this worker's claim still holds. */
async function holding(
  { store, teamId, purchaseId, claimId }: Order,
  work: (team: LockedTeam, purchase: Purchase) => Promise<void>,
): Promise<boolean> {
  return withTeamLock(store, teamId, async (team) => {
    const purchase = await purchaseById(team.trx, purchaseId);
    if (purchase?.state !== "open" || purchase.claimId !== claimId) return false;
    await work(team, purchase);
    return true;
  });
}

/** A passport that has found a number meanwhile, or whose agent was paused or removed, needs none bought. Tells whether it was so. */
async function cancelIfUnneeded(order: Order, { need }: Purchase): Promise<boolean> {
  let cancelled = false;
  const held = await holding(order, async (team) => {
    if (need === null || (await needyAgent(team, need)) !== null) return;
    await endPurchase(team, order.purchaseId, "cancelled");
    team.record(system("purchases"), {
      action: "purchase.cancelled",
      subject: { type: "purchase", id: order.purchaseId },
    });
    cancelled = true;
  });
  return cancelled || !held;
}

/** The number that was bought under this purchase's name; looked for so often, after these pauses. */
async function bought({ market, purchaseId }: Order, pauses: readonly number[]): Promise<OwnedNumber | null> {
  for (const pause of pauses) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    const [number] = await market.client.listNumbers({ friendlyName: friendlyNameOf(purchaseId) });
    if (number) return number;
  }
  return null;
}

/** Orders one number after the other until one is had. Null where the claim was lost, or the outcome is not known yet. */
async function buy(order: Order, { wish }: Purchase): Promise<OwnedNumber | null> {
  const candidates = await candidatesFor(order, wish);
  for (const { phoneNumber } of candidates) {
    const mine = await holding(order, (team, purchase) =>
      claimPurchase(team, order.purchaseId, {
        claimId: order.claimId,
        until: team.now + CLAIM_MS,
        orders: purchase.orders + 1,
      }),
    );
    if (!mine) return null;
    try {
      return await order.market.client.buyNumber({
        phoneNumber,
        friendlyName: friendlyNameOf(order.purchaseId),
        smsUrl: order.market.webhookUrl(),
      });
    } catch (error) {
      if (error instanceof PurchaseUnknownError) return bought(order, LOOK_AFTER_MS).catch(() => null);
      if (!(error instanceof ProblemError) || error.problem.code !== "not_found") throw error;
      // Somebody else was quicker with this one, and nothing is on its way.
    }
  }
  throw new ProblemError(noneFor(wish));
}

async function candidatesFor({ market, purchaseId }: Order, wish: PurchaseWish): Promise<AvailableNumber[]> {
  const { country, capabilities, areaCode } = wish;
  const found = await market.client.searchNumbers({
    country,
    capabilities,
    ...(areaCode === undefined ? {} : { areaCode }),
    limit: CANDIDATES,
  });
  if (found.length === 0) throw new ProblemError(noneFor(wish));
  // Purchases at the same time see the same list: each begins elsewhere in it.
  const start = parseInt(purchaseId.slice(-6), 16) % found.length;
  return [...found.slice(start), ...found.slice(0, start)];
}

function noneFor({ country, areaCode }: PurchaseWish): Problem {
  const where = areaCode === undefined ? country : `${country} with the area code ${areaCode}`;
  return {
    code: "not_found",
    message: `Twilio has no number for sale in ${where} that can do what is asked. Try another country or area.`,
  };
}

const UNTOLD: Problem = {
  code: "unavailable",
  message: `Twilio did not answer ${MOST_UNKNOWN} orders, and none of them has become a number of the account. Look at https://status.twilio.com.`,
};

async function failPurchase(order: Order, failure: Problem): Promise<void> {
  await holding(order, async (team) => {
    await endPurchase(team, order.purchaseId, { failure });
    team.record(system("purchases"), {
      action: "purchase.failed",
      subject: { type: "purchase", id: order.purchaseId },
      after: { code: failure.code, reason: failure.message },
    });
  });
}
