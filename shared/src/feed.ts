/** What comes over a device's or an agent's live subscription. Every item is tracked by its cursor. */
import { z } from "zod";
import { waitAnswer, type WaitAnswer } from "./agent-api.ts";

export const feedInput = z.object({
  /** Set by tRPC's client on reconnect, or by the caller from a cursor it saved. Absent: from now on. Anything else is a gap. */
  lastEventId: z.string().nullish(),
});

/** Events that carry ids only. What a viewer may read of them it asks for by id. */
export const streamEventTypes = [
  "message.received",
  "message.changed",
  "wait.changed",
  "lease.started",
  "lease.ended",
  "number.changed",
  "agent.changed",
  "approval.changed",
  "key.changed",
  "device.changed",
  "member.changed",
  "invitation.changed",
  "team.changed",
] as const;
export type StreamEventType = (typeof streamEventTypes)[number];

export type GapReason = "too_old" | "ahead" | "foreign" | "other_epoch" | "malformed";

export type FeedItem =
  /** Something between the caller's cursor and what follows is not to be had; everything retained follows. */
  | { type: "gap"; reason: GapReason }
  /** Nothing new; moves the cursor to the head. */
  | { type: "heartbeat" }
  /** A wait of the viewer's own changed: the answer itself. */
  | { type: "wait.changed"; requestId: string; answer: WaitAnswer }
  | {
      type: Exclude<StreamEventType, "wait.changed">;
      numberId?: string;
      leaseId?: string;
      messageId?: string;
      agentId?: string;
      keyId?: string;
    };

export const waitChanged = z.object({
  type: z.literal("wait.changed"),
  requestId: z.string(),
  answer: waitAnswer,
});
