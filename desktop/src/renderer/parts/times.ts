/** Times as people write them, in the system's language and zone. All take epoch milliseconds. */
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const dayAndClock = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
});
const longDay = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

/** "14:32" */
export function clockTime(at: number): string {
  return clock.format(at);
}

/** "14:32" of today, else "3 Mar, 14:32". */
export function shortTime(at: number, now: number): string {
  return daysBetween(at, now) === 0 ? clock.format(at) : dayAndClock.format(at);
}

/** "Today", "Yesterday", "Monday 3 March". */
export function dayName(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return "Today";
  return days === 1 ? "Yesterday" : longDay.format(at);
}

/** "4:05", "1:04:05": what is left of a time; "0:00" when nothing is. */
export function timeLeft(until: number, now: number): string {
  const seconds = Math.max(0, Math.floor((until - now) / 1000));
  const parts = [Math.floor((seconds % 3600) / 60), seconds % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${parts.join(":")}` : parts.join(":").replace(/^0/, "");
}

function daysBetween(at: number, now: number): number {
  const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}
