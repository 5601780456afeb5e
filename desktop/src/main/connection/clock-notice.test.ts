import { expect, test } from "vitest";
import { clockNotice } from "./clock-notice.ts";

test.each([0, 60_000, -60_000])("a clock that is off by %i ms is nobody's business", (offset) => {
  expect(clockNotice(offset)).toBeNull();
});

test.each([
  [90_000, "2 min behind the server's"],
  [-61_000, "1 min ahead of the server's"],
  [3 * 3_600_000, "3 hours behind the server's"],
  [-72 * 3_600_000, "3 days ahead of the server's"],
])("a clock that is off by %i ms is told with its side and the mend", (offset, said) => {
  const notice = clockNotice(offset);
  expect(notice).toContain(said);
  expect(notice).toMatch(/have the system set the clock/);
});
