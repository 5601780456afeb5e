import type { Message } from "./message.ts";
import type { Scored } from "./score.ts";

/** The service that sent the code, as the message names it. */
export function findService(_message: Message, _winner: Scored | null): string | undefined {
  return undefined;
}
