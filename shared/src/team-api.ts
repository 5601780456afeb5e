/** The team, its members and their invitations: the contract of the API. Times are epoch milliseconds. */
import { z } from "zod";
import { numberMode } from "./agent-api.ts";
import { idOrName, nameSchema, roleSchema } from "./name.ts";

export const teamSummary = z.object({
  id: z.string(),
  name: z.string(),
  mode: numberMode,
  createdAt: z.number(),
  /** Members, devices and agents that are there now; numbers but those retired. */
  members: z.number(),
  devices: z.number(),
  agents: z.number(),
  numbers: z.number(),
});
export type TeamSummary = z.infer<typeof teamSummary>;

export const renameTeamInput = z.strictObject({ name: nameSchema });

export const teamMember = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  createdAt: z.number(),
  devices: z.number(),
  agents: z.number(),
  /** When a key of this person, not of its agents, was used last; null: never. */
  lastUsedAt: z.number().nullable(),
  /** Whether this is who asks. */
  you: z.boolean(),
});
export type TeamMember = z.infer<typeof teamMember>;

export const renameMemberInput = z.strictObject({ name: nameSchema });
export const setRoleInput = z.strictObject({ member: idOrName, role: roleSchema });
export const removeMemberInput = z.strictObject({ member: idOrName });
/** What went with the member. */
export const removedMember = z.object({
  id: z.string(),
  name: z.string(),
  devices: z.number(),
  keys: z.number(),
  leases: z.number(),
});
export type RemovedMember = z.infer<typeof removedMember>;

/** The secret of an invitation's link, `<server>/pair/<secret>`: 256 bits as base64url. */
export const invitationSecret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, "must be the last part of an invitation's link, 43 letters, digits, - and _");

export const inviteInput = z.strictObject({ name: nameSchema, role: roleSchema.default("member") });

export const invitationState = z.enum(["open", "used", "revoked", "expired"]);
export const invitation = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  state: invitationState,
  invitedBy: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
});
export type Invitation = z.infer<typeof invitation>;
/** With the link, which is shown this once. */
export const newInvitation = invitation.extend({ link: z.string() });
export type NewInvitation = z.infer<typeof newInvitation>;

export const revokeInvitationInput = z.strictObject({ invitation: idOrName });

export const acceptInvitationInput = z.strictObject({
  secret: invitationSecret,
  /** The person's own name where it is not the one it was invited by. */
  name: nameSchema.optional(),
  deviceName: nameSchema,
  platform: nameSchema,
});
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>;
