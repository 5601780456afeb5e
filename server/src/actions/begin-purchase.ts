import type { Problem } from "@agentpass/shared/problem";
import type { Actor } from "../domain/audit-entry.ts";
import { decidePurchase } from "../domain/purchase-budget.ts";
import {
  insertPurchase,
  openPurchaseOf,
  purchaseById,
  purchaseRecord,
  type Purchase,
} from "../store/purchases.ts";
import type { Store } from "../store/store.ts";
import { withTeam, type LockedTeam } from "../store/with-team.ts";
import { runPurchase } from "./run-purchase.ts";

/** Longer than a purchase usually takes; well below what an MCP client, and the bridge, wait for one call. */
const PATIENCE_MS = 8_000;
const LOOK_MS = 100;

/** A purchase that is under way, or why there is none. */
export type BegunPurchase = { id: string } | { refused: string };

/**
 * Notes, under the lock and with the rest of the caller's work, that a number is to be bought: the one purchase of
 * this need, where the budget allows one. Nothing is ordered before {@link finishPurchase}.
 */
export async function beginPurchase(
  team: LockedTeam,
  actor: Actor,
  { need, wish }: Pick<Purchase, "need" | "wish">,
): Promise<BegunPurchase> {
  const known = need === null ? null : await openPurchaseOf(team.trx, need.passportId);
  if (known) return { id: known.id };
  const decision = decidePurchase(team.settings, await purchaseRecord(team.trx, team.now), {
    country: wish.country,
    now: team.now,
    unasked: need !== null,
  });
  if (!decision.buy) return { refused: decision.why };
  const id = await insertPurchase(team, { need, wish });
  team.record(actor, {
    action: "purchase.begun",
    subject: { type: "purchase", id },
    after: { ...wish, ...need },
  });
  return { id };
}

export type FinishedPurchase =
  | { state: "done"; numberId: string }
  | { state: "failed"; failure: Problem }
  | { state: "cancelled" }
  /** Goes on behind the caller's back. */
  | { state: "open" };

/** Carries a committed purchase out, unless somebody does already, and waits for its end as long as a caller may. */
export async function finishPurchase(store: Store, teamId: string, id: string): Promise<FinishedPurchase> {
  store.market?.inBackground(runPurchase(store, teamId, id));
  const giveUp = performance.now() + PATIENCE_MS;
  for (;;) {
    const purchase = await withTeam(store, teamId, (trx) => purchaseById(trx, id));
    const finished = purchase === null ? ({ state: "cancelled" } as const) : outcomeOf(purchase);
    if (finished.state !== "open" || performance.now() >= giveUp) return finished;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function outcomeOf({ state, numberId, failure }: Purchase): FinishedPurchase {
  if (state === "done" && numberId !== null) return { state, numberId };
  if (state === "failed" && failure !== null) return { state, failure };
  return state === "cancelled" ? { state } : { state: "open" };
}
