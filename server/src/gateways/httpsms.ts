import { asE164 } from "@agentpass/shared/phone-number";
import type { Secret } from "@agentpass/shared/secret";
import { errors, jwtVerify, SignJWT, type JWTPayload } from "jose";
import { z } from "zod";
import type { GatewayAdapter, GatewayReading, GatewayRequest, PayloadFault } from "./adapter.ts";
import { single } from "./hmac.ts";
import { messageIdSchema, parseBody, parseFields, senderSchema, textSchema, timeSchema } from "./payload.ts";

const EVENT = "message.phone.received";

/**
 * httpSMS. Its service posts a CloudEvent with a JWT (HS256 under the signing key) as bearer token, whose audience is
 * the callback URL and which holds from 10 minutes before to 10 minutes after it is made
 * (https://docs.httpsms.com/webhooks/introduction). The token does not cover the body: what it proves is who sends,
 * so the way to this server must be https. After 5 s, or a status of 400 or more, it tries once more, with a new token.
 */
export const httpSms: GatewayAdapter = {
  title: "httpSMS",
  says: "number",
  read,
  async write({ messageId, from, to, sim, body, at }, { secret, url }) {
    const time = new Date(at).toISOString();
    const data = {
      contact: from,
      content: body,
      message_id: messageId,
      owner: to,
      sim: `SIM${sim ?? 1}`,
      timestamp: time,
      user_id: "agentpass",
    };
    const event = {
      data,
      datacontenttype: "application/json",
      id: messageId,
      source: "/v1/messages/receive",
      specversion: "1.0",
      time,
      type: EVENT,
    };
    const seconds = Math.floor(at / 1000);
    const token = await new SignJWT({ sub: "agentpass" })
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setAudience(url)
      .setIssuer("api.httpsms.com")
      .setIssuedAt(seconds)
      .setNotBefore(seconds - 600)
      .setExpirationTime(seconds + 600)
      .sign(bytesOf(secret));
    return {
      headers: {
        "content-type": "application/json",
        "x-event-type": EVENT,
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(event),
    };
  },
  steps: ({ url, secret }) => [
    "At https://httpsms.com/settings, Webhooks, Add webhook:",
    `Callback URL, exactly: ${url}`,
    `Signing Key: ${secret}`,
    `Events: ${EVENT}. Leave end-to-end encryption off on the phone: this server cannot open what it encrypts.`,
  ],
};

const eventSchema = z.object({ type: z.string(), data: z.unknown() });
const dataSchema = z.object({
  message_id: messageIdSchema,
  owner: z.string(),
  contact: senderSchema,
  content: textSchema,
  timestamp: timeSchema,
  encrypted: z.boolean().nullish(),
});

async function read(request: GatewayRequest): Promise<GatewayReading> {
  const claims = await claimsOf(request);
  if (claims === null) return { kind: "forged", field: "Authorization" };
  const fault = "fault" in claims ? claims : findForeignAudience(claims.payload, request.url);
  if (fault) return { kind: "refused", ...fault };
  const event = parseBody(request.body, eventSchema);
  if (!event.ok) return { kind: "refused", ...event };
  if (event.value.type !== EVENT) return { kind: "ignored", reason: `The event is not "${EVENT}".` };
  const data = parseFields(event.value.data, dataSchema);
  if (!data.ok) return { kind: "refused", field: `data.${data.field}`, fault: data.fault };
  const { message_id: messageId, owner, contact: from, content: body, timestamp, encrypted } = data.value;
  const recipient = asE164(owner);
  if (recipient === null) return { kind: "refused", field: "data.owner", fault: "is not a number in E.164" };
  if (encrypted === true)
    return {
      kind: "refused",
      field: "data.content",
      fault: "is encrypted; switch end-to-end encryption off in the phone's httpSMS app",
    };
  return { kind: "sms", sms: { messageId, recipient, sim: null, from, body, phoneAt: timestamp } };
}

/** The token's claims; a fault where it was rightly signed but does not hold now; null where it was not. */
async function claimsOf({
  headers,
  secrets,
  now,
}: GatewayRequest): Promise<{ payload: JWTPayload } | PayloadFault | null> {
  const [, token] = /^Bearer +(\S{1,4096})$/i.exec(single(headers.authorization) ?? "") ?? [];
  if (token === undefined) return null;
  const options = { algorithms: ["HS256"], requiredClaims: ["exp", "aud"], currentDate: new Date(now) };
  for (const secret of secrets) {
    try {
      return await jwtVerify(token, bytesOf(secret), options);
    } catch (error) {
      // The signature is checked before the claims.
      if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed)
        return {
          field: error.claim,
          fault: "does not hold now; let this server's clock be set by the network",
        };
    }
  }
  return null;
}

/** The query may differ: WEBHOOK_SECRET stands there. */
function findForeignAudience({ aud }: JWTPayload, url: string): PayloadFault | null {
  const addressed = typeof aud === "string" ? URL.parse(aud) : null;
  const own = new URL(url);
  if (addressed?.origin === own.origin && addressed.pathname === own.pathname) return null;
  return { field: "aud", fault: `is another address than ${url}; enter exactly this one as callback URL` };
}

const bytesOf = (secret: Secret): Uint8Array => new TextEncoder().encode(secret.reveal());
