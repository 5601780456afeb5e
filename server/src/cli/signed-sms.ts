/**
 * An SMS webhook as Twilio sends it, signed by code of its own: it shares nothing with the server's verifier, so that
 * a mistake in one of them cannot hide in both. Rules: https://www.twilio.com/docs/usage/security#validating-requests
 */
import { createHmac, randomBytes } from "node:crypto";
import type { Secret } from "@agentpass/shared/secret";

export interface SmsText {
  from: string;
  to: string;
  body: string;
}

export interface SmsSender {
  accountSid: string;
  authToken: Secret;
  /** The second factor, where the server wants one. */
  webhookSecret: Secret | null;
}

/** A new message id in Twilio's form. */
export function newMessageSid(): string {
  return `SM${randomBytes(16).toString("hex")}`;
}

/** The form of https://www.twilio.com/docs/messaging/guides/webhook-request for a text without media. */
export function smsForm(
  sms: SmsText,
  { accountSid, messageSid }: { accountSid: string; messageSid: string },
) {
  return {
    ToCountry: countryOf(sms.to),
    ToState: "",
    SmsMessageSid: messageSid,
    NumMedia: "0",
    ToCity: "",
    FromZip: "",
    SmsSid: messageSid,
    FromState: "",
    SmsStatus: "received",
    FromCity: "",
    Body: sms.body,
    FromCountry: countryOf(sms.from),
    To: sms.to,
    ToZip: "",
    NumSegments: String(segmentsOf(sms.body)),
    MessageSid: messageSid,
    AccountSid: accountSid,
    From: sms.from,
    ApiVersion: "2010-04-01",
  };
}

/** Twilio's signature: HMAC-SHA1 over the URL and then, by name, each parameter's name and value. */
export function twilioSignature(
  url: string,
  form: Readonly<Record<string, string>>,
  authToken: Secret,
): string {
  const hmac = createHmac("sha1", authToken.reveal()).update(url);
  for (const name of Object.keys(form).toSorted()) hmac.update(name + form[name]);
  return hmac.digest("base64");
}

export interface Delivery {
  /** Where the request goes. */
  url: string;
  /** The URL that the server was told Twilio calls; differs from `url` behind a proxy or tunnel. */
  signedUrl: string;
  form: Readonly<Record<string, string>>;
  sender: SmsSender;
  badSignature?: boolean;
}

export interface DeliveryAnswer {
  status: number;
  body: string;
  /** Epoch milliseconds with fractions, before the first byte left. */
  sentAt: number;
  tookMs: number;
}

/** Delivers one webhook. Rejects where the server cannot be reached within Twilio's 15 s. */
export async function deliver(delivery: Delivery): Promise<DeliveryAnswer> {
  const { headers, body: form } = signedRequest(delivery);
  const started = performance.now();
  const sentAt = performance.timeOrigin + started;
  const response = await fetch(delivery.url, {
    method: "POST",
    headers,
    body: form,
    redirect: "manual",
    signal: AbortSignal.timeout(15_000),
  });
  const body = await response.text();
  return { status: response.status, body, sentAt, tookMs: performance.now() - started };
}

/** The headers and the body of a delivery, as Twilio sends them. */
export function signedRequest({ signedUrl, form, sender, badSignature }: Delivery): {
  headers: Record<string, string>;
  body: string;
} {
  const signature = twilioSignature(badSignature ? `${signedUrl}?` : signedUrl, form, sender.authToken);
  const secret = sender.webhookSecret;
  return {
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "user-agent": "TwilioProxy/1.1 (simulated by AgentPass)",
      "x-twilio-signature": signature,
      ...(secret ? { authorization: `Basic ${btoa(`twilio:${secret.reveal()}`)}` } : {}),
    },
    body: new URLSearchParams(form).toString(),
  };
}

/** Twilio leaves it empty for short codes and names. */
function countryOf(address: string): string {
  if (address.startsWith("+1")) return "US";
  return address.startsWith("+44") ? "GB" : "";
}

/** GSM-7 texts have 160 characters, or 153 a part; others 70 and 67 (3GPP TS 23.038, 23.040). Close enough here. */
export function segmentsOf(body: string): number {
  const [one, part] = /^[\x20-\x7e\n\r]*$/.test(body) ? [160, 153] : [70, 67];
  return body.length <= one ? 1 : Math.ceil(body.length / part);
}
