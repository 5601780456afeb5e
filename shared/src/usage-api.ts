/** What a team used, as admins ask for it. Days are days in UTC. */
import { z } from "zod";

const day = z.iso.date('must be a day such as "2026-11-22" (UTC)');

export const usageBy = z.enum(["agent", "number", "member", "day"]);

export const usageInput = z.strictObject({
  by: usageBy.default("agent"),
  /** The first day; 29 days before `to` where left out. */
  from: day.optional(),
  /** The last day, included; today where left out. */
  to: day.optional(),
});

export const usageRow = z.object({
  /** Of the agent, number or member, or the day; null: nobody's, and in the total. */
  id: z.string().nullable(),
  /** The agent's or member's name, the phone number, or the day. */
  name: z.string().nullable(),
  /** Different numbers held. */
  numbers: z.int(),
  messages: z.int(),
  /** Messages in which a code was found. */
  codes: z.int(),
  waits: z.int(),
  /** Waits that ended without a message. */
  timeouts: z.int(),
  /** From a message's arrival to the answer of a wait, within half a percent; null where there was none. */
  medianLatencyMs: z.number().nullable(),
  /** Estimated, by the prices in the team's settings. */
  cost: z.number(),
});
export type UsageRow = z.infer<typeof usageRow>;

export const usageReport = z.object({
  from: z.string(),
  to: z.string(),
  by: usageBy,
  currency: z.string(),
  rows: z.array(usageRow),
  total: usageRow,
});
export type UsageReport = z.infer<typeof usageReport>;
