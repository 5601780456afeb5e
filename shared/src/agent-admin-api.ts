/** What people may do with agents: their own, and as admins every agent of the team. Times are epoch milliseconds. */
import { z } from "zod";
import { idOrName, nameSchema } from "./name.ts";

/** `ask_first`: about the first message of each lease, until a person has allowed one. `ask`: about each. */
export const approvalPolicy = z.enum(["allow", "ask_first", "ask"]);
export type ApprovalPolicy = z.infer<typeof approvalPolicy>;

/** Null: the team's default. 0 is allowed, and means none. */
const limit = z.int().min(0).max(1_000_000).nullable();
const agentLimits = z.object({
  callsPerMinute: limit,
  /** Numbers held at once. */
  maxLeases: limit,
  /** Messages given within 24 h. */
  messagesPerDay: limit,
});

/** An agent by its id or its name. */
export const oneAgentInput = z.strictObject({ agent: idOrName });

export const createAgentInput = z.strictObject({
  name: nameSchema,
  /** Whose agent it is, by id or name; left out: the caller's. */
  member: idOrName.optional(),
  /** Left out: allow. */
  policy: approvalPolicy.optional(),
});
export const createdAgent = z.object({
  id: z.string(),
  name: z.string(),
  memberId: z.string(),
  /** Shown this once. */
  key: z.string(),
  keyId: z.string(),
  prefix: z.string(),
});

export const renameAgentInput = z.strictObject({ agent: idOrName, name: nameSchema });
export const setAgentLimitsInput = z.strictObject({ agent: idOrName, ...agentLimits.partial().shape });
export const setAgentPolicyInput = z.strictObject({ agent: idOrName, policy: approvalPolicy });

export const agentRecord = z.object({
  id: z.string(),
  name: z.string(),
  memberId: z.string(),
  limits: agentLimits,
  policy: approvalPolicy,
  createdAt: z.number(),
  pausedAt: z.number().nullable(),
  removedAt: z.number().nullable(),
});

export const agentEntry = agentRecord.extend({
  memberName: z.string(),
  lastUsedAt: z.number().nullable(),
  /** With the team's defaults in place; null: no limit. */
  limitsInForce: agentLimits,
  /** Live ones, longest idle first. */
  leases: z.array(z.object({ phoneNumber: z.string(), startedAt: z.number(), lastUsedAt: z.number() })),
});
export type AgentEntry = z.infer<typeof agentEntry>;
