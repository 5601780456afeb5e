import { expect, it } from "vitest";
import { countText, distanceText, latencyText, moneyText } from "./formats.ts";

const now = new Date(2026, 10, 22, 14, 32).getTime();
const locale = "en-GB";

it.each([
  [-20_000, "just now"],
  [20_000, "in less than a minute"],
  [-3 * 60_000, "3 minutes ago"],
  [90 * 60_000, "in 1 hour"],
  [-23 * 3_600_000, "23 hours ago"],
  [-24 * 3_600_000, "yesterday"],
  [-9 * 86_400_000, "9 days ago"],
])("%i ms from now is %s", (ms, text) => {
  expect(distanceText(now + ms, { now, locale })).toBe(text);
});

it("latencies, counts and amounts are short and say their unit", () => {
  expect([0, 7.24, 140, 1340].map(latencyText)).toEqual(["0 ms", "7.2 ms", "140 ms", "1.3 s"]);
  expect([0, 1, 2].map((count) => countText(count, "number"))).toEqual([
    "no numbers",
    "1 number",
    "2 numbers",
  ]);
  expect(moneyText(12.5, "USD", "en-US")).toBe("$12.50");
  expect(moneyText(0.0083, "USD", "en-US")).toBe("$0.0083");
  expect(moneyText(0, "USD", "en-US")).toBe("$0.00");
});
