import { smsForm } from "../signed-sms.ts";
import type { EmulatedMessage } from "./state.ts";

/** Every field that Twilio sends with an SMS or MMS, https://www.twilio.com/docs/messaging/guides/webhook-request. */
export function webhookForm(
  message: EmulatedMessage,
  { accountSid, mediaBase }: { accountSid: string; mediaBase: string },
): Record<string, string> {
  const form: Record<string, string> = {
    ...smsForm(message, { accountSid, messageSid: message.sid }),
    NumMedia: String(message.media.length),
  };
  for (const [index, { sid, contentType }] of message.media.entries()) {
    form[`MediaUrl${index}`] = `${mediaBase}/Messages/${message.sid}/Media/${sid}`;
    form[`MediaContentType${index}`] = contentType;
  }
  return form;
}
