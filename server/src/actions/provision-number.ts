import type { ProvisionedNumber, provisionInput } from "@agentpass/shared/number-api";
import { fail, ProblemError } from "@agentpass/shared/problem";
import type { z } from "zod";
import type { AdminViewer } from "../domain/access.ts";
import { phoneNumberById } from "../store/pool.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock } from "../store/with-team.ts";
import { requireMarket } from "./add-number.ts";
import { beginPurchase, finishPurchase } from "./begin-purchase.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** Buys a number for the pool, within the budget. Throws `limit_reached` beyond it, and Twilio's refusals as they are. */
export async function provisionNumber(
  store: Store,
  viewer: AdminViewer,
  { country, capabilities, areaCode }: z.output<typeof provisionInput>,
): Promise<ProvisionedNumber> {
  requireMarket(store);
  const purchase = await withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer, "admin");
    return beginPurchase(team, viewer, {
      need: null,
      wish: {
        country,
        // A number that cannot receive SMS is of no use here.
        capabilities: [...new Set([...capabilities, "sms" as const])],
        ...(areaCode === undefined ? {} : { areaCode }),
      },
    });
  });
  if ("refused" in purchase) return fail("limit_reached", `Nothing was bought. ${purchase.refused}`);
  const { id: purchaseId } = purchase;
  const finished = await finishPurchase(store, viewer.teamId, purchaseId);
  switch (finished.state) {
    case "done": {
      const { numberId } = finished;
      const phoneNumber = await withTeam(store, viewer.teamId, (trx) => phoneNumberById(trx, numberId));
      return { status: "bought", purchaseId, phoneNumber };
    }
    case "failed":
      throw new ProblemError(finished.failure);
    case "cancelled":
    case "open":
      return { status: "pending", purchaseId };
  }
}
