import type { listNumbersInput, NumberPage } from "@agentpass/shared/number-api";
import type { z } from "zod";
import type { AdminViewer } from "../domain/access.ts";
import { listPool } from "../store/pool.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";

/** The team's numbers with what each is doing now, in the order of their digits. */
export async function listNumbers(
  store: Store,
  viewer: AdminViewer,
  input: z.output<typeof listNumbersInput>,
): Promise<NumberPage> {
  const rows = await withTeam(store, viewer.teamId, (trx) =>
    listPool(trx, store.clock(), { ...input, limit: input.limit + 1 }),
  );
  const numbers = rows.slice(0, input.limit);
  const last = numbers.at(-1);
  return { numbers, ...(rows.length > input.limit && last ? { nextAfter: last.phoneNumber } : {}) };
}
