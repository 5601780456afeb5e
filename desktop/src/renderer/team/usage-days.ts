import type { UsageRow } from "@agentpass/shared/usage-api";

const DAY_MS = 86_400_000;

export const usageRanges = [7, 30] as const;
export type UsageRange = (typeof usageRanges)[number];

/** The first and the last of so many days up to today, in UTC as the server counts them. */
export function rangeUntil(now: number, days: UsageRange): { from: string; to: string } {
  return { from: dayOf(now - (days - 1) * DAY_MS), to: dayOf(now) };
}

/** A row for every day from one to another: a day that nothing was used on has none in the report. */
export function everyDay(
  rows: readonly UsageRow[],
  { from, to }: { from: string; to: string },
): (UsageRow & { day: string })[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const count = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return Array.from({ length: count }, (_, index) => {
    const day = dayOf(Date.parse(from) + index * DAY_MS);
    return { ...(known.get(day) ?? nothingOn(day)), day };
  });
}

/** `22 Nov` of "2026-11-22", which is a day in UTC wherever the reader is. */
export function dayText(day: string, locale?: string): string {
  return new Date(day).toLocaleDateString(locale, { day: "numeric", month: "short", timeZone: "UTC" });
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

const nothingOn = (day: string): UsageRow => ({
  id: day,
  name: day,
  numbers: 0,
  messages: 0,
  codes: 0,
  waits: 0,
  timeouts: 0,
  medianLatencyMs: null,
  cost: 0,
});
