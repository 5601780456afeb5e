import { asE164 } from "@agentpass/shared/phone-number";
import { cleanSender, withoutNul, type InboundSms } from "../domain/inbound-sms.ts";
import { findBoundaryFault, type FieldFault } from "./field-boundaries.ts";
import type { FormParameter } from "./url-encoded.ts";
import type { WebhookAccount } from "./verify-signature.ts";

export type SmsReading =
  | { kind: "sms"; sms: InboundSms }
  /** A report on a message that was sent, not received: this product sends none and keeps none. */
  | { kind: "status_callback"; status: string }
  | ({ kind: "refused" } & FieldFault);

/**
 * Reads a validly signed request (https://www.twilio.com/docs/messaging/guides/webhook-request). Twilio tells no time
 * of its own in it, so `providerAt` is our arrival time.
 */
export function readSms(
  parameters: readonly FormParameter[],
  { account, receivedAt }: { account: WebhookAccount; receivedAt: number },
): SmsReading {
  const isStatusReport = (name: string, value: string): boolean =>
    name === "MessageStatus" || (name === "SmsStatus" && !/^receiv(ed|ing)$/.test(value));
  const report = parameters.find(([name, value]) => isStatusReport(name, value));
  const fields = new Map(parameters);
  if (report && fields.get("AccountSid") === account.accountSid)
    return { kind: "status_callback", status: report[1] };

  const fault = findMissing(fields) ?? findBoundaryFault(parameters) ?? findForeign(fields, account);
  if (fault) return { kind: "refused", ...fault };
  const to = asE164(fields.get("To") ?? "");
  const sid = messageSid(fields);
  if (!to || !sid) return refused(to ? "MessageSid" : "To", "is missing");
  const media = readMedia(fields);
  if (!media) return refused("NumMedia", "does not agree with the media listed");
  return {
    kind: "sms",
    sms: {
      provider: account.provider,
      account: account.accountSid,
      providerMessageId: sid,
      to,
      from: cleanSender(fields.get("From") ?? ""),
      body: withoutNul(fields.get("Body") ?? ""),
      media,
      providerAt: receivedAt,
      receivedAt,
    },
  };
}

function refused(field: string, fault: string): SmsReading {
  return { kind: "refused", field, fault };
}

/** Required even where it may be empty: an absent name would leave the end of its neighbour uncertain. */
function findMissing(fields: ReadonlyMap<string, string>): FieldFault | null {
  const missing = ["AccountSid", "Body", "From", "To"].find((name) => !fields.has(name));
  return missing ? { field: missing, fault: "is missing" } : null;
}

function findForeign(fields: ReadonlyMap<string, string>, account: WebhookAccount): FieldFault | null {
  if (fields.get("AccountSid") !== account.accountSid)
    return { field: "AccountSid", fault: "is not the account whose token signed the request" };
  const sids = presentSids(fields);
  if (sids.length === 0) return { field: "MessageSid", fault: "is missing" };
  return sids.some((sid) => sid !== sids[0])
    ? { field: "MessageSid", fault: "does not agree with SmsSid and SmsMessageSid" }
    : null;
}

function presentSids(fields: ReadonlyMap<string, string>): string[] {
  return ["MessageSid", "SmsMessageSid", "SmsSid"].flatMap((name) => fields.get(name) ?? []);
}

function messageSid(fields: ReadonlyMap<string, string>): string | null {
  return presentSids(fields)[0] ?? null;
}

function readMedia(fields: ReadonlyMap<string, string>): InboundSms["media"] | null {
  const count = Number(fields.get("NumMedia") ?? 0);
  const listed = [...fields.keys()].filter((name) => name.startsWith("MediaUrl")).length;
  const types = [...fields.keys()].filter((name) => name.startsWith("MediaContentType")).length;
  if (listed !== count || types > count) return null;
  const media: { url: string; contentType: string }[] = [];
  for (let index = 0; index < count; index++) {
    const url = fields.get(`MediaUrl${index}`);
    if (url === undefined) return null;
    media.push({ url, contentType: fields.get(`MediaContentType${index}`) ?? "" });
  }
  return media;
}
