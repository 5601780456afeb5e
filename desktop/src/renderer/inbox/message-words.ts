import type { InboxMessage } from "../../shared/app-state.ts";
import { texts } from "../texts.ts";

/** What a message is called: its service, else its sender. */
export function messageTitle({ service, from }: InboxMessage): string {
  return service ?? from;
}

/** Whether its code may still be of use to somebody at this time. */
export function isLive({ state, code, expiresAt }: InboxMessage, now: number): boolean {
  const open = state === "available" || state === "claimed" || state === "held";
  return open && code !== undefined && (expiresAt === undefined || expiresAt > now);
}

/** Its state in words at this time: a code that ran out is expired before the server has said so. */
export function stateWords(message: InboxMessage, now: number): string {
  const { state, expiresAt } = message;
  const ranOut = state === "available" && expiresAt !== undefined && expiresAt <= now;
  return texts.inbox.states[ranOut ? "expired" : state];
}

/** A code as it is read out: one sign after the other. */
export function spelled(code: string): string {
  return Array.from(code).join(" ");
}
