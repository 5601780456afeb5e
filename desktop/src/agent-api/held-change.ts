import type { FeedItem } from "@agentpass/shared/feed";
import type { HeldChange } from "./agent-backend.ts";

/** Ends of a wait that leave every message as it was. */
const WITHOUT_MESSAGE: ReadonlySet<string> = new Set(["timeout", "cancelled", "number_released"]);

/** What an item of an agent's feed says of its numbers and their messages; null where nothing. */
export function heldChange(item: FeedItem): HeldChange | null {
  if (item.type === "lease.started" || item.type === "lease.ended") return { what: "numbers" };
  if (item.type === "message.received" || item.type === "message.changed")
    return { what: "messages", ...(item.numberId === undefined ? {} : { numberId: item.numberId }) };
  // An answer takes its message, and a question to a person holds it.
  const isOfMessage = item.type === "wait.changed" && !WITHOUT_MESSAGE.has(item.answer.status);
  return isOfMessage ? { what: "messages" } : null;
}
