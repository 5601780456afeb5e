import {
  EXAMPLE_AT,
  hmac,
  json,
  textOf,
  type GatewayFixture,
  type SignBy,
} from "./gateway-fixture.test-support.ts";
import { httpSms } from "./httpsms.ts";

/** After https://docs.httpsms.com/webhooks/events and webhook_service.go, which makes the token. */
export const httpSmsFixture: GatewayFixture = {
  adapter: httpSms,
  example: {
    headers: {
      ...json,
      "x-event-type": "message.phone.received",
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhdWQiOiJodHRwczovL3Ntcy5leGFtcGxlLmNvbS93ZWJob29rL2dhdGV3YXkvbXktcGhvbmUiLCJleHAiOjE3OTUzNTIxNzUsImlhdCI6MTc5NTM1MTU3NSwiaXNzIjoiYXBpLmh0dHBzbXMuY29tIiwibmJmIjoxNzk1MzUwOTc1LCJzdWIiOiJYdEFCejZ6ZGVGTW9CTG9sdHo2U1JFRHZSU2gyIn0.z2QJvqY_4jpuVekvM2Uei6YUERLqVdKg7-l82ugujH8",
    },
    body: '{"data":{"contact":"+18005550100","content":"Your code is 482913","message_id":"0b0123bb-ef2e-468f-908a-c026d51636aa","owner":"+18005550199","sim":"SIM1","timestamp":"2026-11-22T12:46:11.814Z","user_id":"XtABz6zdeFMoBLoltz6SREDvRSh2"},"datacontenttype":"application/json","id":"f4aed1d3-ab4f-42b9-b9dd-9fc7182f7197","source":"/v1/messages/receive","specversion":"1.0","time":"2026-11-22T12:46:11.524331882Z","type":"message.phone.received"}',
  },
  sms: {
    messageId: "0b0123bb-ef2e-468f-908a-c026d51636aa",
    recipient: "+18005550199" as never,
    sim: null,
    from: "+18005550100",
    body: "Your code is 482913",
    phoneAt: EXAMPLE_AT - 3_186,
  },
  payload: ({ id, from, to, body, at }) =>
    cloudEvent("message.phone.received", {
      contact: from,
      content: body,
      message_id: id,
      owner: to,
      sim: "SIM1",
      timestamp: new Date(at).toISOString(),
      user_id: "XtABz6zdeFMoBLoltz6SREDvRSh2",
    }),
  sign: (payload, by) => ({
    headers: { ...json, "x-event-type": "message.phone.received", authorization: `Bearer ${token(by)}` },
    body: textOf(payload),
  }),
  otherEvent: cloudEvent("message.phone.delivered", { id: "ff313c14-17a3-4f74-bcb2-ca77213a64af" }),
  signedHeaders: ["authorization"],
  coversBody: false,
};

function cloudEvent(type: string, data: object): object {
  return {
    data,
    datacontenttype: "application/json",
    id: "f4aed1d3-ab4f-42b9-b9dd-9fc7182f7197",
    source: "/v1/messages/receive",
    specversion: "1.0",
    time: "2026-11-22T12:46:11.524331882Z",
    type,
  };
}

/** A token as httpSMS makes it, with other claims or another header where a test wants them. */
export function token({ secret, url, at }: SignBy, claims: object = {}, header: object = {}): string {
  const seconds = Math.floor(at / 1000);
  const standard = {
    aud: url,
    exp: seconds + 600,
    iat: seconds,
    iss: "api.httpsms.com",
    nbf: seconds - 600,
    sub: "XtABz6zdeFMoBLoltz6SREDvRSh2",
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "HS256", typ: "JWT", ...header })}.${part({ ...standard, ...claims })}`;
  return `${signed}.${hmac(secret, signed).toString("base64url")}`;
}
