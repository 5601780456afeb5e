import { androidSmsGateway } from "./android-sms-gateway.ts";
import { EXAMPLE_AT, hmac, json, textOf, type GatewayFixture } from "./gateway-fixture.test-support.ts";

/** After https://docs.sms-gate.app/features/webhooks/ and the app's own source (PayloadSingingPlugin, SmsEventPayload). */
export const androidFixture: GatewayFixture = {
  adapter: androidSmsGateway,
  example: {
    headers: {
      "content-type": "application/json; charset=UTF-8",
      "x-timestamp": "1795351575",
      "x-signature": "8709e11864b87f32f4531af1130c7ec092cd8db4c55bc2667359a0860e1d0d5a",
    },
    body: '{"deviceId":"ffffffffceb0b1db0000018e937c815b","event":"sms:received","id":"Ey6ECgOkVVFjz3CL48B8C","payload":{"messageId":"abc123","message":"Your code is 482913","phoneNumber":"6505551212","simNumber":1,"receivedAt":"2026-11-22T19:46:11.000+07:00"},"webhookId":"LreFUt-Z3sSq0JufY9uWB"}',
  },
  sms: {
    messageId: "Ey6ECgOkVVFjz3CL48B8C",
    recipient: null,
    sim: 1,
    from: "6505551212",
    body: "Your code is 482913",
    phoneAt: EXAMPLE_AT - 4_000,
  },
  payload: ({ id, from, to, body, at }) => ({
    deviceId: "ffffffffceb0b1db0000018e937c815b",
    event: "sms:received",
    id,
    payload: {
      messageId: "5f3a9c01",
      message: body,
      sender: from,
      recipient: to,
      simNumber: 1,
      receivedAt: new Date(at).toISOString().replace("Z", "+00:00"),
      phoneNumber: from,
    },
    webhookId: "LreFUt-Z3sSq0JufY9uWB",
  }),
  sign(payload, { secret, at }) {
    const body = textOf(payload);
    const timestamp = String(Math.floor(at / 1000));
    const signature = hmac(secret, body + timestamp).toString("hex");
    return { headers: { ...json, "x-timestamp": timestamp, "x-signature": signature }, body };
  },
  otherEvent: {
    deviceId: "ffffffffceb0b1db0000018e937c815b",
    event: "system:ping",
    id: "Qp1ECgOkVVFjz3CL48B8C",
    payload: { health: { status: "pass" } },
    webhookId: "LreFUt-Z3sSq0JufY9uWB",
  },
  signedHeaders: ["x-timestamp", "x-signature"],
  coversBody: true,
};
