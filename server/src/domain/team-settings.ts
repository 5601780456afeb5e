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
  /** Live leases an agent may hold at once. */
  maxLeasesPerAgent: z.int().min(0).default(3),
  /** Whether agents see the text of their messages, or codes only. */
  agentBodies: z.boolean().default(true),
  /** Whether a number that another member's agents have used needs an admin's consent. */
  consentForUsedNumbers: z.boolean().default(true),
  /** Whether a number is bought where the pool has none for an agent; in Twilio mode only. */
  autoProvision: z.boolean().default(true),
  /** Numbers of Twilio that the team may have at once; null: two beyond those that were not bought by this server. */
  maxNumbers: z.int().min(0).nullable().default(null),
  /** Numbers that may be bought within 24 hours. */
  purchasesPerDay: z.int().min(0).default(2),
  /** How long bodies are kept. */
  bodyRetentionMs: z
    .int()
    .min(0)
    .default(24 * HOUR_MS),
});
export type TeamSettings = z.infer<typeof teamSettings>;
