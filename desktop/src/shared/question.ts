/** What a person is asked in the window of its own. What an answer releases is fixed before the window opens. */
import { z } from "zod";

interface QuestionBase {
  id: string;
  /** Epoch milliseconds: without an answer until then it is denied. */
  endsAt: number;
  /** How many more wait behind this one. */
  waiting: number;
}

/** May this agent have this message? */
export interface MessageQuestion extends QuestionBase {
  kind: "message";
  /** As the team calls the agent, never as it calls itself. */
  agentName: string;
  phoneNumber: string;
  from: string;
  service?: string;
  code?: string;
  body?: string;
  simulated: boolean;
}

/** May this program, which was not seen before, use AgentPass? */
export interface FirstContactQuestion extends QuestionBase {
  kind: "first_contact";
  /** What the program calls itself: a claim, shown as one. */
  claimedName: string;
  /** What the system says of the process that asks, where it can be told. */
  program: string | null;
}

export type Question = MessageQuestion | FirstContactQuestion;

/** `ask_first`: about the first code of each number; `ask`: about each code. */
export const approvalPolicy = z.enum(["allow", "ask_first", "ask"]);

const id = z.string().min(1).max(64);

export const questionAnswer = z.union([
  z.strictObject({ id, decision: z.enum(["allow", "allow_service", "deny"]) }),
  z.strictObject({
    id,
    decision: z.literal("allow_program"),
    /** What the person calls it. */
    name: z.string().trim().min(1).max(100),
    policy: approvalPolicy,
  }),
]);
export type QuestionAnswer = z.output<typeof questionAnswer>;
