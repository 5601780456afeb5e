import { pairedDevice } from "@agentpass/shared/device-api";
import {
  acceptInvitationInput,
  invitation,
  inviteInput,
  newInvitation,
  revokeInvitationInput,
} from "@agentpass/shared/team-api";
import { z } from "zod";
import { acceptInvitation } from "../actions/accept-invitation.ts";
import { invite, listInvitations, revokeInvitation } from "../actions/invitations.ts";
import { noInput } from "./no-input.ts";
import { adminProcedure, publicProcedure, router } from "./trpc.ts";

export const invitationRouter = router({
  create: adminProcedure
    .meta({
      permission: "admin",
      summary: "Invites a person by a link that holds once and for 7 days; the link is shown this once.",
    })
    .input(inviteInput)
    .output(newInvitation)
    .mutation(({ ctx, input }) =>
      invite(ctx.store, ctx.viewer, { ...input, publicUrl: ctx.feed.publicUrl() }),
    ),
  list: adminProcedure
    .meta({ permission: "admin", summary: "Lists all invitations, newest first, with what became of them." })
    .input(noInput)
    .output(z.array(invitation))
    .query(({ ctx }) => listInvitations(ctx.store, ctx.viewer)),
  revoke: adminProcedure
    .meta({
      permission: "admin",
      summary: "Ends an open invitation, named by its id or the invited person's name.",
    })
    .input(revokeInvitationInput)
    .output(invitation)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.store, ctx.viewer, input)),
  accept: publicProcedure
    .meta({
      permission: "anyone",
      summary: "Makes the invited person a member and gives its device a key, which is shown this once.",
    })
    .input(acceptInvitationInput)
    .output(pairedDevice)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.store, input, ctx.address)),
});
