/** SMS gateways: phones with real SIM cards that post what they receive. Times are ISO 8601 in UTC, durations milliseconds. */
import { z } from "zod";
import { phoneNumberSchema } from "./agent-api.ts";
import { MAX_OVERLAP_MS } from "./key-api.ts";
import { storableText } from "./storable-text.ts";

export const gatewayKinds = ["android-sms-gateway", "httpsms", "textbee"] as const;
export const gatewayKind = z.enum(gatewayKinds);
export type GatewayKind = z.infer<typeof gatewayKind>;

/** Stands in the webhook's address and is the provider of the gateway's numbers. */
export const gatewayName = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,31}$/,
    'must begin with a small letter and hold small letters, digits and hyphens only, at most 32, e.g. "my-phone"',
  )
  .refine((name) => name !== "mock" && name !== "twilio", 'must not be "mock" or "twilio"');

/** A secret that the caller chose. textbee takes none of less than 20 characters. */
const givenSecret = z
  .string()
  .regex(/^[\x21-\x7e]{20,200}$/, "must be 20 to 200 letters, digits or signs of ASCII, without spaces");

/** The slot of a SIM card in its phone, counted from 1. */
export const simSlot = z.int().min(1).max(8);

export const addGatewayInput = z.strictObject({
  name: gatewayName,
  kind: gatewayKind,
  /** Absent: one is made. */
  secret: givenSecret.optional(),
});

export const gateway = z.object({
  id: z.string(),
  name: z.string(),
  kind: gatewayKind,
  /** Where the phone, or its service, posts to. */
  url: z.string(),
  numbers: z.array(z.object({ phoneNumber: z.string(), sim: z.number().nullable() })),
  createdAt: z.string(),
  /** Until when what is signed with the secret before this one is taken too; null: not at all. */
  oldSecretUntil: z.string().nullable(),
});
export type Gateway = z.infer<typeof gateway>;

/** A gateway with its secret, which is shown this once. */
export const newGateway = gateway.extend({
  secret: z.string(),
  /** What to do on the phone or at its service, in order. */
  steps: z.array(z.string()),
});
export type NewGateway = z.infer<typeof newGateway>;

export const rotateGatewaySecretInput = z.strictObject({
  name: gatewayName,
  /** Absent: one is made. */
  secret: givenSecret.optional(),
  /** How long the old secret holds beside the new one. */
  overlapMs: z.int().min(0).max(MAX_OVERLAP_MS, "must be at most 7 days (604800000)").default(86_400_000),
});

export const removeGatewayInput = z.strictObject({
  name: gatewayName,
  /** Act only where it has so many numbers, as the caller last saw it; otherwise nothing changes. */
  ifNumbers: z.int().min(0).optional(),
});
export const removedGateway = z.object({
  id: z.string(),
  name: z.string(),
  /** Its numbers, which are retired with it. */
  retired: z.array(
    z.object({
      phoneNumber: z.string(),
      /** The agent whose lease ended with this. */
      endedLeaseOf: z.string().optional(),
    }),
  ),
});
export type RemovedGateway = z.infer<typeof removedGateway>;

export const testGatewayInput = z.strictObject({
  name: gatewayName,
  from: storableText.trim().min(1, "must not be empty").max(64).default("+12025550143"),
  body: storableText.min(1, "must not be empty").max(1600),
  /** One of its numbers; absent where it has only one. */
  to: phoneNumberSchema.optional(),
});
export const testedGateway = z.object({
  /** The address that the delivery was posted to. */
  url: z.string(),
  to: z.string(),
  /** As the message is listed, if it was taken. */
  messageId: z.string(),
  /** Null where nobody answered. */
  httpStatus: z.number().nullable(),
  tookMs: z.number(),
  taken: z.boolean(),
  /** What the webhook answered, for people. */
  answer: z.string(),
});
export type TestedGateway = z.infer<typeof testedGateway>;
