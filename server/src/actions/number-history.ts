import type { historyInput, NumberHistory } from "@agentpass/shared/number-api";
import type { z } from "zod";
import type { AdminViewer } from "../domain/access.ts";
import { grantsOn } from "../store/number-grants.ts";
import { countMessages, servicesOf } from "../store/number-history.ts";
import { numberByPhone } from "../store/pool.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";
import { failNotInPool } from "./change-number.ts";
import { leasePage } from "./list-leases.ts";

/** Who held a number and what it was used for; how many messages came, never what was in them. */
export async function numberHistory(
  store: Store,
  viewer: AdminViewer,
  { phoneNumber, limit, before }: z.output<typeof historyInput>,
): Promise<NumberHistory> {
  return withTeam(store, viewer.teamId, async (trx) => {
    const number = (await numberByPhone(trx, store.clock(), phoneNumber)) ?? failNotInPool(phoneNumber);
    return {
      number,
      ...(await leasePage(trx, { scope: { of: "team" }, phoneNumber, limit }, before)),
      services: await servicesOf(trx, number.id),
      messages: await countMessages(trx, number.id),
      consents: await grantsOn(trx, "number_consents", number.id),
      shares: await grantsOn(trx, "number_shares", number.id),
    };
  });
}
