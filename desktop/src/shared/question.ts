/** What a person is asked in the window of its own. What an answer releases is fixed before the window opens. */
import { approvalPolicy, type ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import { z } from "zod";

interface QuestionBase {
  /** Of what is shown: the same question with other contents is another one, so that no click answers what was not read. */
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
  /** With `ask_first` an allowed message opens its number: the person has to know that. */
  policy: ApprovalPolicy;
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

/** All that the window that asks shows. */
export interface QuestionView {
  question: Question | null;
  /** What became of the question before, where this window did not answer it. */
  word: string | null;
}

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
