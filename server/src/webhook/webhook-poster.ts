import type { Secret } from "@agentpass/shared/secret";
import type { SignedDelivery } from "../gateways/adapter.ts";

/** Longer than a webhook takes to answer, shorter than a command waits. */
const TIMEOUT_MS = 15_000;
const MAX_ANSWER_CHARACTERS = 4096;

/** What posts to a webhook as a gateway does, with WEBHOOK_SECRET where that is set. */
export function webhookPoster(
  webhookSecret: Secret | null,
): (url: string, delivery: SignedDelivery) => Promise<{ status: number; body: string }> {
  return async (url, { headers, body }) => {
    const secret = webhookSecret === null ? {} : { "x-webhook-secret": webhookSecret.reveal() };
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, ...secret },
      body,
      // The phone's service would not follow one with its body either.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, body: (await response.text()).slice(0, MAX_ANSWER_CHARACTERS) };
  };
}
