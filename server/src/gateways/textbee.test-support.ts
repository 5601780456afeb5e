import { EXAMPLE_AT, hmac, json, textOf, type GatewayFixture } from "./gateway-fixture.test-support.ts";
import { textBee } from "./textbee.ts";

/** After https://textbee.dev/docs/webhooks and its service's webhook.service.ts, whose payload is flat. */
export const textBeeFixture: GatewayFixture = {
  adapter: textBee,
  example: {
    headers: {
      ...json,
      "x-signature": "d0bb1e067702523f267b0820c22906df0ef9843882cbeb22a0c22a2d248039ab",
    },
    body: '{"smsId":"6741f0c2a1b2c3d4e5f60718","message":"Your code is 482913","deviceId":"6741ee00a1b2c3d4e5f60001","webhookSubscriptionId":"6741ee11a1b2c3d4e5f60002","webhookEvent":"MESSAGE_RECEIVED","idempotencyKey":"0d7c1d52-1f0a-4f38-9e2b-2a3a6f0c9d11","sender":"6505551212","receivedAt":"2026-11-22T12:46:11.000Z"}',
  },
  sms: {
    messageId: "6741f0c2a1b2c3d4e5f60718",
    recipient: null,
    sim: null,
    from: "6505551212",
    body: "Your code is 482913",
    phoneAt: EXAMPLE_AT - 4_000,
  },
  payload: ({ id, from, body, at }) => ({
    smsId: id,
    message: body,
    deviceId: "6741ee00a1b2c3d4e5f60001",
    webhookSubscriptionId: "6741ee11a1b2c3d4e5f60002",
    webhookEvent: "MESSAGE_RECEIVED",
    idempotencyKey: "0d7c1d52-1f0a-4f38-9e2b-2a3a6f0c9d11",
    sender: from,
    receivedAt: new Date(at).toISOString(),
  }),
  sign(payload, { secret }) {
    const body = textOf(payload);
    return { headers: { ...json, "x-signature": hmac(secret, body).toString("hex") }, body };
  },
  otherEvent: { smsId: "6741f0c2a1b2c3d4e5f60719", webhookEvent: "MESSAGE_SENT", recipient: "+16505551212" },
  signedHeaders: ["x-signature"],
  coversBody: true,
};
