import { z } from "zod";

const HOUR_MS = 3_600_000;
const LONGEST_MS = 10 * 365 * 24 * HOUR_MS;

/** Milliseconds, from `least` on; ten years at most, so that every time that is reckoned with stays a date. */
const durationMs = (least: number, longest = LONGEST_MS) => z.int().min(least).max(longest);

/**
 * What a team may set, with the defaults of the product. A name says its unit, `…Ms` is milliseconds; the description
 * is what people read (`agentpass settings list`, docs/settings.md).
 */
export const teamSettings = z.object({
  quarantineMs: durationMs(0)
    .default(24 * HOUR_MS)
    .describe(
      "How long a number rests between two leases. Below 30 s its next holder may miss messages: one that comes so soon after a lease is nobody's.",
    ),
  leaseIdleMs: durationMs(60_000)
    .default(24 * HOUR_MS)
    .describe("A lease that is unused for so long ends by itself."),
  maxLeasesPerAgent: z
    .int()
    .min(0)
    .default(3)
    .describe("How many numbers an agent may hold at once, where nothing else is set for the agent."),
  agentCallsPerMinute: z
    .int()
    .min(0)
    .default(600)
    .describe("How many calls an agent may make in a minute, where nothing else is set for the agent."),
  agentMessagesPerDay: z
    .int()
    .min(0)
    .nullable()
    .default(null)
    .describe(
      "How many messages an agent may be given within 24 hours, where nothing else is set for it; null: as many as come.",
    ),
  agentBodies: z
    .boolean()
    .default(true)
    .describe("Whether agents see the text of their messages, or codes only."),
  adminBodies: z
    .boolean()
    .default(true)
    .describe(
      "Whether an admin's key reads texts and codes of everybody's messages, or only that they came.",
    ),
  consentForUsedNumbers: z
    .boolean()
    .default(true)
    .describe("Whether a number that another member's agents have used needs an admin's consent."),
  bodyRetentionMs: durationMs(0)
    .default(24 * HOUR_MS)
    .describe("How long the texts of messages are kept; then they are erased for good."),
  redactAtTwilio: z
    .boolean()
    .default(false)
    .describe("Whether Twilio is asked to remove a message's text from its records when it is erased here."),
  reconcileMs: durationMs(30_000, HOUR_MS)
    .default(3 * 60_000)
    .describe("How often the provider's list is searched for messages that the webhook missed."),
  autoProvision: z
    .boolean()
    .default(true)
    .describe("Whether a number is bought where the pool has none for an agent; in Twilio mode only."),
  maxNumbers: z
    .int()
    .min(0)
    .nullable()
    .default(null)
    .describe(
      "Numbers of Twilio that the team may have at once; null: two beyond those that were not bought by this server.",
    ),
  pricePerNumberMonth: z
    .number()
    .min(0)
    .max(1_000_000)
    .default(1.15)
    .describe("What a number of Twilio costs a month, for the estimate in the usage report."),
  pricePerSms: z
    .number()
    .min(0)
    .max(1_000_000)
    .default(0.0083)
    .describe("What Twilio charges for an SMS that comes in, for the same estimate."),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be three capital letters, e.g. "USD"')
    .default("USD")
    .describe("The currency of these prices."),
  monthCostAlert: z
    .number()
    .min(0)
    .max(1_000_000)
    .nullable()
    .default(null)
    .describe(
      "Estimated cost of a calendar month from which the built-in alerts warn (docs/operations.md); null: none.",
    ),
  purchasesPerDay: z.int().min(0).default(2).describe("How many numbers may be bought within 24 hours."),
});
export type TeamSettings = z.infer<typeof teamSettings>;
