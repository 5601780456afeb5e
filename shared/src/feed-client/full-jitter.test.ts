import { expect, test } from "vitest";
import { verifies } from "../../../test/support/verifies.ts";
import { fullJitterMs } from "./full-jitter.ts";

test(
  verifies("F9", "clients that lost their server together try again all over the time that they have"),
  () => {
    for (const [attempt, longest] of [100, 200, 400, 800, 1_600, 3_000, 3_000].entries()) {
      const tenths = new Set<number>();
      for (let client = 0; client < 1_000; client += 1)
        tenths.add(Math.floor((fullJitterMs(attempt) / longest) * 10));
      expect(tenths, `attempt ${attempt}`).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    }
  },
);
