/** Epoch milliseconds (fractions kept to the microsecond) as text that PostgreSQL reads as timestamptz. */
export function timestamp(epochMs: number): string {
  const whole = Math.floor(epochMs);
  const micros = Math.floor((epochMs - whole) * 1000);
  return new Date(whole).toISOString().replace("Z", `${String(micros).padStart(3, "0")}Z`);
}

/** The other way: PostgreSQL's output in UTC, plain ("2026-11-22 12:00:00.123456+00") or in JSON ("…T…+00:00"). */
export function parseTimestamp(text: string): number {
  const [seconds = "", fraction = ""] = text.replace(/\+00(:00)?$/, "").split(".");
  return Date.parse(`${seconds.replace(" ", "T")}Z`) + Number(`0.${fraction || "0"}`) * 1000;
}

/** Epoch milliseconds as the API writes times. */
export const isoTime = (epochMs: number): string => new Date(epochMs).toISOString();
