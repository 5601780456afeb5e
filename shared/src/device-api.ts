/** Devices, and how a new one is let in: the contract of the API. Times are epoch milliseconds. */
import { z } from "zod";
import { idOrName, nameSchema, roleSchema } from "./name.ts";
import { parseUserCode } from "./user-code.ts";

/** A device's key with what it belongs to; the key is shown this once. */
export const pairedDevice = z.object({
  key: z.string(),
  keyId: z.string(),
  deviceId: z.string(),
  deviceName: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  role: roleSchema,
  team: z.string(),
});
export type PairedDevice = z.infer<typeof pairedDevice>;

export const startPairingInput = z.strictObject({ deviceName: nameSchema, platform: nameSchema });

/** As RFC 8628 answers a device's request. */
export const startedPairing = z.object({
  /** The device's own secret, by which it asks again and again. */
  deviceCode: z.string(),
  /** To be shown to the person, e.g. "WDJB-MJHT". */
  userCode: z.string(),
  /** Where a person reads what to do with the code. */
  url: z.string(),
  expiresAt: z.number(),
  /** The device asks no more often than this. */
  intervalMs: z.number(),
});
export type StartedPairing = z.infer<typeof startedPairing>;

export const pollPairingInput = z.strictObject({
  deviceCode: z.string().regex(/^[A-Za-z0-9_-]{43}$/, "is no device code"),
});

/** `slow_down`: it asked too soon, and the interval is longer from now on. `used`: the key was given before. */
export const polledPairing = z.discriminatedUnion("status", [
  z.object({ status: z.enum(["pending", "slow_down"]), intervalMs: z.number() }),
  z.object({ status: z.enum(["denied", "expired", "used"]) }),
  pairedDevice.extend({ status: z.literal("approved") }),
]);
export type PolledPairing = z.infer<typeof polledPairing>;

const userCode = z
  .string()
  .max(100)
  .transform((text, context): string => {
    const bare = parseUserCode(text);
    if (bare !== null) return bare;
    context.addIssue({
      code: "custom",
      message:
        "must be the eight letters that the device shows, e.g. WDJB-MJHT; they hold no vowels, no Y and no digits",
    });
    return z.NEVER;
  });

export const userCodeInput = z.strictObject({ userCode });
export const approvePairingInput = userCodeInput.extend({
  /** Whose device it becomes; by default the caller's own. */
  member: idOrName.optional(),
});

/** The device that asks, for the person who has to know it. */
export const pairingRequest = z.object({
  deviceName: z.string(),
  platform: z.string(),
  /** The address it asked from. */
  address: z.string(),
  startedAt: z.number(),
  expiresAt: z.number(),
});
export type PairingRequest = z.infer<typeof pairingRequest>;

export const approvedPairing = pairingRequest.extend({ memberId: z.string(), memberName: z.string() });
export type ApprovedPairing = z.infer<typeof approvedPairing>;

export const teamDevice = z.object({
  id: z.string(),
  name: z.string(),
  platform: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  createdAt: z.number(),
  /** When it signed in last, to the minute; null: never. */
  lastUsedAt: z.number().nullable(),
  /** Whether this is the device that asks. */
  you: z.boolean(),
});
export type TeamDevice = z.infer<typeof teamDevice>;

export const listDevicesInput = z.strictObject({ member: idOrName.optional() });
export const renameDeviceInput = z.strictObject({ device: idOrName, name: nameSchema });
export const deviceInput = z.strictObject({ device: idOrName });
