import type { Secret } from "@agentpass/shared/secret";

const TIMEOUT_MS = 5_000;

/** `taken`, or what stood against it, as a sentence that does not show the address. */
export type PostOutcome = "taken" | { fault: string };

/** Writes a line to a chat: Slack's incoming webhook and whatever takes the same. Never rejects. */
export type PostToChat = (text: string) => Promise<PostOutcome>;

export function chatWebhook(url: Secret, timeoutMs = TIMEOUT_MS): PostToChat {
  return async (text) => {
    try {
      const response = await fetch(url.reveal(), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text }),
        // The address is a secret; nobody else is to hear it in a Referer, or the text.
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      return response.ok ? "taken" : { fault: `The address answered with status ${response.status}.` };
    } catch (error) {
      const isLate = error instanceof Error && error.name === "TimeoutError";
      return {
        fault: isLate ? `Nobody answered within ${timeoutMs / 1000} s.` : "The address cannot be reached.",
      };
    }
  };
}
