import type { ListedMessagePage } from "@agentpass/shared/message-api";
import { explainOtp } from "@agentpass/shared/otp/index";

type Listed = ListedMessagePage["messages"][number];

/** The server writes these over a code that is past its time. */
const TAKEN_OUT = "•";

/** Why a message that the server gave without a code has none, in a sentence that quotes nothing of it. */
export function whyNoCode({ state, body, agentName }: Listed): string {
  if (state === "provider_blocked")
    return "The phone provider took the code out before it got here. Ask the service for a call or an e-mail, or use a number from a SIM gateway.";
  if (state === "held")
    return `Hidden until somebody has decided whether ${agentName ?? "its agent"} may have it.`;
  if (body === undefined) return "The text of this message is no longer kept.";
  if (body.includes(TAKEN_OUT)) return "The code is past its time and no longer shown.";
  return explainOtp(body).reason;
}
