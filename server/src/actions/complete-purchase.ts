import type { Problem } from "@agentpass/shared/problem";
import { system } from "../domain/audit-entry.ts";
import { enlistNumber } from "../store/numbers.ts";
import { numberByPhone } from "../store/pool.ts";
import { endPurchase, purchaseById, type Purchase } from "../store/purchases.ts";
import { insertRelease } from "../store/releases.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import type { OwnedNumber } from "../twilio/twilio-client.ts";
import { leaseFreeNumber, needyAgent, roomOf } from "./lease-number.ts";
import { runRelease } from "./run-release.ts";

const NOT_OURS: Problem = {
  code: "conflict",
  message: "The number that was bought is not available to this team, and was given back.",
};

interface PurchaseReference {
  store: Store;
  teamId: string;
  purchaseId: string;
}

/**
 * Takes a bought number into the pool, gives it to the passport that waits for one, and ends the purchase. Where
 * another worker has ended it with another number, this one is surplus and goes back.
 */
export async function completePurchase(
  { store, teamId, purchaseId }: PurchaseReference,
  bought: OwnedNumber,
): Promise<void> {
  const surplus = await withTeamLock(store, teamId, async (team) => {
    const purchase = await purchaseById(team.trx, purchaseId);
    if (purchase === null) return null;
    const known = await numberByPhone(team.trx, team.now, bought.phoneNumber);
    if (purchase.state !== "open") {
      if (known !== null && known.id === purchase.numberId) return null;
      return giveBack(team, { purchaseId, bought });
    }
    const numberId = await enlist(team, { purchase, bought, knownId: known?.id ?? null });
    if (numberId === null) {
      await endPurchase(team, purchaseId, { failure: NOT_OURS });
      return giveBack(team, { purchaseId, bought });
    }
    await endPurchase(team, purchaseId, { numberId });
    team.record(system("purchases"), {
      action: "purchase.done",
      subject: { type: "purchase", id: purchaseId },
      after: { numberId, phoneNumber: bought.phoneNumber, providerSid: bought.sid },
    });
    await leaseToNeed(store, team, purchase);
    return null;
  });
  if (surplus !== null) await runRelease(store, teamId, surplus);
}

/** An admin may have imported the number between its purchase and now. Null where another team has it in its records. */
async function enlist(
  team: LockedTeam,
  { purchase, bought, knownId }: { purchase: Purchase; bought: OwnedNumber; knownId: string | null },
): Promise<string | null> {
  const number = { e164: bought.phoneNumber, provider: "twilio", country: purchase.wish.country };
  return (await enlistNumber(team, number)) ?? knownId;
}

async function giveBack(
  team: LockedTeam,
  { purchaseId, bought }: { purchaseId: string; bought: OwnedNumber },
): Promise<string> {
  const id = await insertRelease(team, { numberId: null, providerSid: bought.sid });
  team.record(system("purchases"), {
    action: "purchase.surplus_given_back",
    subject: { type: "purchase", id: purchaseId },
    after: { phoneNumber: bought.phoneNumber, providerSid: bought.sid },
  });
  return id;
}

/** Gives the need a number if it still is one. */
async function leaseToNeed(store: Store, team: LockedTeam, { need, wish }: Purchase): Promise<void> {
  const agent = need && (await needyAgent(team, need));
  if (!need || !agent) return;
  const { held, limit } = await roomOf(team, need.agentId);
  if (held.length >= limit) return;
  await leaseFreeNumber(store, team, {
    actor: system("purchases"),
    wish: {
      ...need,
      memberId: agent.memberId,
      service: wish.service ?? null,
      country: wish.country,
    },
  });
}
