/** What comes over a device's or an agent's live subscription. Every item is tracked by its cursor. */
import { z } from "zod";
import { waitAnswer } from "./agent-api.ts";

export const feedInput = z.strictObject({
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
  "gateway.changed",
  "agent.changed",
  "approval.changed",
  "key.changed",
  "device.changed",
  "member.changed",
  "invitation.changed",
  "team.changed",
] as const;
export type StreamEventType = (typeof streamEventTypes)[number];

/** Something between the caller's cursor and what follows is not to be had; everything retained follows. */
const gap = z.object({
  type: z.literal("gap"),
  reason: z.enum(["too_old", "ahead", "foreign", "other_epoch", "malformed"]),
});
export type GapReason = z.infer<typeof gap>["reason"];

/** Nothing new; moves the cursor to the head. */
const heartbeat = z.object({ type: z.literal("heartbeat") });

/** A wait of the viewer's own changed: the answer itself. */
export const waitChanged = z.object({
  type: z.literal("wait.changed"),
  requestId: z.string(),
  answer: waitAnswer,
});

const idsOnly = z.object({
  type: z.enum(streamEventTypes).exclude(["wait.changed"]),
  numberId: z.string().optional(),
  leaseId: z.string().optional(),
  messageId: z.string().optional(),
  agentId: z.string().optional(),
  keyId: z.string().optional(),
});

export const feedItem = z.union([gap, heartbeat, waitChanged, idsOnly]);
export type FeedItem = z.infer<typeof feedItem>;
