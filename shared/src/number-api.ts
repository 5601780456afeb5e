/** What people ask of the pool and of leases. Times are ISO 8601 in UTC, durations milliseconds. */
import { z } from "zod";
import { phoneNumberSchema } from "./agent-api.ts";
import { simSlot } from "./gateway-api.ts";
import { storableText } from "./storable-text.ts";

export const numberStates = ["available", "leased", "quarantined", "suspended", "retired"] as const;
export const numberState = z.enum(numberStates);
export type NumberState = z.infer<typeof numberState>;

const country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO country of two capital letters, e.g. "US"');
const name = storableText.trim().min(1, "must not be empty").max(100);
const limit = z.int().min(1).max(200).default(50);
const provider = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be "twilio", "mock" or a gateway\'s name');

export const listNumbersInput = z
  .strictObject({
    state: z.array(numberState).max(5).optional(),
    provider: provider.optional(),
    country: country.optional(),
    /** The holder's name or id. */
    agent: name.optional(),
    /** A service that the number has been used with. */
    service: storableText.max(253).optional(),
    /** Part of the number or of its holder's name. */
    text: name.optional(),
    limit,
    /** `nextAfter` of the page before. */
    after: phoneNumberSchema.optional(),
  })
  .prefault({});

export const poolNumber = z.object({
  id: z.string(),
  phoneNumber: z.string(),
  provider: z.string(),
  country: z.string().nullable(),
  state: numberState,
  /** Null where it does not rest. */
  quarantinedUntil: z.string().nullable(),
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
  leaseId: z.string().nullable(),
  /** Its provider was asked to take it back, and has not answered yet. */
  releasing: z.boolean(),
  releasedAt: z.string().nullable(),
});
export type PoolNumber = z.infer<typeof poolNumber>;

export const numberPage = z.object({ numbers: z.array(poolNumber), nextAfter: z.string().optional() });
export type NumberPage = z.infer<typeof numberPage>;

export const numberReference = z.strictObject({
  phoneNumber: phoneNumberSchema,
  /** Act only where the number is in this state, as the caller last saw it; otherwise nothing changes. */
  ifState: numberState.optional(),
});
export type NumberReference = z.output<typeof numberReference>;

export const quarantineInput = numberReference.extend({
  /** How long it rests; absent: as long as after a lease. At most a year. */
  forMs: z
    .int()
    .min(1)
    .max(366 * 86_400_000)
    .optional(),
});

export const changedNumber = poolNumber.extend({
  /** The lease that ended with this. */
  endedLeaseOf: z.string().optional(),
});
export type ChangedNumber = z.infer<typeof changedNumber>;

export const addNumberInput = z.strictObject({
  phoneNumber: phoneNumberSchema,
  /** `twilio`, `mock` or a gateway's name; absent: that of the server's mode. */
  provider: provider.optional(),
  /** The slot of its SIM card in a gateway's phone, counted from 1: needed where the phone has several. */
  sim: simSlot.optional(),
});

export const importNumbersInput = z.strictObject({ dryRun: z.boolean().default(false) }).prefault({});
export const importedNumbers = z.object({
  dryRun: z.boolean(),
  /** Taken into the pool, or to be taken with a dry run. */
  numbers: z.array(
    z.object({
      phoneNumber: z.string(),
      friendlyName: z.string(),
      /** Whether its SMS go to this server already. */
      webhook: z.enum(["here", "elsewhere"]),
    }),
  ),
  /** Not taken, each with the reason. */
  left: z.array(z.object({ phoneNumber: z.string(), reason: z.string() })),
});
export type ImportedNumbers = z.infer<typeof importedNumbers>;

export const capability = z.enum(["sms", "mms", "voice", "fax"]);
export const provisionInput = z.strictObject({
  country,
  capabilities: z.array(capability).max(4).default(["sms"]),
  /** US and Canada only. */
  areaCode: z.int().min(200).max(999).optional(),
});
export const provisionedNumber = z.discriminatedUnion("status", [
  z.object({ status: z.literal("bought"), purchaseId: z.string(), phoneNumber: z.string() }),
  /** Goes on by itself; the number joins the pool when its provider has answered. */
  z.object({ status: z.literal("pending"), purchaseId: z.string() }),
]);
export type ProvisionedNumber = z.infer<typeof provisionedNumber>;

export const givenBackNumber = z.object({
  phoneNumber: z.string(),
  /** `not_there`: the account did not have it any more. `pending`: goes on by itself. */
  status: z.enum(["released", "not_there", "pending"]),
  endedLeaseOf: z.string().optional(),
});
export type GivenBackNumber = z.infer<typeof givenBackNumber>;

export const grantInput = z.strictObject({
  phoneNumber: phoneNumberSchema,
  /** The member's name or id. */
  member: name,
  /** False takes it back. */
  granted: z.boolean().default(true),
});
export const grantedNumber = z.object({
  phoneNumber: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  granted: z.boolean(),
});
export type GrantedNumber = z.infer<typeof grantedNumber>;

export const historyInput = z.strictObject({
  phoneNumber: phoneNumberSchema,
  /** Leases of a page. */
  limit,
  /** `nextBefore` of the page before. */
  before: z.string().max(15).optional(),
});

export const leaseEnds = ["released", "admin", "idle", "restore"] as const;
export const leaseEntry = z.object({
  id: z.string(),
  phoneNumber: z.string(),
  agentId: z.string(),
  agentName: z.string(),
  /** Absent for the agent's own passport. */
  passportId: z.string().optional(),
  startedAt: z.string(),
  lastUsedAt: z.string(),
  endedAt: z.string().nullable(),
  endReason: z.string().nullable(),
});
export type LeaseEntry = z.infer<typeof leaseEntry>;

export const leasePage = z.object({ leases: z.array(leaseEntry), nextBefore: z.string().optional() });
export type LeasePage = z.infer<typeof leasePage>;

const memberGrant = z.object({ memberId: z.string(), memberName: z.string(), since: z.string() });

export const numberHistory = leasePage.extend({
  number: poolNumber,
  services: z.array(z.object({ service: z.string(), memberName: z.string(), lastUsedAt: z.string() })),
  /** How many messages arrived, by what became of them. */
  messages: z.array(z.object({ state: z.string(), count: z.number() })),
  consents: z.array(memberGrant),
  shares: z.array(memberGrant),
});
export type NumberHistory = z.infer<typeof numberHistory>;

export const poolState = z.object({
  /** Of the numbers that this server may lease in its mode. */
  counts: z.record(numberState, z.number()),
  beingBought: z.number(),
  beingReleased: z.number(),
  /** Absent where nothing can be said. */
  exhaustedAt: z.string().optional(),
  /** What the forecast rests on; absent without one. */
  forecastWindowMs: z.number().optional(),
  /** Absent where numbers cannot be bought. */
  purchases: z
    .object({
      autoProvision: z.boolean(),
      /** Why the next one would not be bought; absent where it would. */
      refused: z.string().optional(),
    })
    .optional(),
});
export type PoolState = z.infer<typeof poolState>;

export const listLeasesInput = z
  .strictObject({
    state: z.enum(["live", "ended"]).default("live"),
    phoneNumber: phoneNumberSchema.optional(),
    /** The holder's name or id. */
    agent: name.optional(),
    limit,
    /** `nextBefore` of the page before. */
    before: z.string().max(15).optional(),
  })
  .prefault({});

export const endLeaseInput = z.strictObject({ id: z.uuid() });
export const endedLease = z.object({
  id: z.string(),
  phoneNumber: z.string(),
  agentName: z.string(),
  quarantinedUntil: z.string().nullable(),
});
export type EndedLease = z.infer<typeof endedLease>;
