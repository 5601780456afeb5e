import {
  getNumberInput,
  heldNumber,
  leasedNumber,
  listMessagesInput,
  messagePage,
  openWaitInput,
  releasedNumber,
  releaseNumberInput,
  settleWaitInput,
  touchWaitsInput,
  waitAnswer,
} from "@agentpass/shared/agent-api";
import { z } from "zod";
import { countNewWait, type CallKind } from "../actions/count-call.ts";
import { getNumber } from "../actions/get-number.ts";
import { listHeldNumbers } from "../actions/list-held-numbers.ts";
import { listMessages } from "../actions/list-messages.ts";
import { openWait } from "../actions/open-wait.ts";
import { releaseNumber } from "../actions/release-number.ts";
import { settleWait } from "../actions/settle-wait.ts";
import { touchWaits } from "../actions/touch-waits.ts";
import { agentAdminProcedures } from "./agent-admin-procedures.ts";
import { noInput } from "./no-input.ts";
import { agentProcedure, router } from "./trpc.ts";

/** An agent's own procedure with what the API reference says of it. */
const own = (summary: string, counts: CallKind = "call") =>
  agentProcedure.meta({ permission: "agent", summary, counts });

/** What an agent may do with its own passports, numbers, waits and messages, and what people may do with agents. */
export const agentRouter = router({
  getNumber: own("The passport's live number, or a new lease.")
    .input(getNumberInput)
    .output(leasedNumber)
    .mutation(({ ctx, input }) => getNumber(ctx.store, ctx.viewer, input)),
  openWait: own(
    "Open a wait, or resume the one of the same request id; gives where it stands, with the answer where there is one.",
    "upkeep",
  )
    .input(openWaitInput)
    .output(waitAnswer)
    .mutation(async ({ ctx, input }) => {
      await countNewWait(ctx.store, ctx.viewer, input.requestId);
      return openWait(ctx.store, ctx.viewer, input);
    }),
  settleWait: own("Park, end, confirm or give back a wait; gives where it stands afterwards.", "upkeep")
    .input(settleWaitInput)
    .output(waitAnswer)
    .mutation(({ ctx, input }) => settleWait(ctx.store, ctx.viewer, input)),
  touchWaits: own("Show, at least every 10 s, that the caller of these waits still lives.", "upkeep")
    .input(touchWaitsInput)
    .output(z.void())
    .mutation(({ ctx, input }) => touchWaits(ctx.store, ctx.viewer, input.requestIds)),
  listMessages: own("The agent's own messages, newest first.")
    .input(listMessagesInput)
    .output(messagePage)
    .query(({ ctx, input }) => listMessages(ctx.store, ctx.viewer, input)),
  listNumbers: own("The numbers that the agent holds.")
    .input(noInput)
    .output(z.array(heldNumber))
    .query(({ ctx }) => listHeldNumbers(ctx.store, ctx.viewer)),
  releaseNumber: own("End the agent's lease of a number.")
    .input(releaseNumberInput)
    .output(releasedNumber)
    .mutation(({ ctx, input }) => releaseNumber(ctx.store, ctx.viewer, input)),
  ...agentAdminProcedures,
});
