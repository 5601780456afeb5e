const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;
type Unit = keyof typeof unitMs;

/** Milliseconds of `24h`, `30m`, `90s`, `7d`, `500ms`, `1h30m` (the larger unit first) or `0`; null where it is none. */
export function parseDuration(text: string): number | null {
  const compact = text.trim().replaceAll(" ", "");
  if (compact === "0") return 0;
  if (!/^(\d{1,9}d)?(\d{1,9}h)?(\d{1,9}m)?(\d{1,9}s)?(\d{1,9}ms)?$/.test(compact) || compact === "")
    return null;
  let total = 0;
  for (const [, count, unit] of compact.matchAll(/(\d+)(ms|[dhms])/g))
    total += Number(count) * unitMs[unit as Unit];
  return total;
}

/** The shortest text that {@link parseDuration} gives the same milliseconds for: `24h`, not `1d`, up to two days. */
export function durationText(ms: number): string {
  if (ms === 0) return "0";
  let rest = ms;
  let text = "";
  for (const unit of ["d", "h", "m", "s", "ms"] as const) {
    if (unit === "d" && (ms < 2 * unitMs.d || ms % unitMs.d !== 0)) continue;
    const count = Math.floor(rest / unitMs[unit]);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * unitMs[unit];
  }
  return text;
}
