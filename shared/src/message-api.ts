/** What people do with single messages. */
import { z } from "zod";
import { storableText } from "./storable-text.ts";

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
