import { expect, test } from "vitest";
import { runInterleavings } from "../../../test/support/recycled-numbers/run.ts";
import { verifies } from "../../../test/support/verifies.ts";

/** A part of test/faults/recycled-numbers.test.ts, for every run of the tests. */
test(
  verifies("T4", "a recycled number shows nobody another holder's code, in 150 random interleavings"),
  async () => {
    const tally = await runInterleavings({ count: 150, seed: 20261122 });
    expect(tally.recycled).toBeGreaterThan(30);
    expect(tally.shown).toBeGreaterThan(20);
    expect(tally.nobodys).toBeGreaterThan(50);
  },
  120_000,
);
