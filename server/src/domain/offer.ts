import { mismatch, type Candidate, type Conditions } from "./wait-matching.ts";

/** An open wait that listens, as an arriving message meets it. */
export interface Listener {
  mode: "claim" | "peek";
  conditions: Conditions;
}

export interface Offer<L extends Listener> {
  /** The wait that takes the message; null: it stays available. */
  claim: L | null;
  /** Waits that look at it without taking it. */
  peeks: L[];
  /** Waits that it does not satisfy: counted, never ended by it. */
  passed: L[];
}

/** Offers one message to a lease's waits, given first come first. */
export function offer<L extends Listener>(message: Candidate, waits: readonly L[], now: number): Offer<L> {
  const result: Offer<L> = { claim: null, peeks: [], passed: [] };
  for (const wait of waits) {
    if (wait.mode === "claim" && result.claim !== null) continue;
    if (message.expiresAt <= now || mismatch(wait.conditions, message) !== null) result.passed.push(wait);
    else if (wait.mode === "peek") result.peeks.push(wait);
    else result.claim = wait;
  }
  return result;
}
