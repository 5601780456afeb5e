import { z } from "zod";

const HOUR_MS = 3_600_000;

/** What a team may set, with the defaults of the product. Durations in milliseconds. */
export const teamSettings = z.object({
  /** How long a number rests between two leases. */
  quarantineMs: z
    .int()
    .min(0)
    .default(24 * HOUR_MS),
  /** A lease unused for so long ends by itself. */
  leaseIdleMs: z
    .int()
    .min(60_000)
    .default(24 * HOUR_MS),
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
    .describe("How many messages an agent may be given within 24 hours (null: as many as come), likewise."),
  /** Live leases an agent may hold at once. */
  maxLeasesPerAgent: z.int().min(0).default(3),
  /** Whether agents see the text of their messages, or codes only. */
  agentBodies: z.boolean().default(true),
  /** Whether a number that another member's agents have used needs an admin's consent. */
  consentForUsedNumbers: z.boolean().default(true),
  /** How long bodies are kept. */
  bodyRetentionMs: z
    .int()
    .min(0)
    .default(24 * HOUR_MS),
});
export type TeamSettings = z.infer<typeof teamSettings>;
