import { filterMessagesInput } from "@agentpass/shared/agent-api";
import {
  listedMessagePage,
  markUsedInput,
  messageUsed,
  openMessageInput,
  personMessage,
} from "@agentpass/shared/message-api";
import { storableText } from "@agentpass/shared/storable-text";
import { z } from "zod";
import { listMessages } from "../actions/list-messages.ts";
import { markMessageUsed, openMessage } from "../actions/open-message.ts";
import { messageReceipt } from "../actions/message-receipt.ts";
import { keyProcedure, personProcedure, router } from "./trpc.ts";

const at = z.number().nullable().describe("Epoch milliseconds; null: not yet.");

/** The latency receipt. */
const receipt = z.object({
  receivedAt: z.number(),
  storedAt: z.number(),
  matchedAt: at,
  pushedAt: at,
  takenAt: at,
});

/** Messages: an agent's own, an admin's whole team. */
export const messageRouter = router({
  list: keyProcedure
    .meta({
      permission: "key",
      summary: "Lists the messages that the caller may see, newest first; consumes nothing.",
    })
    .input(filterMessagesInput.prefault({}))
    .output(listedMessagePage)
    .query(({ ctx, input }) => listMessages(ctx.store, ctx.viewer, input)),
  open: personProcedure
    .meta({
      permission: "person",
      summary:
        "Shows a person one message, with its code and text where policy allows; audited, consumes nothing.",
    })
    .input(openMessageInput)
    .output(personMessage)
    .mutation(({ ctx, input }) => openMessage(ctx.store, ctx.viewer, input)),
  markUsed: personProcedure
    .meta({
      permission: "person",
      summary: "Says that a person used a message's code: nobody is given it any more.",
    })
    .input(markUsedInput)
    .output(messageUsed)
    .mutation(({ ctx, input }) => markMessageUsed(ctx.store, ctx.viewer, input)),
  receipt: keyProcedure
    .meta({ permission: "key", summary: "Gives the times of one message's way through the server." })
    .input(z.strictObject({ id: storableText.max(64).describe("The provider's message id.") }))
    .output(receipt)
    .query(({ ctx, input }) => messageReceipt(ctx.store, ctx.viewer, input)),
});
