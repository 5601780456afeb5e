import { unclaimedPurchases } from "../store/purchases.ts";
import { unclaimedReleases } from "../store/releases.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";
import { runPurchase } from "./run-purchase.ts";
import { runRelease } from "./run-release.ts";

/** Takes up the purchases and releases of a team whose workers have gone. Any node may do it; each order is worked on by one. */
export async function resumeOrders(store: Store, teamId: string): Promise<void> {
  if (store.market === null) return;
  const { purchases, releases } = await withTeam(store, teamId, async (trx) => ({
    purchases: await unclaimedPurchases(trx, store.clock()),
    releases: await unclaimedReleases(trx, store.clock()),
  }));
  for (const id of purchases) await runPurchase(store, teamId, id);
  for (const id of releases) await runRelease(store, teamId, id);
}
