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
  /** Whether an admin's key reads texts and codes of everybody's messages, or only that they came. */
  adminBodies: z.boolean().default(true),
  /** Whether a number that another member's agents have used needs an admin's consent. */
  consentForUsedNumbers: z.boolean().default(true),
  /** How long bodies are kept. */
  bodyRetentionMs: z
    .int()
    .min(0)
    .default(24 * HOUR_MS),
  /** How often the provider's list is searched for messages that the webhook missed. */
  reconcileMs: z
    .int()
    .min(30_000)
    .max(HOUR_MS)
    .default(3 * 60_000),
});
export type TeamSettings = z.infer<typeof teamSettings>;
