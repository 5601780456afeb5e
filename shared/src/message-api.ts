/** What people do with single messages. */
import { z } from "zod";
import { agentMessage } from "./agent-api.ts";
import { storableText } from "./storable-text.ts";

/** What people are told of a message besides what its agent is. Times are ISO 8601 in UTC. */
const forPeople = z.object({
  messageId: z.string().describe("The id by which the feed names it."),
  agentId: z
    .string()
    .optional()
    .describe("Whose it is; absent for nobody's, and for another member's where the caller is no admin."),
  agentName: z.string().optional(),
  storedAt: z.string(),
  expiresAt: z.string().describe("Until then an agent may be given its code."),
});
export const personMessage = agentMessage.extend(forPeople.shape);
export type PersonMessage = z.infer<typeof personMessage>;

/** In a list that agents may ask for as well: they are told no more than before. */
const listedMessage = agentMessage.extend(forPeople.partial().shape);
export const listedMessagePage = z.object({
  messages: z.array(listedMessage),
  nextBefore: z.string().optional(),
});
export type ListedMessagePage = z.infer<typeof listedMessagePage>;

/** The provider's id, as lists show it. */
const messageId = storableText.min(1).max(64);

export const openMessageInput = z.strictObject({
  id: messageId,
  /** What the person does with it, for the record. */
  purpose: z.enum(["open", "copy"]).default("open"),
});

export const markUsedInput = z.strictObject({ id: messageId });

export const messageUsed = z.object({ id: z.string(), status: z.enum(["used", "already_used"]) });
export type MessageUsed = z.infer<typeof messageUsed>;
