import type { PoolState } from "@agentpass/shared/number-api";
import type { AdminViewer } from "../domain/access.ts";
import { exhaustedAt } from "../domain/pool-forecast.ts";
import { DAY_MS, decidePurchase } from "../domain/purchase-budget.ts";
import { teamState } from "../store/events.ts";
import { commonCountry, countPool, poolAt } from "../store/pool.ts";
import { purchaseRecord } from "../store/purchases.ts";
import { countOpenReleases } from "../store/releases.ts";
import type { Store } from "../store/store.ts";
import { isoTime } from "../store/timestamp.ts";
import { withTeam } from "../store/with-team.ts";

/** How the pool stands, when it will be exhausted if the last day goes on, and whether a number would be bought then. */
export async function poolStateOf(store: Store, viewer: AdminViewer): Promise<PoolState> {
  return withTeam(store, viewer.teamId, async (trx) => {
    const now = store.clock();
    const { settings } = await teamState(trx);
    const { pool, market } = store;
    const counts = await countPool(trx, { now, pool });
    const before = await poolAt(trx, { at: now - DAY_MS, pool, quarantineMs: settings.quarantineMs });
    // A pool younger than a day had no number before its first ones: what came with it is its beginning.
    const windowMs = Math.min(DAY_MS, now - (before.since ?? now));
    const free = counts.available;
    const until = exhaustedAt({ now, windowMs, freeBefore: before.free, added: before.added, free });
    const record = await purchaseRecord(trx, now);
    const country = (await commonCountry(trx, "twilio")) ?? "US";
    const decision = decidePurchase(settings, record, { country, now, unasked: true });
    return {
      counts,
      beingBought: record.open,
      beingReleased: await countOpenReleases(trx),
      ...(until === null ? {} : { exhaustedAt: isoTime(until), forecastWindowMs: windowMs }),
      ...(market === null
        ? {}
        : {
            purchases: {
              autoProvision: settings.autoProvision,
              ...(decision.buy ? {} : { refused: decision.why }),
            },
          }),
    };
  });
}
