import type { ChangedNumber, NumberReference } from "@agentpass/shared/number-api";
import type { AdminViewer } from "../domain/access.ts";
import { quarantineNumber } from "../store/numbers.ts";
import type { Store } from "../store/store.ts";
import { changeNumber, endLeaseOf, failState } from "./change-number.ts";

/**
 * Lets a number rest from now on, `forMs` milliseconds or as long as after a lease. A lease of it ends, with the
 * reason `admin`, and its passport may not reclaim it meanwhile.
 */
export async function quarantine(
  store: Store,
  viewer: AdminViewer,
  { forMs, ...reference }: NumberReference & { forMs?: number | undefined },
): Promise<ChangedNumber> {
  return changeNumber(store, viewer, {
    reference,
    action: "number.quarantined",
    async change(team, number) {
      if (number.state === "suspended" || number.state === "retired")
        failState(number, "so it is not leased anyway");
      const ended = await endLeaseOf(team, viewer, number);
      const until = team.now + (forMs ?? team.settings.quarantineMs);
      await quarantineNumber(team, { id: number.id, until, byAdmin: true });
      return ended;
    },
  });
}

/** Ends a number's rest: the next agent may have it, and with it what its last holder's services still send. */
export async function liftQuarantine(
  store: Store,
  viewer: AdminViewer,
  reference: NumberReference,
): Promise<ChangedNumber> {
  return changeNumber(store, viewer, {
    reference,
    action: "number.quarantine_lifted",
    async change(team, number) {
      if (number.quarantinedUntil === null) failState(number, "and does not rest");
      await quarantineNumber(team, { id: number.id, until: null });
      return {};
    },
  });
}
