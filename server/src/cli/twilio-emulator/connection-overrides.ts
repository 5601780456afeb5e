/** What a failed try was, as Twilio's retry policy names it. */
export type FailureKind = "ct" | "rt" | "4xx" | "5xx";

export interface ConnectionPolicy {
  connectTimeoutMs: number;
  readTimeoutMs: number;
  /** Over all tries. */
  totalMs: number;
  retries: number;
  retryOn: readonly FailureKind[];
}

const KINDS: readonly FailureKind[] = ["ct", "rt", "4xx", "5xx"];

/**
 * The defaults, and the overrides in a webhook URL's fragment (`#rc=2&rp=all`), within their limits; what is outside
 * them is ignored. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function connectionPolicy(url: string): ConnectionPolicy {
  const given = new URLSearchParams(new URL(url).hash.slice(1));
  const number = (name: string, [least, most, fallback]: readonly [number, number, number]): number => {
    const value = Number(given.get(name) ?? Number.NaN);
    return value >= least && value <= most ? Math.trunc(value) : fallback;
  };
  const named = (given.get("rp") ?? "ct").split(",");
  return {
    connectTimeoutMs: number("ct", [100, 10_000, 5_000]),
    readTimeoutMs: number("rt", [100, 15_000, 15_000]),
    totalMs: number("tt", [100, 15_000, 15_000]),
    retries: number("rc", [0, 5, 1]),
    retryOn: named.includes("all") ? KINDS : KINDS.filter((kind) => named.includes(kind)),
  };
}
