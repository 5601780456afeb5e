/** A wait as far as its life goes. Epoch milliseconds. */
export interface WaitLife {
  deadline: number;
  /** When its caller was last heard of. */
  touchedAt: number;
  /** When its caller said that it would call again; null while a call is open. */
  parkedAt: number | null;
}

/** Callers touch their waits every 5 s; three missed touches mean that nobody listens. */
const SILENCE_MS = 15_000;
/**
 * A caller that was silent for this long may have been passed over: two missed touches, so that clocks and the way of
 * a touch have 5 s between this and {@link SILENCE_MS}.
 */
export const PERHAPS_PASSED_OVER_MS = 10_000;
/** How long a parked wait's message is kept for the next call, beyond the wait's own deadline. */
const PARKED_GRACE_MS = 30_000;

/**
 * Whether an arriving message may be given to this wait. One that nobody listens to would only hold it back;
 * when its caller comes back, it opens the wait again and finds the message available.
 */
export function isListening(wait: WaitLife, now: number): boolean {
  if (wait.parkedAt !== null) return now <= wait.deadline;
  return now - wait.touchedAt <= SILENCE_MS;
}

/** Whether an answered wait's caller has been silent too long to have got the answer: its message goes back. */
export function hasLapsed(wait: WaitLife, now: number): boolean {
  const heardUntil = wait.touchedAt + SILENCE_MS;
  return now > (wait.parkedAt === null ? heardUntil : Math.max(heardUntil, wait.deadline + PARKED_GRACE_MS));
}

/** Whether an open wait that nobody came back for can be closed. */
export function isAbandoned(wait: WaitLife, now: number): boolean {
  return now > wait.deadline + PARKED_GRACE_MS && now - wait.touchedAt > SILENCE_MS;
}
