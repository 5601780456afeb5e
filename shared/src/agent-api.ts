/**
 * What an agent may ask for: the contract of the bridge's two backends (the tray's socket and the server).
 * Times are ISO 8601 in UTC, durations milliseconds.
 */
import { z } from "zod";
import { parsePhoneNumber, type E164 } from "./phone-number.ts";
import { storableText } from "./storable-text.ts";

/** E.164, or an issue that names the form probably meant. */
export const phoneNumberSchema = z
  .string()
  .describe("E.164, e.g. +15551234567.")
  .transform((text, context): E164 => {
    const parsed = parsePhoneNumber(text);
    if (parsed.ok) return parsed.e164;
    context.addIssue({ code: "custom", message: parsed.message, params: { suggestion: parsed.suggestion } });
    return z.NEVER;
  });

const requestId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/, "must be 8 to 64 letters, digits, hyphens or underscores");

export const getNumberInput = z.strictObject({
  passportId: storableText.min(1).max(128).optional(),
  service: storableText.max(253).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO country of two capital letters, e.g. "US"')
    .optional(),
});
export type GetNumberInput = z.input<typeof getNumberInput>;

export const numberMode = z.enum(["mock", "live"]);
export type NumberMode = z.infer<typeof numberMode>;

export const leasedNumber = z.object({
  phoneNumber: z.string(),
  country: z.string().optional(),
  callingCode: z.string(),
  nationalNumber: z.string(),
  /** Absent for the agent's own passport. */
  passportId: z.string().optional(),
  /** True where the passport held the number already. */
  reused: z.boolean(),
  mode: numberMode,
});
export type LeasedNumber = z.infer<typeof leasedNumber>;

export const MAX_WAIT_MS = 3_600_000;

export const waitFilters = z.strictObject({
  from: z.array(storableText.min(1).max(64)).max(20).optional(),
  service: storableText.max(253).optional(),
  bodyContains: storableText.max(200).optional(),
  match: storableText.max(200).optional(),
  /** Cursor of an earlier answer: only messages after it count. */
  after: z.string().max(100).optional(),
});
export type WaitFilters = z.infer<typeof waitFilters>;

export const openWaitInput = waitFilters.extend({
  /** Made by the caller, one a call. Opening the same id again resumes that wait. */
  requestId,
  phoneNumber: phoneNumberSchema,
  timeoutMs: z.int().min(0).max(MAX_WAIT_MS),
  mode: z.enum(["claim", "peek"]).default("claim"),
});
export type OpenWaitInput = z.input<typeof openWaitInput>;

export const agentOtp = z.object({
  code: z.string(),
  service: z.string().optional(),
  domain: z.string().optional(),
  expiresAt: z.string().optional(),
});

export const messageState = z.enum([
  "available",
  "claimed",
  "consumed",
  "superseded",
  "expired",
  "held",
  "provider_blocked",
]);
export type MessageState = z.infer<typeof messageState>;

/** One SMS as its holder sees it. */
export const agentMessage = z.object({
  /** The provider's id (Twilio's MessageSid). */
  id: z.string(),
  from: z.string(),
  to: z.string(),
  /** Cleaned text of a stranger; absent where the team keeps bodies from agents or the body is erased. */
  body: z.string().optional(),
  receivedAt: z.string(),
  state: messageState,
  otp: agentOtp.nullable(),
  simulated: z.boolean(),
});
export type AgentMessage = z.infer<typeof agentMessage>;

/** Server times of one code's way, epoch milliseconds with fractions: the latency receipt. */
export const receiptTimes = z.object({
  receivedAt: z.number(),
  /** When the storing transaction held the team's lock; its commit lies between `matchedAt` and `pushedAt`. */
  storedAt: z.number(),
  matchedAt: z.number(),
  pushedAt: z.number().optional(),
});
export type ReceiptTimes = z.infer<typeof receiptTimes>;

/**
 * Why an agent does not get a message: a person said no, or nothing within 60 s, or there was nobody to ask. `policy` is
 * of the tools' published contract, for a policy that denies by itself; there is none yet: an agent is allowed or asked about.
 */
export const denialReason = z.enum(["person", "no_answer", "policy", "no_device"]);

const waitProgress = z.object({
  requestId: z.string(),
  cursor: z.string(),
  waitedMs: z.number(),
  remainingMs: z.number(),
  seenNonmatching: z.number(),
  mode: numberMode,
});

/**
 * Where a wait stands. `open` is the only state that changes by itself; the change comes over the caller's feed
 * as `wait.changed` and can be read at any time by opening the same request id again.
 */
export const waitAnswer = z.discriminatedUnion("status", [
  waitProgress.extend({ status: z.literal("open") }),
  waitProgress.extend({
    status: z.literal("received"),
    message: agentMessage,
    /** An earlier caller was given this message and never showed that it got it. */
    redelivered: z.boolean(),
    /** True only for `peek`: the code is past its time. */
    expired: z.boolean(),
    /** Ids of older messages of the same sender and service that this one replaced. */
    superseded: z.array(z.string()),
    receipt: receiptTimes,
  }),
  waitProgress.extend({ status: z.literal("timeout") }),
  waitProgress.extend({ status: z.literal("cancelled") }),
  waitProgress.extend({ status: z.literal("number_released") }),
  waitProgress.extend({ status: z.literal("provider_blocked"), messageId: z.string() }),
  waitProgress.extend({ status: z.literal("approval_pending") }),
  waitProgress.extend({
    status: z.literal("denied"),
    reason: denialReason,
  }),
]);
export type WaitAnswer = z.infer<typeof waitAnswer>;

/** The caller's word on a wait it opened. */
export const waitReference = z.strictObject({ requestId });

/**
 * - `park`: the caller's own limit is near and it will call again; the wait goes on for the call that follows.
 * - `timeout`, `cancel`: the wait is over; an answer that came first is given (timeout) or given back (cancel).
 * - `confirm`: the answer reached the caller; the message is consumed.
 * - `give_back`: the answer did not reach the caller; the message is available to its lease again.
 */
export const settleWaitInput = waitReference.extend({
  action: z.enum(["park", "timeout", "cancel", "confirm", "give_back"]),
});
export type SettleWaitInput = z.infer<typeof settleWaitInput>;

/** Shows that the caller of these waits still lives. */
export const touchWaitsInput = z.strictObject({ requestIds: z.array(requestId).max(100) });

export const listMessagesInput = z.strictObject({
  phoneNumber: phoneNumberSchema.optional(),
  limit: z.int().min(1).max(50).default(20),
  /** `nextBefore` of the page before. */
  before: z.string().max(100).optional(),
});
export type ListMessagesInput = z.input<typeof listMessagesInput>;

/** What people may ask of the list besides. */
export const filterMessagesInput = listMessagesInput.extend({
  states: z
    .array(messageState)
    .max(messageState.options.length)
    .optional()
    .describe("Only messages in one of these states."),
  messageIds: z.array(z.uuid()).max(50).optional().describe("Only these, named as the feed names them."),
  agent: storableText.max(100).optional().describe("Only what this agent holds, by its id or its name."),
  service: storableText.max(253).optional().describe("Only messages that name this service or its domain."),
  since: z.iso
    .datetime({ offset: true })
    .optional()
    .describe("Only what came at this time or later, ISO 8601."),
});

export const messagePage = z.object({ messages: z.array(agentMessage), nextBefore: z.string().optional() });
export type MessagePage = z.infer<typeof messagePage>;

/** A number that the agent holds now. */
export const heldNumber = z.object({
  /** As the feed names it. */
  numberId: z.string(),
  phoneNumber: z.string(),
  country: z.string().nullable(),
  mode: numberMode,
});
export type HeldNumber = z.infer<typeof heldNumber>;

export const releaseNumberInput = z.strictObject({ phoneNumber: phoneNumberSchema });
export const releasedNumber = z.object({
  phoneNumber: z.string(),
  status: z.enum(["released", "already_released"]),
  quarantinedUntil: z.string().optional(),
});
export type ReleasedNumber = z.infer<typeof releasedNumber>;
