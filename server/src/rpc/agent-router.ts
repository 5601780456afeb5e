import {
  getNumberInput,
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
import { getNumber } from "../actions/get-number.ts";
import { listMessages } from "../actions/list-messages.ts";
import { openWait } from "../actions/open-wait.ts";
import { releaseNumber } from "../actions/release-number.ts";
import { settleWait } from "../actions/settle-wait.ts";
import { touchWaits } from "../actions/touch-waits.ts";
import { agentProcedure, router } from "./trpc.ts";

/** What an agent may do with its own passports, numbers, waits and messages. */
export const agentRouter = router({
  /** The passport's live number, or a new lease. */
  getNumber: agentProcedure
    .input(getNumberInput)
    .output(leasedNumber)
    .mutation(({ ctx, input }) => getNumber(ctx.store, ctx.viewer, input)),
  /** Opens a wait, or resumes the one of the same request id. Answers at once, with the answer where there is one. */
  openWait: agentProcedure
    .input(openWaitInput)
    .output(waitAnswer)
    .mutation(({ ctx, input }) => openWait(ctx.store, ctx.viewer, input)),
  /** Parks, ends, confirms or gives back a wait; gives where it stands afterwards. */
  settleWait: agentProcedure
    .input(settleWaitInput)
    .output(waitAnswer)
    .mutation(({ ctx, input }) => settleWait(ctx.store, ctx.viewer, input)),
  /** Shows, at least every 10 s, that the caller of these waits still lives. */
  touchWaits: agentProcedure
    .input(touchWaitsInput)
    .mutation(({ ctx, input }) => touchWaits(ctx.store, ctx.viewer, input.requestIds)),
  /** The agent's own messages, newest first. */
  listMessages: agentProcedure
    .input(listMessagesInput)
    .output(messagePage)
    .query(({ ctx, input }) => listMessages(ctx.store, ctx.viewer, input)),
  releaseNumber: agentProcedure
    .input(releaseNumberInput)
    .output(releasedNumber)
    .mutation(({ ctx, input }) => releaseNumber(ctx.store, ctx.viewer, input)),
});
