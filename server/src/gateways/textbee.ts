import { z } from "zod";
import type { GatewayAdapter, GatewayReading, GatewayRequest } from "./adapter.ts";
import { hmacHex, isSigned, single } from "./hmac.ts";
import { messageIdSchema, parseBody, parseFields, senderSchema, textSchema, timeSchema } from "./payload.ts";

const EVENT = "MESSAGE_RECEIVED";

/**
 * textbee. Its service signs the body: hexadecimal HMAC-SHA256 in X-Signature (https://textbee.dev/docs/webhooks).
 * There is no time in what is signed but the message's own, so a replay is known by its id only. It waits 30 s, repeats
 * after a 5xx or no answer (3 min later, 5 min, 30 min, 1 h and so on, 10 times) and gives up on a 4xx.
 */
export const textBee: GatewayAdapter = {
  title: "textbee",
  says: "nothing",
  read,
  write({ messageId, from, body, at }, { secret }) {
    const text = JSON.stringify({
      smsId: messageId,
      message: body,
      deviceId: "agentpass",
      webhookSubscriptionId: "agentpass",
      webhookEvent: EVENT,
      idempotencyKey: messageId,
      sender: from,
      receivedAt: new Date(at).toISOString(),
    });
    return {
      headers: { "content-type": "application/json", "x-signature": hmacHex(secret, [text]) },
      body: text,
    };
  },
  steps: ({ url, secret }) => [
    "At https://app.textbee.dev, Webhooks, Create Webhook:",
    `Delivery URL: ${url}`,
    `Signing secret: ${secret}`,
    `Events: ${EVENT}. textbee does not say which SIM card received a message: use a phone with one.`,
  ],
};

const smsFields = { sender: senderSchema, message: textSchema, receivedAt: timeSchema };
/** As the service sends it. */
const flatSchema = z.object({ smsId: messageIdSchema, ...smsFields });
/** As its documentation showed it before, with the message in an envelope. */
const envelopedSchema = z.object({ data: z.object({ _id: messageIdSchema, ...smsFields }) });
const eventSchema = z.looseObject({ webhookEvent: z.string().optional(), event: z.string().optional() });

function read({ headers, body, secrets }: GatewayRequest): GatewayReading {
  if (!isSigned(single(headers["x-signature"]), [body], secrets))
    return { kind: "forged", field: "X-Signature" };
  const event = parseBody(body, eventSchema);
  if (!event.ok) return { kind: "refused", ...event };
  const type = event.value.webhookEvent ?? event.value.event;
  if (type === undefined) return { kind: "refused", field: "webhookEvent", fault: "is missing" };
  if (type !== EVENT) return { kind: "ignored", reason: `The event is not "${EVENT}".` };
  if (event.value.webhookEvent === undefined) {
    const enveloped = parseFields(event.value, envelopedSchema);
    if (!enveloped.ok) return { kind: "refused", ...enveloped };
    return reading({ ...enveloped.value.data, smsId: enveloped.value.data._id });
  }
  const flat = parseFields(event.value, flatSchema);
  return flat.ok ? reading(flat.value) : { kind: "refused", ...flat };
}

function reading({ smsId, sender, message, receivedAt }: z.output<typeof flatSchema>): GatewayReading {
  return {
    kind: "sms",
    sms: { messageId: smsId, recipient: null, sim: null, from: sender, body: message, phoneAt: receivedAt },
  };
}
