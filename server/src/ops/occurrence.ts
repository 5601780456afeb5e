import type { WaitAnswer } from "@agentpass/shared/agent-api";

/** How a request to one of the webhooks ended. */
export const webhookResults = [
  "stored",
  "repeat",
  "ignored",
  "unknown_number",
  "bad_signature",
  "refused",
  "too_many",
  "unavailable",
] as const;
export type WebhookResult = (typeof webhookResults)[number];

/** How a wait ended. */
export const waitOutcomes = [
  "received",
  "timeout",
  "cancelled",
  "denied",
  "number_released",
  "provider_blocked",
] as const satisfies readonly WaitAnswer["status"][];
export type WaitOutcome = (typeof waitOutcomes)[number];

export const providerOutcomes = ["done", "refused", "failed"] as const;
export type ProviderOutcome = (typeof providerOutcomes)[number];

/**
 * Something that happened, as operators count, time and trace it: ids, fixed words and times (epoch milliseconds),
 * never a phone number, a sender, a text or a code.
 */
export type Occurrence =
  | { type: "webhook.answered"; webhook: "sms" | "gateway"; result: WebhookResult; ms: number }
  | {
      type: "message.stored";
      messageId: string;
      /** Null: nobody holds its number. */
      agentId: string | null;
      receivedAt: number;
      /** When the team's lock was had. */
      storedAt: number;
      /** When a wait was found for it; null: none took it. */
      matchedAt: number | null;
    }
  | {
      type: "answer.pushed";
      messageId: string;
      agentId: string;
      receivedAt: number;
      storedAt: number;
      pushedAt: number;
      /** The agent was waiting before the message came, and nobody was asked and nothing given back in between. */
      direct: boolean;
    }
  /** The agent has shown that it got the answer, which was pushed or found at `since`. */
  | { type: "answer.confirmed"; messageId: string; agentId: string; since: number; at: number }
  | { type: "wait.ended"; outcome: WaitOutcome; waitedMs: number }
  | { type: "use.counted"; agentId: string; refused: boolean }
  | { type: "provider.called"; outcome: ProviderOutcome };

/** Takes note of an occurrence: at once, without I/O, and it never throws. */
export type Observe = (occurrence: Occurrence) => void;

/** One observer made of several; what one of them throws is told to `onError` and keeps nothing from the others. */
export function observeAll(observers: readonly Observe[], onError: (error: unknown) => void): Observe {
  return (occurrence) => {
    for (const observe of observers) {
      try {
        observe(occurrence);
      } catch (error) {
        onError(error);
      }
    }
  };
}
