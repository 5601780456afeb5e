import { asE164 } from "@agentpass/shared/phone-number";
import { z } from "zod";
import type { GatewayAdapter, GatewayReading, GatewayRequest } from "./adapter.ts";
import { hmacHex, isSigned, single } from "./hmac.ts";
import { messageIdSchema, parseBody, parseFields, senderSchema, textSchema, timeSchema } from "./payload.ts";

/** "Accept only timestamps within ±5 minutes" (https://docs.sms-gate.app/features/webhooks/#payload-signing). */
const TOLERANCE_MS = 300_000;

/**
 * SMS Gateway for Android (sms-gate.app). The app signs each try anew: hexadecimal HMAC-SHA256 of the body followed
 * by X-Timestamp (Unix seconds), in X-Signature. It repeats after anything but a 2xx, and after 30 s of silence: 10 s
 * later, 20 s, 40 s and so on, 14 times.
 */
export const androidSmsGateway: GatewayAdapter = {
  title: "SMS Gateway for Android (sms-gate.app)",
  says: "sim",
  read,
  write({ messageId, from, to, sim, body, at }, { secret }) {
    const payload = {
      messageId: "0",
      message: body,
      sender: from,
      recipient: to,
      simNumber: sim ?? 1,
      receivedAt: new Date(at).toISOString(),
      phoneNumber: from,
    };
    const event = {
      deviceId: "agentpass",
      event: "sms:received",
      id: messageId,
      payload,
      webhookId: "agentpass",
    };
    const text = JSON.stringify(event);
    const timestamp = String(Math.floor(at / 1000));
    return {
      headers: {
        "content-type": "application/json",
        "x-timestamp": timestamp,
        "x-signature": hmacHex(secret, [text, timestamp]),
      },
      body: text,
    };
  },
  steps: ({ url, secret }) => [
    "In the app: Settings, Webhooks, Signing Key: enter the secret.",
    `Register the webhook, once, with the user name and password of the app's Home tab: curl -X POST -u USER:PASSWORD -H "Content-Type: application/json" -d '{"url": "${url}", "event": "sms:received"}' https://api.sms-gate.app/3rdparty/v1/webhooks (in Local mode: http://PHONE:8080/webhooks)`,
    `The address must be https, or http://127.0.0.1. The secret: ${secret}`,
  ],
};

const eventSchema = z.object({ id: messageIdSchema, event: z.string(), payload: z.unknown() });

/** `sender` and `recipient` are newer than `phoneNumber`; `simNumber` counts from 1 and is null where Android does not tell. */
const payloadSchema = z.object({
  message: textSchema,
  sender: senderSchema.nullish(),
  phoneNumber: senderSchema.nullish(),
  recipient: z.string().nullish(),
  simNumber: z.int().nullish(),
  receivedAt: timeSchema,
});

function read({ headers, body, secrets, now }: GatewayRequest): GatewayReading {
  const timestamp = single(headers["x-timestamp"]) ?? "";
  // No mark stands between body and time in what is signed: ten digits behind JSON's last brace leave no other reading.
  const isTime = /^\d{10}$/.test(timestamp);
  if (!isTime || !isSigned(single(headers["x-signature"]), [body, timestamp], secrets))
    return { kind: "forged", field: "X-Signature" };
  if (Math.abs(now - Number(timestamp) * 1000) > TOLERANCE_MS)
    return {
      kind: "refused",
      field: "X-Timestamp",
      fault: "is more than 5 minutes from this server's time; let both clocks be set by the network",
    };
  const event = parseBody(body, eventSchema);
  if (!event.ok) return { kind: "refused", ...event };
  if (event.value.event !== "sms:received")
    return { kind: "ignored", reason: 'The event is not "sms:received"; register the webhook for that one.' };
  const payload = parseFields(event.value.payload, payloadSchema);
  if (!payload.ok) return { kind: "refused", field: `payload.${payload.field}`, fault: payload.fault };
  const { message, sender, phoneNumber, recipient, simNumber, receivedAt } = payload.value;
  const from = sender ?? phoneNumber;
  if (from == null) return { kind: "refused", field: "payload.sender", fault: "is missing" };
  return {
    kind: "sms",
    sms: {
      // Not payload.messageId, which is made of the content and not unique, as its documentation says.
      messageId: event.value.id,
      recipient: asE164(recipient ?? ""),
      sim: simNumber ?? null,
      from,
      body: message,
      phoneAt: receivedAt,
    },
  };
}
