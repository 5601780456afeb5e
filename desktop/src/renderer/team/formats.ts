/** Numbers and times for people. Times are epoch milliseconds or ISO 8601; `locale` undefined is the system's. */

export type Instant = number | string;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Now {
  now: number;
  locale?: string;
}

/** `3 minutes ago`, `in 2 hours`: the largest unit that is there at least once. */
export function distanceText(at: Instant, { now, locale }: Now): string {
  const ms = new Date(at).getTime() - now;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const far = Math.abs(ms);
  if (far < MINUTE) return ms > 0 ? "in less than a minute" : "just now";
  if (far < HOUR) return words.format(Math.trunc(ms / MINUTE), "minute");
  if (far < DAY) return words.format(Math.trunc(ms / HOUR), "hour");
  return words.format(Math.trunc(ms / DAY), "day");
}

/** A latency: `7.2 ms`, `140 ms`, `1.3 s`. */
export function latencyText(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Number(ms.toFixed(ms < 10 ? 1 : 0))} ms`;
}

/** `1 number`, `3 numbers`, `no numbers`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${count} ${count === 1 ? one : many}`;
}

/** An amount in the team's currency, with small ones not rounded to nothing. */
export function moneyText(amount: number, currency: string, locale?: string): string {
  const digits = amount > 0 && amount < 0.1 ? 4 : 2;
  return amount.toLocaleString(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  });
}
