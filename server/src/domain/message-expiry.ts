const MINUTE_MS = 60_000;
/** Where a message does not say how long its code holds. */
const DEFAULT_LIFE_MS = 10 * MINUTE_MS;
/** However long a message claims its code holds. */
const LONGEST_LIFE_MS = 30 * MINUTE_MS;

/** When a message's code is past its time. Epoch milliseconds in and out. */
export function messageExpiry(message: {
  providerAt: number;
  storedAt: number;
  expiresInSeconds?: number | undefined;
}): number {
  const life = message.expiresInSeconds === undefined ? DEFAULT_LIFE_MS : message.expiresInSeconds * 1000;
  return Math.min(
    Math.max(message.providerAt, message.storedAt) + life,
    message.providerAt + LONGEST_LIFE_MS,
  );
}
