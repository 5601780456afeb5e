import { createHash } from "node:crypto";

/**
 * The trace of a message. Its id is the message's own, 16 bytes without the hyphens, so that any node that has the
 * message can join its trace and nothing more has to be stored with it.
 */
export function traceIdOf(messageId: string): string {
  return messageId.replaceAll("-", "");
}

/** The id of a step in a message's trace: the same whichever node works it out. */
export function spanIdOf(messageId: string, step: string): string {
  return createHash("sha256").update(`${messageId} ${step}`).digest("hex").slice(0, 16);
}
