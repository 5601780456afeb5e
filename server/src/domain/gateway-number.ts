import type { E164 } from "@agentpass/shared/phone-number";

/** A number of a gateway. */
export interface GatewayNumber {
  phoneNumber: string;
  /** The slot of its SIM card, counted from 1; null: not told. */
  sim: number | null;
}

export type FoundNumber =
  | { kind: "number"; phoneNumber: string }
  /** Of a SIM card that is none of the pool's, in a phone that has one of the pool's too. */
  | { kind: "other_sim" }
  | { kind: "unknown"; fault: string };

/**
 * Which of a gateway's numbers a message came to, by what its delivery says. In doubt none: somebody else's code must
 * not reach an agent, so a slot and a number that contradict each other name no number.
 */
export function recipientAmong(
  numbers: readonly GatewayNumber[],
  { recipient, sim }: { recipient: E164 | null; sim: number | null },
): FoundNumber {
  if (numbers.length === 0) return { kind: "unknown", fault: "has no number in the pool" };
  const bySlot = numbers.filter((number) => number.sim !== null);
  const ofSlot = bySlot.find((number) => number.sim === sim);
  if (sim !== null && bySlot.length > 0 && !ofSlot) return { kind: "other_sim" };
  const candidates = ofSlot ? [ofSlot] : numbers;
  const [only] =
    recipient === null ? candidates : candidates.filter(({ phoneNumber }) => phoneNumber === recipient);
  if (!only) return { kind: "unknown", fault: "does not have the number that this message was sent to" };
  if (recipient === null && candidates.length > 1)
    return { kind: "unknown", fault: "does not say which of its numbers this message was sent to" };
  return { kind: "number", phoneNumber: only.phoneNumber };
}

/**
 * Why a gateway that tells this of its messages cannot have this number beside its others; null where it can. Two
 * numbers must be told apart by every message.
 */
export function faultOfNewNumber(
  says: "number" | "sim" | "nothing",
  { others, sim }: { others: readonly GatewayNumber[]; sim: number | null },
): string | null {
  if (says !== "sim" && sim !== null)
    return says === "number"
      ? "this gateway names the number of each message, so no slot is needed; leave it out"
      : "this gateway does not tell SIM cards apart; leave it out";
  if (says === "number" || others.length === 0) return null;
  const list = others.map(({ phoneNumber }) => phoneNumber).join(", ");
  if (says === "nothing") return `this gateway has ${list} already, and does not tell two numbers apart`;
  if (sim === null)
    return `this gateway has ${list} already, so say in which slot of the phone the SIM card is, from 1`;
  const unslotted = others.find((other) => other.sim === null);
  if (unslotted)
    return `${unslotted.phoneNumber} is this gateway's number without a slot; retire it and add it again with one`;
  const taken = others.find((other) => other.sim === sim);
  return taken ? `${taken.phoneNumber} is in slot ${sim} of this gateway's phone` : null;
}
