import { asE164, parsePhoneNumber, type E164 } from "@agentpass/shared/phone-number";
import { storableText } from "@agentpass/shared/storable-text";
import { z } from "zod";
import { API_VERSION } from "./resources.ts";
import { newSid, type EmulatedMessage, type EmulatorState } from "./state.ts";
import { tellWebhook, type Delivery } from "./webhook-sender.ts";

/** A message that somebody sends to one of the account's numbers. */
export const incomingSchema = z.strictObject({
  from: storableText.min(1).max(64),
  to: z.string().transform((text, context): E164 => {
    const parsed = parsePhoneNumber(text);
    if (parsed.ok) return parsed.e164;
    context.addIssue({ code: "custom", message: parsed.message });
    return z.NEVER;
  }),
  body: storableText.max(1600),
  /** MIME types of its media. */
  media: z
    .array(z.string().regex(/^[\w.+-]+\/[\w.+-]+$/))
    .max(10)
    .default([]),
  /**
   * Twilio finds a one-time code in it (its error 30038): the code is blotted out, the message fails, and the webhook
   * is not called. Its documentation says the first two; the third it says of the like error 30039.
   */
  redacted: z.boolean().default(false),
});
export type Incoming = z.input<typeof incomingSchema>;

export interface Received {
  message: EmulatedMessage;
  delivery: Delivery;
}

/** Takes a message in, as Twilio would, and resolves when its webhook has been told or has failed. Null: not our number. */
export async function receive(state: EmulatorState, input: Incoming, url: string): Promise<Received | null> {
  const { from, to, body, media, redacted } = incomingSchema.parse(input);
  const number = state.numbers.find((candidate) => candidate.phoneNumber === to);
  if (!number) return null;
  const now = state.now();
  const message: EmulatedMessage = {
    sid: newSid(media.length > 0 ? "MM" : "SM"),
    from,
    to: asE164(to) ?? to,
    body: redacted ? body.replaceAll(/\d/g, "*") : body,
    media: media.map((contentType) => ({ sid: newSid("ME"), contentType })),
    status: redacted ? "failed" : "received",
    errorCode: redacted ? 30038 : null,
    createdAt: now,
    sentAt: now,
    updatedAt: now,
  };
  state.messages.push(message);
  if (redacted) return { message, delivery: { delivered: false, status: null, tries: 0 } };
  const mediaBase = `${url}/${API_VERSION}/Accounts/${state.accountSid}`;
  return { message, delivery: await tellWebhook(state, { number, message, mediaBase }) };
}
