import type { ChangedNumber, NumberReference } from "@agentpass/shared/number-api";
import type { AdminViewer } from "../domain/access.ts";
import { withholdNumber } from "../store/numbers.ts";
import type { Store } from "../store/store.ts";
import { changeNumber, endLeaseOf, failState } from "./change-number.ts";

/** Keeps a number from being leased until it is resumed. A lease of it ends, with the reason `admin`. */
export async function suspendNumber(
  store: Store,
  viewer: AdminViewer,
  reference: NumberReference,
): Promise<ChangedNumber> {
  return changeNumber(store, viewer, {
    reference,
    action: "number.suspended",
    async change(team, number) {
      if (number.state === "suspended") failState(number, "so there is nothing to do");
      if (number.state === "retired") failState(number, "so it is not leased anyway");
      const ended = await endLeaseOf(team, viewer, number);
      await withholdNumber(team, { id: number.id, as: "suspended" });
      return ended;
    },
  });
}

/** Takes a suspended number back into use; it goes on resting where it rested. */
export async function resumeNumber(
  store: Store,
  viewer: AdminViewer,
  reference: NumberReference,
): Promise<ChangedNumber> {
  return changeNumber(store, viewer, {
    reference,
    action: "number.resumed",
    async change(team, number) {
      if (number.state === "retired") failState(number, "and comes back only by being added again");
      if (number.state !== "suspended") failState(number, "not suspended");
      await withholdNumber(team, { id: number.id, as: null });
      return {};
    },
  });
}

/**
 * Takes a number out of use for good: its history stays, SMS to it are refused, and it stays the account's. A lease
 * of it ends, with the reason `admin`.
 */
export async function retireNumber(
  store: Store,
  viewer: AdminViewer,
  reference: NumberReference,
): Promise<ChangedNumber> {
  return changeNumber(store, viewer, {
    reference,
    action: "number.retired",
    async change(team, number) {
      if (number.state === "retired") failState(number, "so there is nothing to do");
      const ended = await endLeaseOf(team, viewer, number);
      await withholdNumber(team, { id: number.id, as: "retired" });
      return ended;
    },
  });
}
