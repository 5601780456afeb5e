/** Keys: the contract of the API. Times are epoch milliseconds, durations milliseconds. */
import { z } from "zod";
import { idOrName, nameSchema } from "./name.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A key that is to last longer needs no end. */
const MAX_LIFE_MS = 10 * 366 * DAY_MS;
export const MAX_OVERLAP_MS = 7 * DAY_MS;

export const keyKind = z.enum(["admin", "device", "agent"]);

const expiresInMs = z
  .int()
  .min(60_000, "must be at least a minute (60000)")
  .max(MAX_LIFE_MS, "must be at most ten years; leave it out for a key without an end");

export const createKeyInput = z.strictObject({
  kind: z.enum(
    ["admin", "agent"],
    'must be "admin" or "agent"; a device gets its key by pairing or by an invitation',
  ),
  /** An agent's key belongs to the agent of this name, which is made where there is none. */
  name: nameSchema,
  /** Whose key, or whose agent; by default the caller. */
  member: idOrName.optional(),
  /** How long it lives; by default without an end. */
  expiresInMs: expiresInMs.optional(),
});
export type CreateKeyInput = z.output<typeof createKeyInput>;

/** A key with its text, which is shown this once. */
export const newKeyOutput = z.object({
  key: z.string(),
  id: z.string(),
  prefix: z.string(),
  kind: keyKind,
  name: z.string(),
  memberId: z.string(),
  agentId: z.string().optional(),
  deviceId: z.string().optional(),
  expiresAt: z.number().optional(),
});
export type NewKeyOutput = z.infer<typeof newKeyOutput>;

export const rotateKeyInput = z.strictObject({
  /** Id or prefix. */
  id: idOrName,
  /** How long the old key stays valid. */
  overlapMs: z.int().min(0).max(MAX_OVERLAP_MS, "must be at most 7 days (604800000)").default(DAY_MS),
  /** How long the new key lives; by default as long as the old one was made for. */
  expiresInMs: expiresInMs.optional(),
});
/** The new key, and until when the old one holds. */
export const rotatedKey = newKeyOutput.extend({ oldExpiresAt: z.number() });
export type RotatedKey = z.infer<typeof rotatedKey>;

export const listKeysInput = z.strictObject({
  kind: keyKind.optional(),
  /** A member, an agent or a device, by id or name: its keys only. */
  holder: idOrName.optional(),
  /** Leaves out keys that are revoked or suspended or have expired. */
  liveOnly: z.boolean().default(false),
});
export type ListKeysInput = z.output<typeof listKeysInput>;

export const teamKey = z.object({
  id: z.string(),
  kind: keyKind,
  prefix: z.string(),
  name: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
  deviceId: z.string().nullable(),
  deviceName: z.string().nullable(),
  createdAt: z.number(),
  expiresAt: z.number().nullable(),
  revokedAt: z.number().nullable(),
  /** Since when it waits for an owner's word: the database was restored from a backup. */
  suspendedAt: z.number().nullable(),
  /** To the minute. */
  lastUsedAt: z.number().nullable(),
  /** The key it was rotated to. */
  replacedBy: z.string().nullable(),
});
export type TeamKey = z.infer<typeof teamKey>;

/** Ids or prefixes; `all` of those that wait. */
export const confirmKeysInput = z.union(
  [z.strictObject({ ids: z.array(idOrName).min(1).max(500) }), z.strictObject({ all: z.literal(true) })],
  'must be {"ids": […]} or {"all": true}',
);
export type ConfirmKeysInput = z.output<typeof confirmKeysInput>;
export const confirmedKeys = z.object({ confirmed: z.array(z.string()) });

export const revokeKeyInput = z.strictObject({ id: idOrName });
export const revokedKey = z.object({ id: z.string(), status: z.enum(["revoked", "already_revoked"]) });
export type RevokedKey = z.infer<typeof revokedKey>;
