import { listMessagesInput, messagePage } from "@agentpass/shared/agent-api";
import { storableText } from "@agentpass/shared/storable-text";
import { z } from "zod";
import { listMessages } from "../actions/list-messages.ts";
import { messageReceipt } from "../actions/message-receipt.ts";
import { keyProcedure, router } from "./trpc.ts";

/** Messages: an agent's own, an admin's whole team. */
export const messageRouter = router({
  list: keyProcedure
    .input(listMessagesInput.prefault({}))
    .output(messagePage)
    .query(({ ctx, input }) => listMessages(ctx.store, ctx.viewer, input)),
  /** The latency receipt, by the provider's message id. */
  receipt: keyProcedure
    .input(z.strictObject({ id: storableText.max(64) }))
    .query(({ ctx, input }) => messageReceipt(ctx.store, ctx.viewer, input)),
});
