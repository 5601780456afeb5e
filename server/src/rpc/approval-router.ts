import {
  answerApprovalInput,
  answeredApproval,
  approval,
  forgetServiceInput,
  forgottenService,
  serviceApproval,
} from "@agentpass/shared/approval-api";
import { z } from "zod";
import { answerApproval } from "../actions/answer-approval.ts";
import { forgetService, listApprovals, listServiceApprovals } from "../actions/approvals.ts";
import { personProcedure, router } from "./trpc.ts";

const person = (summary: string) => personProcedure.meta({ permission: "person", summary });

/** Questions to people whether their agents may have a message. */
export const approvalRouter = router({
  list: person(
    "The questions that you can answer, with what would be released; admins also see that others are asked.",
  )
    .input(z.strictObject({}).optional())
    .output(z.array(approval))
    .query(({ ctx }) => listApprovals(ctx.store, ctx.viewer)),
  answer: person("Let your agent have a message, once or from now on for its service, or not.")
    .input(answerApprovalInput)
    .output(answeredApproval)
    .mutation(({ ctx, input }) => answerApproval(ctx.store, ctx.viewer, input)),
  services: person("The services whose messages an agent has without a question.")
    .input(z.strictObject({}).optional())
    .output(z.array(serviceApproval))
    .query(({ ctx }) => listServiceApprovals(ctx.store, ctx.viewer)),
  forgetService: person("Ask again about a service's messages.")
    .input(forgetServiceInput)
    .output(forgottenService)
    .mutation(({ ctx, input }) => forgetService(ctx.store, ctx.viewer, input)),
});
