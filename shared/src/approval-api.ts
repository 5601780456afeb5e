/** What a person is asked before an agent gets a message, and the answer. Times are epoch milliseconds. */
import { z } from "zod";
import { approvalPolicy } from "./agent-admin-api.ts";
import { denialReason } from "./agent-api.ts";
import { idOrName } from "./name.ts";

export type DenialReason = z.infer<typeof denialReason>;

/** `withdrawn`: the number was released before there was an answer. */
export const approvalState = z.enum(["open", "allowed", "denied", "withdrawn"]);
export type ApprovalState = z.infer<typeof approvalState>;

/** One question: may this agent have this message? */
export const approval = z.object({
  /** The message's id, as the feed tells it. */
  id: z.string(),
  /** Open, or denied since nobody answered in time: then it may still be allowed, for the agent's next wait. */
  state: approvalState,
  agentId: z.string(),
  /** As the team calls it, never as it calls itself. */
  agentName: z.string(),
  /** With `ask_first` an allowed message opens its number: what comes for it after that is not asked about. */
  policy: approvalPolicy,
  memberId: z.string(),
  phoneNumber: z.string(),
  from: z.string(),
  service: z.string().optional(),
  askedAt: z.number(),
  /** Without an answer until then it is denied. */
  endsAt: z.number(),
  expiresAt: z.number(),
  simulated: z.boolean(),
  /** Only for the approver: what would be released. Absent where no code was found, or it is erased. */
  code: z.string().optional(),
  body: z.string().optional(),
});
export type Approval = z.infer<typeof approval>;

/** `service`: this one, and from now on every message of its service to this agent. */
export const approvalDecision = z.enum(["allow", "allow_service", "deny"]);
export const answerApprovalInput = z.strictObject({ id: z.uuid(), decision: approvalDecision });
export const answeredApproval = z.object({
  id: z.string(),
  state: approvalState,
  /** Remembered for the agent. */
  service: z.string().optional(),
});

export const serviceApproval = z.object({
  agentId: z.string(),
  agentName: z.string(),
  service: z.string(),
  approvedAt: z.number(),
});
export const forgetServiceInput = z.strictObject({ agent: idOrName, service: z.string().min(1).max(253) });
export const forgottenService = z.object({ agentId: z.string(), service: z.string() });
