import { expect, test } from "vitest";
import { runInterleavings } from "../support/recycled-numbers/run.ts";
import { verifies } from "../support/verifies.ts";

/**
 * T4, in full: lease, release, SMS on time and late, reconcile, wait, claim, the end of a quarantine and the sweep, in
 * any order and at once. The seed is fixed, so that CI repeats what failed; AGENTPASS_SEED gives another.
 */
test(
  verifies("T4", "a recycled number shows nobody another holder's code, in 10,000 random interleavings"),
  async () => {
    const seed = Number(process.env["AGENTPASS_SEED"] ?? 4);
    const tally = await runInterleavings({ count: 10_000, seed });
    console.log(`seed ${seed}: ${JSON.stringify(tally)}`);
    expect(tally.recycled).toBeGreaterThan(2_500);
    expect(tally.shown).toBeGreaterThan(2_500);
    expect(tally.nobodys).toBeGreaterThan(3_000);
    expect(tally.givenAgain).toBeGreaterThan(20);
  },
  1_800_000,
);
