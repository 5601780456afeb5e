import { cleanBody } from "@agentpass/shared/clean-text";
import type { E164 } from "@agentpass/shared/phone-number";

/** One SMS as a provider delivered it, after every check of its envelope. Times are epoch milliseconds. */
export interface InboundSms {
  /** `mock`, `twilio` or a gateway's name. */
  provider: string;
  /** The provider's account id. */
  account: string;
  /** Unique within provider and account, for ever (Twilio's MessageSid). */
  providerMessageId: string;
  to: E164;
  /** As received: E.164, short code or alphanumeric id. */
  from: string;
  body: string;
  media: readonly { url: string; contentType: string }[];
  /** The provider withheld the text (Twilio's error 30038): `body` is what it left of it. */
  blocked?: true;
  /** The provider's own time; our arrival time where it tells none. */
  providerAt: number;
  /** When the request reached us. */
  receivedAt: number;
}

/** Stands as sender where the network gave none. */
const ANONYMOUS_SENDER = "anonymous";

/** Longer than any number or name that a network shows; the rest of a longer one is cut off. */
const MAX_SENDER_CHARACTERS = 64;

/** A sender as it is kept: one line of what a person can see. Senders choose their names themselves. */
export function cleanSender(text: string): string {
  const oneLine = cleanBody(text).replace(/\s+/g, " ").trim();
  return oneLine.slice(0, MAX_SENDER_CHARACTERS).toWellFormed().trim() || ANONYMOUS_SENDER;
}

/** PostgreSQL's text cannot hold NUL. */
export function withoutNul(text: string): string {
  return text.replaceAll("\0", "");
}

/**
 * - `stored`: committed now. `repeat`: committed earlier, nothing changed.
 * - `unknown_number`: `to` is not in the pool of this provider, nothing stored.
 */
export type StoreOutcome = "stored" | "repeat" | "unknown_number";
