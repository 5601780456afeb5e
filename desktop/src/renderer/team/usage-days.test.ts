import { expect, it } from "vitest";
import { dayText, everyDay, rangeUntil } from "./usage-days.ts";

const now = Date.parse("2026-11-02T23:59:00Z");

it("seven days end today and cross the month, in UTC", () => {
  expect(rangeUntil(now, 7)).toEqual({ from: "2026-10-27", to: "2026-11-02" });
});

it("a day without use is a day with nothing, in its place", () => {
  const used = {
    id: "2026-11-01",
    name: "2026-11-01",
    numbers: 1,
    messages: 3,
    codes: 2,
    waits: 4,
    timeouts: 1,
    medianLatencyMs: 8,
    cost: 0.5,
  };
  const days = everyDay([used], { from: "2026-10-31", to: "2026-11-02" });
  expect(days.map(({ day, messages, medianLatencyMs }) => [day, messages, medianLatencyMs])).toEqual([
    ["2026-10-31", 0, null],
    ["2026-11-01", 3, 8],
    ["2026-11-02", 0, null],
  ]);
});

it("a day is written as it is called in UTC", () => {
  expect(dayText("2026-11-02", "en-GB")).toBe("2 Nov");
});
